package org.ichido.spi.store;

import java.time.Instant;
import org.ichido.api.AuditEntry;
import org.ichido.api.BankId;
import org.ichido.api.Drained;
import org.ichido.api.TokenId;
import org.osgi.annotation.versioning.ProviderType;

/** Something a unit of work wants written. Applied in order, all or none. */
@ProviderType
public sealed interface Change {
  /**
   * Adds a token with its users. If one of them has a live token already, or another token has its
   * activation pair, nothing of the unit of work is written and it decides again from fresh rows.
   *
   * @param row the token, version 0
   */
  record AddToken(TokenRow row) implements Change {}

  /**
   * Replaces a token's changing columns, on condition that the row still has the version in {@code
   * row} and its last accepted factor is not greater than the new one. Otherwise nothing of the
   * unit of work is written and it decides again from fresh rows. Of a token that is not live any
   * more no seed and no activation password are kept, and its users may have another.
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
   * Forgets what is from before an instant, some at a time of each: answers; parked replies; of the
   * outbox what is SENT or FAILED, by when it was to be tried last, and never what still waits;
   * approvals that could be given only before.
   *
   * @param before what is older goes
   * @param atMost how many rows of each kind go at once, at least 1
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
   * Adds a contract, or replaces one on condition that the row still has the version in {@code
   * row}. Otherwise nothing of the unit of work is written and it decides again from fresh rows.
   *
   * @param row the contract; version 0 and not there yet, or as read and changed
   * @param added whether it is a new one
   */
  record PutContract(ContractRow row, boolean added) implements Change {}

  /**
   * Adds a user, or replaces one, on the same condition as {@link PutContract}.
   *
   * @param row the user
   * @param added whether it is a new one
   */
  record PutUser(UserRow row, boolean added) implements Change {}

  /**
   * Adds an approval that is asked for, or replaces one, on the same condition.
   *
   * @param row the approval
   * @param added whether it is a new one
   */
  record PutApproval(ApprovalRow row, boolean added) implements Change {}

  /**
   * Replaces a bank's business day.
   *
   * @param day the day
   */
  record PutDay(BusinessDay day) implements Change {}

  /**
   * Takes a delivered device into stock. If its id is there, or its bank has another one with its
   * serial, nothing of the unit of work is written and it decides again from fresh rows.
   *
   * @param row the device, version 0
   */
  record AddHardToken(HardTokenRow row) implements Change {}

  /**
   * Replaces how a device stands: seed, branch, state, contract. On condition that the row still
   * has the version in {@code row}; otherwise nothing of the unit of work is written and it decides
   * again from fresh rows. Nothing else of it changes.
   *
   * @param row the device as read, changed; the store raises the version
   */
  record UpdateHardToken(HardTokenRow row) implements Change {}

  /**
   * Replaces a token's changing columns, as {@link UpdateToken} does, and its users. If one who is
   * new to it has another live token by then, nothing of the unit of work is written and it decides
   * again from fresh rows.
   *
   * @param row the token as read, changed; the store raises the version
   */
  record RebindToken(TokenRow row) implements Change {}

  /**
   * The device of a token whose life is over is REVOKED, and its seed forgotten; nothing if there
   * is no such device or it is over already. Needs no reading of it before; whoever changes the
   * device at the same time decides again.
   *
   * @param id the token, and so the device
   */
  record RetireHardToken(TokenId id) implements Change {}

  /**
   * Adds an order, or replaces one, on the same condition as {@link PutContract}. If its number is
   * there already, or another order that is not over has its device, it comes too late.
   *
   * @param row the order
   * @param added whether it is a new one
   */
  record PutOrder(OrderRow row, boolean added) implements Change {}

  /**
   * Keeps what a reply of core banking said, if nothing the same is kept yet: same order, same
   * posting, same booking, same reason.
   *
   * @param row what it said
   */
  record Book(BookingRow row) implements Change {}

  /**
   * Puts something into the outbox, and gives it its numbers. They are rolled back with it, so that
   * no number is ever missing.
   *
   * @param row the entry, {@link OutboxRow#UNNUMBERED}
   */
  record Emit(OutboxRow row) implements Change {}

  /**
   * Replaces how an entry of the outbox stands, if it is still there: state, tries, next try, why.
   * Nothing else of it changes.
   *
   * @param row the entry
   */
  record Settle(OutboxRow row) implements Change {}

  /**
   * Appends to the audit chain.
   *
   * @param entry the entry
   */
  record Append(AuditEntry entry) implements Change {}
}
