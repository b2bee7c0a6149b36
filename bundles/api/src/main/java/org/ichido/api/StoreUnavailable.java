package org.ichido.api;

/**
 * The store could not say, or could not make durable. Whether a change took effect is unknown until
 * the same request is asked again.
 */
public final class StoreUnavailable extends NoAnswer {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what, where and what to do
   */
  public StoreUnavailable(String message) {
    super(message);
  }

  /**
   * @param message what, where and what to do
   * @param cause what was caught
   */
  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
