package org.ichido.mq;

/** A message that nobody can be answered for: it goes to the backout queue, unverified. */
final class Unacceptable extends Exception {
  private static final long serialVersionUID = 1L;

  /** Delivered too often; the last resort against a message that brings the house down. */
  static final String BACKOUT_THRESHOLD = "BACKOUT_THRESHOLD";

  /** Neither text nor bytes. */
  static final String NOT_TEXT_OR_BYTES = "NOT_TEXT_OR_BYTES";

  /** Larger than any record. */
  static final String TOO_LARGE = "TOO_LARGE";

  /** The text cannot be said in its own coded character set. */
  static final String BAD_CHARACTERS = "BAD_CHARACTERS";

  /** Text in a coded character set that we do not have. */
  static final String UNSUPPORTED_CCSID = "UNSUPPORTED_CCSID";

  /** The queue manager vouches for nobody whom the profile knows. */
  static final String REQUESTER_UNKNOWN = "REQUESTER_UNKNOWN";

  /** A report: it tells what became of another message. */
  static final String NOT_A_REQUEST = "NOT_A_REQUEST";

  /** The same where replies are expected. */
  static final String NOT_A_REPLY = "NOT_A_REPLY";

  /** Nowhere to answer to. */
  static final String NO_REPLY_TO = "NO_REPLY_TO";

  /** The requester may not have its answers there. */
  static final String REPLY_TO_REFUSED = "REPLY_TO_REFUSED";

  /** The provider cannot read the message's header or properties. */
  static final String UNREADABLE = "UNREADABLE";

  private final String reason;

  Unacceptable(String reason) {
    super(reason);
    this.reason = reason;
  }

  Unacceptable(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
