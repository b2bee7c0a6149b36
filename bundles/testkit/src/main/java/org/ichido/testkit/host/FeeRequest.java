package org.ichido.testkit.host;

/**
 * What Ichido asks core banking about a fee, and the answers that core banking may give. What an
 * answer shall say otherwise, a test moves over it.
 *
 * @param record a record of type DBIT, RFND or DINQ, body ICHDBQ
 */
public record FeeRequest(HostRecord record) {
  /**
   * @return whether it asks what became of an earlier request, and asks for nothing itself
   */
  public boolean isInquiry() {
    return record.get("ICH-RECORD-TYPE").equals(RecordType.DEBIT_INQUIRY.code());
  }

  /**
   * @return {@code DEBIT} or {@code REFUND}: of an inquiry, what it asks about
   */
  public String subject() {
    return record.get("ICH-FEE-SUBJECT");
  }

  /**
   * @return the number of the order: one order is one debit and at most one refund, however often
   *     they are asked for
   */
  public long order() {
    return record.number("ICH-FEE-ORDER-NUMBER");
  }

  /**
   * @return how much, tax included
   */
  public long yen() {
    return record.number("ICH-FEE-YEN");
  }

  /**
   * @param booking core banking's own number of the booking, 1 to 16 characters
   * @return says that it is booked
   */
  public HostRecord booked(String booking) {
    return answer("BOOKED").move("ICH-BOOKING-NUMBER", booking);
  }

  /**
   * @param why {@code FUNDS}, {@code ACCOUNT} or {@code OTHER}
   * @return says that it is not booked, and never will be under this order number
   */
  public HostRecord notBooked(String why) {
    return answer(why);
  }

  /**
   * @return answers an inquiry: what it asks about never came
   */
  public HostRecord neverSeen() {
    return answer("NEVER_SEEN");
  }

  /**
   * @param code 2xxx or 9xxx
   * @return says that core banking cannot say now
   */
  public HostRecord later(String code) {
    return answer("").move("ICH-RESPONSE-CODE", code);
  }

  /** The header as it came, but for what makes it a reply; the clock is not looked at. */
  private HostRecord answer(String result) {
    HostRecord reply = new HostRecord(RecordType.DEBIT.replyBody());
    for (String field :
        new String[] {
          "ICH-EYECATCHER",
          "ICH-VERSION",
          "ICH-RECORD-TYPE",
          "ICH-ENVIRONMENT",
          "ICH-BANK",
          "ICH-BRANCH",
          "ICH-CONTRACT",
          "ICH-BUSINESS-DATE",
          "ICH-SENT-AT",
          "ICH-SERIAL-NUMBER",
          "ICH-ORIG-BUSINESS-DATE",
          "ICH-ORIG-SERIAL-NUMBER",
          "ICH-REQUEST-ID",
          "ICH-RESEND"
        }) {
      reply.move(field, record.get(field));
    }
    return reply
        .move("ICH-RECORD-LENGTH", Integer.toString(reply.length()))
        .move("ICH-KIND", "R")
        .move("ICH-SOURCE", record.get("ICH-DESTINATION"))
        .move("ICH-DESTINATION", record.get("ICH-SOURCE"))
        .move("ICH-FEE-REPLY-SUBJECT", subject())
        .move("ICH-FEE-REPLY-ORDER", record.get("ICH-FEE-ORDER-NUMBER"))
        .move("ICH-FEE-RESULT", result)
        .move("ICH-FEE-REPLY-YEN", record.get("ICH-FEE-YEN"));
  }
}
