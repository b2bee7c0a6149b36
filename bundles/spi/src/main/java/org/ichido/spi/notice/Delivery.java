package org.ichido.spi.notice;

/** What became of a try to send a notice. */
public sealed interface Delivery {
  /** The next server took it over, and answers for it from here on. */
  record Sent() implements Delivery {}

  /**
   * It will not be taken, now or later: the address does not exist, the server refuses the sender.
   *
   * @param why one line for operators, without the recipient's address
   */
  record Refused(String why) implements Delivery {}

  /**
   * It was not taken this time: no connection, a temporary refusal. Try again later.
   *
   * @param why one line for operators, without the recipient's address
   */
  record Postponed(String why) implements Delivery {}
}
