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
  RESUMED
}
