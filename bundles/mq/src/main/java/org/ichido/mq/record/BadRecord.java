package org.ichido.mq.record;

/** A record that is not judged, and why. Carries words of ours and names of fields, no content. */
final class BadRecord extends Exception {
  private static final long serialVersionUID = 1L;

  private final ReasonCode code;
  private final String reason;

  private BadRecord(ReasonCode code, String reason) {
    // Bad records come as often as somebody sends them; nobody reads where they were found.
    super(code + " " + reason, null, false, false);
    this.code = code;
    this.reason = reason;
  }

  static BadRecord because(ReasonCode code) {
    return new BadRecord(code, code.name());
  }

  static BadRecord field(ReasonCode code, String field) {
    return new BadRecord(code, field);
  }

  ReasonCode code() {
    return code;
  }

  /** The word of the code, and the field if there is one. */
  String words() {
    return code.namesField() ? code + " " + reason : code.name();
  }

  /** What stands in ICH-RESPONSE-REASON. */
  String reason() {
    return reason;
  }
}
