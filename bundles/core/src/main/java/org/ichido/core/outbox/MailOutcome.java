package org.ichido.core.outbox;

/** What came of a mail, to be recorded. */
sealed interface MailOutcome {
  /** The next server took it over. */
  record Sent() implements MailOutcome {}

  /**
   * It will not be sent, and the customer waits for it in vain (S4-8).
   *
   * @param word why, as the event says it
   * @param why why, as the audit says it
   */
  record Failed(Word word, String why) implements MailOutcome {}

  /** Why a mail failed, in one word. */
  enum Word {
    /** The mail server refuses it for good. */
    REFUSED,
    /** The enrolment's deadline came, or comes before the next try. */
    TOO_LATE
  }

  /**
   * It was not taken this time.
   *
   * @param why why
   */
  record Postponed(String why) implements MailOutcome {}

  /** Nobody waits for it any more. */
  record Superseded() implements MailOutcome {}
}
