package org.ichido.mq.record;

import java.time.Instant;
import org.ichido.api.Holder;
import org.ichido.api.RequestKey;

/**
 * A request whose record is in order, and what forms its reply.
 *
 * @param incoming the message
 * @param record the record; closed by whoever read it
 * @param key the request's identity
 * @param header what its header says
 * @param replies forms the reply
 * @param now when it was received
 */
record Asked(
    Incoming incoming,
    HostRecord record,
    RequestKey key,
    Header header,
    Replies replies,
    Instant now) {
  Holder holder() throws BadRecord {
    return header.holder();
  }
}
