package org.ichido.store.jdbc;

/** Somebody else wrote the row or took the key first: decide again from fresh rows. */
final class FasterWriter extends Exception {
  private static final long serialVersionUID = 1L;

  private final String what;

  FasterWriter(String what) {
    super(what, null, false, false);
    this.what = what;
  }

  /**
   * @return what came too late
   */
  String what() {
    return what;
  }
}
