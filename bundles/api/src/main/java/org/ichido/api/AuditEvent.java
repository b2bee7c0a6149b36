package org.ichido.api;

/** What happened, as the audit names it. */
public enum AuditEvent {
  /** A token was bound to a user. */
  REGISTERED,
  /** A registration was refused; the detail says why. */
  REGISTER_REFUSED,
  /** A code was accepted and its step consumed. */
  ACCEPTED,
  /** A code was refused; the cause says why. */
  REFUSED,
  /** A request was not judged because its form is wrong; the detail says what. */
  FORM_ERROR,
  /** A code whose step had been consumed was presented again (S0-5). */
  REPLAYED,
  /** A failure locked the token. */
  LOCKED,
  /** An actor lifted a lock or set counted failures to 0. */
  UNLOCKED,
  /** An unlock had nothing to do or was not allowed; the detail says which. */
  UNLOCK_REFUSED,
  /** An operator looked at a user. */
  DESCRIBED,
  /** A request id came again with other content; nothing was judged. */
  REQUEST_ID_REUSED,
  /** A request was past its expiry when it was received; nothing was judged. */
  REQUEST_EXPIRED,
  /** A reply was past its request's expiry and was dropped; the verdict stands. */
  REPLY_DROPPED,
  /** A reply could not be delivered and is kept for an operator; the verdict stands. */
  REPLY_PARKED,
  /** An administrator let in an older database; the detail says what it may have forgotten. */
  STORE_RESTORED,
  /** An administrator had a parked reply sent. */
  REPLY_RESENT,
  /** An administrator had a message of the backout queue handled again; the detail says which. */
  BACKOUT_RETRIED,
  /** An administrator drained a bank: its messages wait. */
  DRAINED,
  /** An administrator let in the messages of a drained bank again. */
  RESUMED,
  /** An enrolment began (S1-8). */
  ISSUED,
  /** A mail was handed to the next server. */
  MAILED,
  /** A mail cannot be delivered; the detail says why. */
  MAIL_FAILED,
  /** The seed was delivered to the app (S1-22). */
  INITIALISED,
  /** An activation was refused: one of the three values is wrong, or nothing is to activate. */
  ACTIVATION_REFUSED,
  /** The first code was right (S1-24). */
  CONFIRMED,
  /** An enrolment ended without success; the detail says why. */
  CANCELLED,
  /** A token was unbound for good. */
  REVOKED,
  /** The expiry was moved. */
  RENEWED,
  /** The token's life ended. */
  EXPIRED,
  /** The bank suspended a token. */
  SUSPENDED,
  /** The bank lifted a suspension. */
  SUSPENSION_LIFTED,
  /** A token's clock was measured by two codes; the detail says how far it is off. */
  RESYNCHRONISED,
  /** A token was given another name. */
  RENAMED,
  /** The count of deliveries was set to 0. */
  DOWNLOADS_RELEASED,
  /** An act was refused; the detail says which and why. */
  ACT_REFUSED,
  /** An operator asked for an act that needs another one's approval. */
  APPROVAL_ASKED,
  /** An operator approved what another one had asked for. */
  APPROVED,
  /** A code was asked for where the bank never asks (S3-17). */
  OFF_LIST,
  /** Core banking opened a contract. */
  CONTRACT_OPENED,
  /** Core banking closed a contract. */
  CONTRACT_CLOSED,
  /** Core banking changed a contract: method, branch, account; the detail says what. */
  CONTRACT_CHANGED,
  /** Core banking added a user. */
  USER_ADDED,
  /** Core banking removed a user. */
  USER_REMOVED,
  /** Core banking changed a user's role. */
  ROLE_CHANGED,
  /** The business of a day was opened. */
  BUSINESS_OPENED,
  /** The business of a day was closed. */
  BUSINESS_CLOSED,
  /** There are more or fewer contracts, users or tokens than was said; the detail has both. */
  COUNTS_DIFFER,
  /**
   * An administrator loaded something of a former system, or a file of changes; the detail has it.
   */
  MIGRATED,
  /** Core banking asked for events again; the detail says which and how many. */
  EVENTS_RESENT,
  /**
   * A delivered hard token was taken into stock; without a token, what became of a whole delivery.
   */
  STOCKED,
  /** A hard token was destroyed, and its seed forgotten. */
  DISPOSED,
  /** A branch ordered a hard token; the detail has number, kind and serial. */
  ORDERED,
  /** A hard token was sent (S4-21). */
  SHIPPED,
  /** The mail with a hard token came back. */
  MAIL_RETURNED,
  /** An order was taken back. */
  ORDER_CANCELLED,
  /** A user postponed the registration of a hard token (S4-23). */
  SKIPPED,
  /** A user was unbound from a token that others go on sharing. */
  UNBOUND,
  /** Core banking is asked for a debit or a refund; the detail has order and business date. */
  FEE_REQUESTED,
  /** A debit or a refund waits until business opens. */
  FEE_QUEUED,
  /** Core banking booked a debit or a refund; the detail has its number. */
  FEE_BOOKED,
  /** Core banking did not book a debit or a refund; the detail says why. */
  FEE_NOT_BOOKED,
  /** Core banking has not answered in time about a debit or a refund. */
  FEE_UNKNOWN,
  /** A debit or a refund went unanswered for so long that an operator has to find out. */
  FEE_TO_OPERATOR,
  /** Core banking answered about a debit or a refund otherwise than before, or twice booked. */
  FEE_CONTRADICTED,
  /** A debit was dropped before core banking was asked. */
  FEE_DROPPED,
  /** An operator said what became of a debit or a refund. */
  FEE_SETTLED,
  /** The books of a business date do not agree; the detail has both. */
  BOOKS_DIFFER
}
