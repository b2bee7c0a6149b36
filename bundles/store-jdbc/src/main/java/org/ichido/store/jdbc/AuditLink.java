package org.ichido.store.jdbc;

import org.ichido.api.AuditEntry;

/**
 * An audit entry in its place in the chain.
 *
 * @param seq its number, from 1 without a gap
 * @param writer whose chain it is
 * @param prev the hash of the entry before it; zeros before the first
 * @param entry what happened
 * @param hash the hash over all of that
 */
record AuditLink(long seq, String writer, Hash prev, AuditEntry entry, Hash hash) {}
