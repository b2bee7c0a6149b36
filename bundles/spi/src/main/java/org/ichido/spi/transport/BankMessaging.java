package org.ichido.spi.transport;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.BankId;

/**
 * The part of a valid profile that a transport needs. A change of the profile makes a new one;
 * requests in flight keep theirs.
 *
 * @param bank the tenant
 * @param code the four characters by which the bank's records name it
 * @param production whether records must say production; otherwise training
 * @param queues the queue for each role that Ichido reads, each name once over all banks
 * @param eventQueue where core banking is told what happened
 * @param debitQueue where core banking is asked for fees; there if the bank gives hard tokens to
 *     customers, and then {@link QueueRole#DEBIT_REPLY} has a queue as well
 * @param backoutQueue where goes what cannot be answered
 * @param ccsid the coded character set of a message that does not say its own
 * @param sessions how many requests of one queue are handled side by side, 1 to 64
 * @param horizon how long an answer is remembered; a record sent earlier is refused
 * @param clockSkew how far a record's sent-at may lie ahead of our clock
 * @param requesters who may ask
 */
public record BankMessaging(
    BankId bank,
    String code,
    boolean production,
    Map<QueueRole, String> queues,
    String eventQueue,
    Optional<String> debitQueue,
    String backoutQueue,
    int ccsid,
    int sessions,
    Duration horizon,
    Duration clockSkew,
    List<RequesterRule> requesters) {
  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if there is one of the queues for fees without the other
   */
  public BankMessaging {
    queues = Map.copyOf(queues);
    requesters = List.copyOf(requesters);
    if (debitQueue.isPresent() != queues.containsKey(QueueRole.DEBIT_REPLY)) {
      throw new IllegalArgumentException("a queue for debits goes with one for their replies");
    }
  }

  /**
   * @param user the user that the queue manager vouches for, trimmed
   * @return the requester that this user is, if any
   */
  public Optional<RequesterRule> requesterOf(String user) {
    return requesters.stream().filter(rule -> rule.users().contains(user)).findFirst();
  }
}
