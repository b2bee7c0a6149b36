package org.ichido.spi.store;

import java.time.Instant;
import org.ichido.api.RequestKey;

/**
 * The memory of a request that was judged.
 *
 * @param key the request's identity, unique in the store
 * @param fingerprint what it asked
 * @param reply what was answered
 * @param at when
 */
public record InboxRow(RequestKey key, Fingerprint fingerprint, StoredReply reply, Instant at) {}
