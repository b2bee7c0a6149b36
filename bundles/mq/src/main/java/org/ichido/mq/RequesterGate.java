package org.ichido.mq;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import javax.jms.Destination;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.Queue;
import javax.jms.TemporaryQueue;
import org.ichido.api.QueuesUnavailable;
import org.ichido.mq.record.Incoming;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.QueueRole;
import org.ichido.spi.transport.RequesterRule;
import org.jspecify.annotations.Nullable;

/**
 * Lets in what a known requester sent and may be answered for. Looks at everything but the record;
 * holds no state, so a message that comes again is judged alike. Thread-safe.
 */
final class RequesterGate {
  /** Set by the queue manager; the provider's getter replaces what a client wrote into it. */
  static final String USER = "JMSXUserID";

  /** What kind of message it is in MQ's own terms. */
  static final String MESSAGE_TYPE = "JMS_IBM_MsgType";

  /** MQMT_REPORT: a queue manager, or a program, tells what became of another message. */
  private static final int REPORT = 4;

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
   * @param here knows the queue manager from which the message was got
   * @throws QueuesUnavailable if that cannot be asked
   */
  Incoming admit(Message message, String user, Here here) throws Unacceptable {
    try {
      RequesterRule requester =
          bank.requesterOf(user)
              .orElseThrow(() -> new Unacceptable(Unacceptable.REQUESTER_UNKNOWN));
      if (IntegerProperty.of(message, MESSAGE_TYPE).orElse(0) == REPORT) {
        throw new Unacceptable(role.asks() ? Unacceptable.NOT_A_REQUEST : Unacceptable.NOT_A_REPLY);
      }
      if (role.asks()) {
        checkReplyTo(replyTo(message), requester, here);
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

  /** IBM's client throws anything at a name that is none, such as one with a percent sign. */
  private static @Nullable Destination replyTo(Message message) throws JMSException, Unacceptable {
    try {
      return message.getJMSReplyTo();
    } catch (RuntimeException e) {
      throw new Unacceptable(Unacceptable.UNREADABLE, e);
    }
  }

  /** Otherwise anybody could have us put a record on a queue of his choice. */
  private void checkReplyTo(@Nullable Destination replyTo, RequesterRule requester, Here here)
      throws JMSException, Unacceptable {
    if (replyTo == null) {
      throw new Unacceptable(Unacceptable.NO_REPLY_TO);
    }
    if (!(replyTo instanceof Queue queue) || replyTo instanceof TemporaryQueue) {
      throw new Unacceptable(Unacceptable.REPLY_TO_REFUSED);
    }
    if (!mayHaveRepliesOn(requester, String.valueOf(queue.getQueueName()), here)) {
      throw new Unacceptable(Unacceptable.REPLY_TO_REFUSED);
    }
  }

  /**
   * A name alone on the list means the queue manager from which the request was got: IBM MQ adds
   * its own name to every reply-to that has none. Any other queue manager must be on the list.
   *
   * @param address a queue's whole address, or its bare name
   * @throws QueuesUnavailable if the queue manager's own name cannot be asked
   */
  boolean mayHaveRepliesOn(RequesterRule requester, String address, Here here) {
    String name = QueueName.bare(address);
    if (ownQueue.test(name)) {
      return false;
    }
    return requester.replyQueues().contains(QueueName.listed(address))
        || (requester.replyQueues().contains(name) && isHere(address, here));
  }

  private static boolean isHere(String address, Here here) {
    String queueManager = QueueName.managerOf(address);
    try {
      return !queueManager.isEmpty() && here.is(queueManager);
    } catch (JMSException e) {
      throw new QueuesUnavailable(
          "the queue manager's own name cannot be asked by way of the backout queue: "
              + JmsTrouble.of(e).why(),
          e);
    }
  }
}
