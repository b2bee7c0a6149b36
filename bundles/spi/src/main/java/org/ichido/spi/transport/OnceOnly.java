package org.ichido.spi.transport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.ichido.api.NoAnswer;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.spi.store.Fingerprint;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.store.UnitOfWork;
import org.osgi.annotation.versioning.ProviderType;

/**
 * At-most-once handling with a stored reply. The first request with a key is decided, its reply is
 * formed inside the same transaction and remembered with it; every later one with the same key and
 * the same content gets those bytes.
 *
 * <p>Thread-safe, over several nodes on one store as well: the unique key decides who was first.
 */
@ProviderType
public interface OnceOnly {
  /**
   * Fingerprints what a request asks, under the vault's key.
   *
   * @param content the request's fields without those that an honest resend changes
   * @return the fingerprint
   * @throws NoAnswer if the vault has no key
   */
  Fingerprint fingerprint(byte[] content);

  /**
   * Since when answers are remembered. A request that was sent earlier may have been answered and
   * is not to be handled: it could get a second, different verdict.
   *
   * @return the instant; {@link Instant#EPOCH} unless an older database was let in
   * @throws NoAnswer if the store cannot say
   */
  Instant memoryBegins();

  /**
   * Looks whether a request was answered before. Decides nothing and changes nothing.
   *
   * @param key the request's identity
   * @return the reply it got, if it got one within the horizon
   * @throws NoAnswer if the store cannot say
   */
  Optional<StoredReply> recall(RequestKey key);

  /**
   * Looks whether a record was answered before, by what its header said of itself.
   *
   * @param requester who sent it; of several requesters nobody learns what the others asked
   * @param source the system in its header
   * @param businessDate the business date in its header
   * @param serialNumber its number among the records of that source and date
   * @return the reply it got, if it got one within the horizon
   * @throws NoAnswer if the store cannot say
   */
  Optional<StoredReply> recallMarked(
      Requester requester, String source, LocalDate businessDate, long serialNumber);

  /**
   * Handles a request that was no record: as {@link #handleMarked}, but nobody will ask for it by
   * its serial number, and it counts in no totals.
   *
   * @param key the request's identity
   * @param subject whom the request is about, for the audit if the key was used with other content
   * @param fingerprint what the request asks
   * @param work decides it, if it is new
   * @param form makes the reply's bytes from the outcome; pure, called inside the transaction
   * @param <O> the type of the outcome
   * @return the reply, durable and remembered; empty if the key was used before with other content,
   *     which is audited and has no other effect
   * @throws NoAnswer if nothing could be decided or made durable; hand in the same request again
   */
  default <O> Optional<StoredReply> handle(
      RequestKey key,
      Subject subject,
      Fingerprint fingerprint,
      UnitOfWork<O> work,
      Function<O, StoredReply> form) {
    return handleMarked(key, subject, fingerprint, work, form.andThen(Formed::unmarked));
  }

  /**
   * Handles a request.
   *
   * @param key the request's identity
   * @param subject whom the request is about, for the audit if the key was used with other content
   * @param fingerprint what the request asks
   * @param work decides it, if it is new
   * @param form makes the reply's bytes from the outcome, and the mark to remember with them; pure,
   *     called inside the transaction
   * @param <O> the type of the outcome
   * @return the reply, durable and remembered; empty if the key was used before with other content,
   *     which is audited and has no other effect
   * @throws NoAnswer if nothing could be decided or made durable; hand in the same request again
   */
  <O> Optional<StoredReply> handleMarked(
      RequestKey key,
      Subject subject,
      Fingerprint fingerprint,
      UnitOfWork<O> work,
      Function<O, Formed> form);

  /**
   * Answers a question, afresh each time: nothing of it is remembered.
   *
   * @param question decides nothing that lasts but what it appends to the audit
   * @param <O> the type of the answer
   * @return the answer
   * @throws NoAnswer if nothing can be said
   */
  <O> O ask(UnitOfWork<O> question);
}
