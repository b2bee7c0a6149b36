package org.ichido.mq.record;

/**
 * Why a request was answered as it was, or not answered. Every code a record can carry stands here
 * and nowhere else; {@code docs/messages.md} says the same to programmers, and a test compares.
 *
 * <p>The first digit is the class: 0 done, 1 refused for a reason of the business, 2 try again
 * later, 8 the record is bad, 9 system. Transport trouble and business refusals share no class. No
 * code of class 2 or 9 is sent yet: when nothing can be decided, the request waits on its queue.
 */
public enum ReasonCode {
  /** What was asked has been done. */
  DONE(0, true, "What was asked has been done; the body says what came of it."),
  /** The code gives no access, for whatever cause. */
  REFUSED(1000, true, "The code gives no access. The cause is not told."),
  /** An unlock found no lock in force. */
  NOT_LOCKED(1101, true, "There was no lock in force. Failures counted so far are 0 now."),
  /** The user has no active token. */
  NOT_FOUND(1102, true, "The user has no ACTIVE token."),
  /** The bank's profile does not let this operator do this. */
  FORBIDDEN(1103, true, "The bank's profile does not let this operator do this."),
  /** The layout's version is not known. */
  UNSUPPORTED_VERSION(8001, true, "The version of the layout is not known."),
  /** The record type is not known. */
  UNKNOWN_TYPE(8002, true, "The record type is not known. The reply is the header alone."),
  /** The length field, the message and the record type do not agree. */
  LENGTH_MISMATCH(8003, true, "Length field, message length and record type do not agree."),
  /** The kind is not request. */
  NOT_A_REQUEST(8004, true, "The kind is not Q."),
  /** Production met training. */
  ENVIRONMENT_MISMATCH(8005, true, "A training record in production, or the reverse."),
  /** The record type belongs to another queue. */
  WRONG_QUEUE(8006, true, "This record type belongs on another queue."),
  /** The requester may not send this record type. */
  NOT_PERMITTED(8007, true, "The requester may not send this record type."),
  /** The record's bank is not the queue's bank. */
  BANK_MISMATCH(8008, true, "The record's bank is not the bank of the queue."),
  /** Sent before the inbox horizon. */
  REQUEST_TOO_OLD(
      8009,
      true,
      "Sent so long ago that its answer is no longer remembered, or before a backup of Ichido's"
          + " database was put back; for some time after that, any resend whose answer is lost."),
  /** Sent later than now. */
  SENT_IN_FUTURE(8010, true, "Sent later than our clock says, beyond the tolerance."),
  /** The request id was used before with other content. */
  DUPLICATE_KEY_MISMATCH(8011, true, "The request id was used before with other content."),
  /** A field holds what is no single-byte character of a record. */
  FIELD_CHARACTERS(
      8101, true, "The field holds a byte that is no half-width character of a record."),
  /** A text field begins with a space. */
  FIELD_NOT_JUSTIFIED(8102, true, "The text begins with a space: it must be left-justified."),
  /** A PIC 9 field holds something else than digits. */
  FIELD_NOT_NUMERIC(8103, true, "The PIC 9 field holds something else than digits."),
  /** A required field is blank. */
  FIELD_MISSING(8104, true, "The field is required and is blank."),
  /** A field's value is not well-formed. */
  FIELD_VALUE(8105, true, "The field's value is not well-formed."),
  /** The message is none of our records. */
  NOT_A_RECORD(8901, false, "Too short for a header, or no eye-catcher in this CCSID."),
  /** The coded character set is not supported. */
  UNSUPPORTED_CCSID(8902, false, "The message's CCSID is not supported."),
  /** The request had expired. */
  REQUEST_EXPIRED(8903, false, "The request had expired when it was read; it was not judged.");

  private final int code;
  private final boolean replied;
  private final String meaning;

  ReasonCode(int code, boolean replied, String meaning) {
    this.code = code;
    this.replied = replied;
    this.meaning = meaning;
  }

  /**
   * @return the number in the field {@code ICH-RESPONSE-CODE}, 0 to 9999
   */
  public int code() {
    return code;
  }

  /**
   * @return whether a reply can carry it; if not, it is the reason for which there is none
   */
  public boolean replied() {
    return replied;
  }

  /**
   * @return what it means, in a sentence for programmers
   */
  public String meaning() {
    return meaning;
  }

  /**
   * @return whether a reply with it names the wrong field as its reason, instead of this word
   */
  public boolean namesField() {
    return code / 100 == 81;
  }
}
