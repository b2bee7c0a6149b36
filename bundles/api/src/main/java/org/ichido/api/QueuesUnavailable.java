package org.ichido.api;

/** The queue manager is not there, or refuses. Nothing was done. */
public final class QueuesUnavailable extends NoAnswer {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what, where and what to do
   */
  public QueuesUnavailable(String message) {
    super(message);
  }

  /**
   * @param message what, where and what to do
   * @param cause what was caught
   */
  public QueuesUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
