package org.ichido.api;

/** The vault could not open or seal a seed. Nothing was decided and no counter moved. */
public final class VaultUnavailable extends NoAnswer {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what, where and what to do
   */
  public VaultUnavailable(String message) {
    super(message);
  }

  /**
   * @param message what, where and what to do
   * @param cause what was caught
   */
  public VaultUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
