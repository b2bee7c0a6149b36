package org.ichido.mq;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import javax.jms.Destination;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.Queue;
import javax.jms.TemporaryQueue;
import org.ichido.mq.record.Incoming;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.QueueRole;
import org.ichido.spi.transport.RequesterRule;

/**
 * Lets in what a known requester sent and may be answered for. Looks at everything but the record;
 * holds no state, so a message that comes again is judged alike. Thread-safe.
 */
final class RequesterGate {
  /** Set by the queue manager; the provider's getter replaces what a client wrote into it. */
  static final String USER = "JMSXUserID";

  private final BankMessaging bank;
  private final QueueRole role;
  private final Predicate<String> ownQueue;

  /**
   * @param ownQueue whether Ichido itself reads or writes the queue of this name, for any bank
   */
  RequesterGate(BankMessaging bank, QueueRole role, Predicate<String> ownQueue) {
    this.bank = bank;
    this.role = role;
    this.ownQueue = ownQueue;
  }

  /**
   * @param user who sent it, as the queue manager vouched
   */
  Incoming admit(Message message, String user) throws Unacceptable {
    try {
      RequesterRule requester =
          bank.requesterOf(user)
              .orElseThrow(() -> new Unacceptable(Unacceptable.REQUESTER_UNKNOWN));
      if (role.asks()) {
        checkReplyTo(message.getJMSReplyTo(), requester);
      }
      int ccsid = RequestBody.ccsid(message, bank.ccsid());
      byte[] body = RequestBody.read(message, ccsid);
      long expiration = message.getJMSExpiration();
      Optional<Instant> expires =
          expiration == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(expiration));
      return new Incoming(bank, role, requester, body, ccsid, expires);
    } catch (JMSException e) {
      throw new Unacceptable(Unacceptable.UNREADABLE, e);
    }
  }

  /** Otherwise anybody could have us put a record on a queue of his choice. */
  private void checkReplyTo(Destination replyTo, RequesterRule requester)
      throws JMSException, Unacceptable {
    if (replyTo == null) {
      throw new Unacceptable(Unacceptable.NO_REPLY_TO);
    }
    if (!(replyTo instanceof Queue queue) || replyTo instanceof TemporaryQueue) {
      throw new Unacceptable(Unacceptable.REPLY_TO_REFUSED);
    }
    if (!mayHaveRepliesOn(requester, String.valueOf(queue.getQueueName()))) {
      throw new Unacceptable(Unacceptable.REPLY_TO_REFUSED);
    }
  }

  /**
   * @param address a queue's whole address, or its bare name
   */
  boolean mayHaveRepliesOn(RequesterRule requester, String address) {
    return requester.replyQueues().contains(QueueName.listed(address))
        && !ownQueue.test(QueueName.bare(address));
  }
}
