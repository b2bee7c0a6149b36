package org.ichido.api;

/** The bank has no valid profile at this moment, or none at all. Nothing was decided. */
public final class BankNotServed extends NoAnswer {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what, where and what to do
   */
  public BankNotServed(String message) {
    super(message);
  }

  /**
   * @param message what, where and what to do
   * @param cause what was caught
   */
  public BankNotServed(String message, Throwable cause) {
    super(message, cause);
  }
}
