package org.ichido.api;

/**
 * No answer was given: nothing is known to have been decided. Ask again with the same {@link
 * RequestKey}; if the first attempt did take effect, its answer comes back.
 */
public abstract sealed class NoAnswer extends RuntimeException
    permits StoreUnavailable, VaultUnavailable, BankNotServed, QueuesUnavailable {
  private static final long serialVersionUID = 1L;

  NoAnswer(String message, Throwable cause) {
    super(message, cause);
  }

  NoAnswer(String message) {
    super(message);
  }
}
