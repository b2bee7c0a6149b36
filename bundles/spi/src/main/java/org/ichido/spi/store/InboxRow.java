package org.ichido.spi.store;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.RequestKey;

/**
 * The memory of a request that was judged.
 *
 * @param key the request's identity, unique in the store
 * @param fingerprint what it asked
 * @param reply what was answered
 * @param at when
 * @param mark what its record said of itself; empty for a call inside this JVM
 */
public record InboxRow(
    RequestKey key,
    Fingerprint fingerprint,
    StoredReply reply,
    Instant at,
    Optional<RecordMark> mark) {
  /** The memory of a request that was no record. */
  public InboxRow(RequestKey key, Fingerprint fingerprint, StoredReply reply, Instant at) {
    this(key, fingerprint, reply, at, Optional.empty());
  }
}
