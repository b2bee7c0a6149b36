package org.ichido.mq.record;

import java.time.Instant;
import java.util.Optional;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.QueueRole;
import org.ichido.spi.transport.RequesterRule;

/** A message as it came, after the checks that need no record: who sent it, by which queue. */
public final class Incoming {
  private final BankMessaging bank;
  private final QueueRole queue;
  private final RequesterRule requester;
  private final byte[] body;
  private final int ccsid;
  private final Optional<Instant> expires;

  /**
   * @param bank whose queue it came by
   * @param queue which of the bank's queues
   * @param requester who sent it, as the queue manager vouches
   * @param body the bytes of the message; not copied
   * @param ccsid the coded character set of the bytes
   * @param expires when the message expires, if it does
   */
  public Incoming(
      BankMessaging bank,
      QueueRole queue,
      RequesterRule requester,
      byte[] body,
      int ccsid,
      Optional<Instant> expires) {
    this.bank = bank;
    this.queue = queue;
    this.requester = requester;
    this.body = body;
    this.ccsid = ccsid;
    this.expires = expires;
  }

  /**
   * @return whose queue it came by
   */
  public BankMessaging bank() {
    return bank;
  }

  /**
   * @return which of the bank's queues
   */
  public QueueRole queue() {
    return queue;
  }

  /**
   * @return who sent it
   */
  public RequesterRule requester() {
    return requester;
  }

  /**
   * @return the bytes of the message, not a copy
   */
  public byte[] body() {
    return body;
  }

  /**
   * @return the coded character set of the bytes
   */
  public int ccsid() {
    return ccsid;
  }

  /**
   * @return when the message expires, if it does
   */
  public Optional<Instant> expires() {
    return expires;
  }

  /** Says nothing of the body: it may hold a code. */
  @Override
  public String toString() {
    return "Incoming(bank %s, %s, requester %s, %d bytes, CCSID %d)"
        .formatted(bank.bank(), queue, requester.name(), body.length, ccsid);
  }
}
