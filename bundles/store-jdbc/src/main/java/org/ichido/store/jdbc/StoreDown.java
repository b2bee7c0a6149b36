package org.ichido.store.jdbc;

/** Why the store cannot be used: what, where and what to do. Becomes a StoreUnavailable. */
class StoreDown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreDown(String reason) {
    super(reason);
  }

  StoreDown(String reason, Throwable cause) {
    super(reason, cause);
  }

  /** When not even a new attempt to open is safe: the engine could not be ended. */
  static final class ForGood extends StoreDown {
    private static final long serialVersionUID = 1L;

    ForGood(Throwable cause) {
      super(
          "The database engine could not be ended, so what memory holds may differ from the disk."
              + " Restart the process; it is safe to kill it. "
              + cause,
          cause);
    }
  }

  /**
   * @return the reason in words
   */
  String reason() {
    return String.valueOf(getMessage());
  }
}
