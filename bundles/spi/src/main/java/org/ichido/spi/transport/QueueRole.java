package org.ichido.spi.transport;

/** What comes by a queue that Ichido reads. */
public enum QueueRole {
  /** Requests of channels, on behalf of users. */
  REQUEST,
  /** Requests of operators. */
  OPERATOR,
  /** Requests of the token app's server. */
  APP,
  /** What core banking tells and asks. */
  CORE,
  /**
   * What core banking answers about fees. A bank has it if it gives hard tokens to customers. No
   * request comes by it, and nothing that comes by it is answered.
   */
  DEBIT_REPLY;

  /**
   * @return whether requests come by it
   */
  public boolean asks() {
    return this != DEBIT_REPLY;
  }

  /**
   * @return the name as profiles write it, behind {@code queue.}: {@code debit-reply}
   */
  public String plainName() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
