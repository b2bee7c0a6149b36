package org.ichido.queuemanager.wire;

/** A call that fails with a reason code. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  /**
   * @param reason what the program gets to see
   */
  public Refusal(Reason reason) {
    super("refused with " + reason.code(), null, false, false);
    this.reason = reason;
  }

  /**
   * @return what the program gets to see
   */
  public Reason reason() {
    return reason;
  }
}
