package org.ichido.spi.store;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.Holder;
import org.ichido.api.RequestId;
import org.ichido.api.Requester;

/**
 * A reply that could not be delivered, with everything that sending it needs.
 *
 * @param number given by the store, from 1 on and never again; {@link #UNNUMBERED} before
 * @param bank whose requester it is
 * @param requester whose reply it is
 * @param request the request that it answers, if the record said one
 * @param holder whom it is about, if the record said so
 * @param messageId the id of the request's message, unique in the store
 * @param queue where it was to go, as the transport writes it
 * @param correlationId by which the requester knows it
 * @param persistent whether it is to survive a restart of the queue manager
 * @param priority of the message, 0 to 9
 * @param expires when nobody waits for it any more, if ever
 * @param text whether it goes as text; otherwise as bytes
 * @param reply the bytes
 * @param why why it could not be delivered, one line
 * @param at when that was
 */
public record ParkedRow(
    long number,
    BankId bank,
    Requester requester,
    Optional<RequestId> request,
    Optional<Holder> holder,
    String messageId,
    String queue,
    String correlationId,
    boolean persistent,
    int priority,
    Optional<Instant> expires,
    boolean text,
    StoredReply reply,
    String why,
    Instant at) {
  /** {@link #number} of a row that the store has not yet. */
  public static final long UNNUMBERED = 0;

  /** The longest message id, queue, correlation id and reason, in characters. */
  public static final int LONGEST = 1_000;
}
