package org.ichido.ibmmq;

/** A property that cannot be set. Its message names it, and never its value. */
final class UnfitProperty extends Exception {
  private static final long serialVersionUID = 1L;

  UnfitProperty(String name, String why) {
    super("jms.%s %s".formatted(name, why));
  }
}
