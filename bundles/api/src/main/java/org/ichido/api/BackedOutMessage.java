package org.ichido.api;

import java.time.Instant;
import java.util.Optional;

/**
 * A message on a backout queue, without its body. Whoever may write there can have written these
 * texts; control characters are taken out.
 *
 * @param messageId its id on the backout queue
 * @param reason why it is there, such as {@code REPLY_TO_REFUSED}; empty if nobody said
 * @param fromQueue where it came from; empty if nobody said
 * @param user who sent it there; empty if nobody said
 * @param putBy who put it on the backout queue, as the queue manager vouches; empty if it does not
 * @param putAt when it was put there
 * @param length of the body: bytes, or characters of a text; empty if it is neither
 * @param expires when it vanishes, if it does
 */
public record BackedOutMessage(
    String messageId,
    String reason,
    String fromQueue,
    String user,
    String putBy,
    Instant putAt,
    Optional<Long> length,
    Optional<Instant> expires) {}
