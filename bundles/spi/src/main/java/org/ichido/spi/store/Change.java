package org.ichido.spi.store;

import java.time.Instant;
import org.ichido.api.AuditEntry;
import org.osgi.annotation.versioning.ProviderType;

/** Something a unit of work wants written. Applied in order, all or none. */
@ProviderType
public sealed interface Change {
  /**
   * Adds a token with its users.
   *
   * @param row the token, version 0
   */
  record AddToken(TokenRow row) implements Change {}

  /**
   * Replaces a token's changing columns, on condition that the row still has the version in {@code
   * row} and its last accepted factor is not greater than the new one. Otherwise nothing of the
   * unit of work is written and it decides again from fresh rows.
   *
   * @param row the token as read, changed; the store raises the version
   */
  record UpdateToken(TokenRow row) implements Change {}

  /**
   * Remembers an answer. If the key is there already, nothing of the unit of work is written and it
   * decides again from fresh rows.
   *
   * @param row the request, what it asked and the answer
   */
  record Remember(InboxRow row) implements Change {}

  /**
   * Forgets answers from before an instant, some at a time.
   *
   * @param before what is older goes
   * @param atMost how many rows go at once, at least 1
   */
  record Forget(Instant before, int atMost) implements Change {}

  /**
   * Appends to the audit chain.
   *
   * @param entry the entry
   */
  record Append(AuditEntry entry) implements Change {}
}
