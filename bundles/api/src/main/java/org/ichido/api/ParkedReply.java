package org.ichido.api;

import java.time.Instant;
import java.util.Optional;

/**
 * A reply that could not be delivered and is kept, without its bytes.
 *
 * @param number its number, unique for ever
 * @param requester whose reply it is
 * @param request the request that it answers, if the record said one
 * @param holder whom it is about, if the record said so
 * @param queue where it was to go
 * @param why why it could not
 * @param at when that was
 * @param expires when nobody waits for it any more, if ever
 */
public record ParkedReply(
    long number,
    Requester requester,
    Optional<RequestId> request,
    Optional<Holder> holder,
    String queue,
    String why,
    Instant at,
    Optional<Instant> expires) {}
