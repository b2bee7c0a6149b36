package org.ichido.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The messages that did not go the ordinary way: requests on a bank's backout queue, and replies
 * that could not be delivered. Works for a drained bank as well. Thread-safe.
 *
 * <p>Never shows a body: it may hold a code. All methods throw {@link NoAnswer} if the queue
 * manager or the store cannot say ({@link QueuesUnavailable}, {@link StoreUnavailable}), or if the
 * bank has no valid profile ({@link BankNotServed}).
 */
@ProviderType
public interface MessageAdministration {
  /**
   * Says how much of a bank is still in hand after it was drained.
   *
   * @param bank the bank
   * @param wait how long to wait at the most for the answer 0
   * @return how many sessions still receive or hold a message; 0 when nothing is in hand
   */
  int inHand(BankId bank, Duration wait);

  /**
   * Looks at the backout queue and takes nothing off it.
   *
   * @param bank the bank
   * @param atMost how many at the most, 1 to 1,000
   * @return the messages, in the order of the queue
   */
  List<BackedOutMessage> backedOut(BankId bank, int atMost);

  /**
   * Handles a message of the backout queue as if it had just come by the queue it came from, sent
   * by the user who sent it then: gate, once-only, reply. Only what Ichido itself moved there is
   * handled, since anybody could write another user's name into a message of his own. Whatever goes
   * wrong, the message stays where it is. Audited.
   *
   * @param bank the bank
   * @param messageId the message's id on the backout queue
   * @param administrator who wants it
   * @return what became of it
   */
  RetryOutcome retry(BankId bank, String messageId, Actor.Administrator administrator);

  /**
   * Lists the replies that could not be delivered and are kept, oldest first.
   *
   * @param bank the bank
   * @param atMost how many at the most, 1 to 1,000
   * @return the replies
   */
  List<ParkedReply> parked(BankId bank, int atMost);

  /**
   * Sends a parked reply, byte for byte as it was formed, at least once. Audited.
   *
   * @param bank the bank
   * @param number the reply's number
   * @param queue where to, instead of the queue that the request named; on the requester's
   *     allow-list in either case
   * @param administrator who wants it
   * @return what became of it
   */
  ResendOutcome resend(
      BankId bank, long number, Optional<String> queue, Actor.Administrator administrator);
}
