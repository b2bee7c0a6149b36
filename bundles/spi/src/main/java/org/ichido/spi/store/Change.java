package org.ichido.spi.store;

import java.time.Instant;
import org.ichido.api.AuditEntry;
import org.ichido.api.BankId;
import org.ichido.api.Drained;
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
   * Forgets answers from before an instant, some at a time, and parked replies likewise.
   *
   * @param before what is older goes
   * @param atMost how many rows go at once, at least 1
   */
  record Forget(Instant before, int atMost) implements Change {}

  /**
   * Marks a bank as drained. One that is marked keeps its mark.
   *
   * @param mark the mark
   */
  record Drain(Drained mark) implements Change {}

  /**
   * Takes the mark off, if there is one.
   *
   * @param bank the bank
   */
  record Resume(BankId bank) implements Change {}

  /**
   * Keeps a reply that could not be delivered and numbers it. One to a message of which a reply is
   * kept already changes nothing.
   *
   * @param row the reply
   */
  record Park(ParkedRow row) implements Change {}

  /**
   * Keeps a reply no longer, if it is kept.
   *
   * @param number the reply's number
   */
  record Unpark(long number) implements Change {}

  /**
   * Appends to the audit chain.
   *
   * @param entry the entry
   */
  record Append(AuditEntry entry) implements Change {}
}
