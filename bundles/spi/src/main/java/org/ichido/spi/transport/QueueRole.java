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
  CORE;

  /**
   * @return the name as profiles write it, behind {@code queue.}
   */
  public String plainName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
