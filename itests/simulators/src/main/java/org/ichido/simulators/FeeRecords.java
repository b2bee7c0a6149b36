package org.ichido.simulators;

import java.util.List;
import org.ichido.testkit.host.HostRecord;

/** The records of the debit queue, read and written by their copybooks. */
final class FeeRecords {
  private static final String REQUEST = "ICHDBQ";
  private static final String REPLY = "ICHDBR";
  private static final List<String> KEPT =
      List.of(
          "ICH-EYECATCHER",
          "ICH-VERSION",
          "ICH-RECORD-TYPE",
          "ICH-ENVIRONMENT",
          "ICH-BANK",
          "ICH-BRANCH",
          "ICH-CHANNEL",
          "ICH-CONTRACT",
          "ICH-BUSINESS-DATE",
          "ICH-SENT-AT",
          "ICH-SERIAL-NUMBER",
          "ICH-ORIG-BUSINESS-DATE",
          "ICH-ORIG-SERIAL-NUMBER",
          "ICH-REQUEST-ID",
          "ICH-RESEND");

  private FeeRecords() {}

  static String body() {
    return REQUEST;
  }

  static Asked asked(HostRecord request) {
    return new Asked(
        request.get("ICH-RECORD-TYPE").equals("DINQ"),
        Subject.valueOf(request.get("ICH-FEE-SUBJECT")),
        (int) request.number("ICH-FEE-ORDER-NUMBER"),
        new Account(
            request.get("ICH-FEE-ACCOUNT-BRANCH"),
            request.get("ICH-FEE-ACCOUNT-TYPE"),
            request.get("ICH-FEE-ACCOUNT-NUMBER")),
        request.number("ICH-FEE-YEN"),
        request.day("ICH-BUSINESS-DATE").orElseThrow());
  }

  /** The header goes back as it came, systems exchanged. */
  static HostRecord reply(HostRecord request, Answer answer) {
    HostRecord reply = new HostRecord(REPLY);
    KEPT.forEach(name -> reply.move(name, request.get(name)));
    return reply
        .move("ICH-RECORD-LENGTH", Integer.toString(reply.length()))
        .move("ICH-KIND", "R")
        .move("ICH-SOURCE", request.get("ICH-DESTINATION"))
        .move("ICH-DESTINATION", request.get("ICH-SOURCE"))
        .move("ICH-FEE-REPLY-SUBJECT", answer.subject().name())
        .move("ICH-FEE-REPLY-ORDER", Integer.toString(answer.order()))
        .move("ICH-FEE-RESULT", answer.result().name())
        .move("ICH-BOOKING-NUMBER", answer.booking())
        .move("ICH-FEE-REPLY-YEN", Long.toString(answer.yen()));
  }
}
