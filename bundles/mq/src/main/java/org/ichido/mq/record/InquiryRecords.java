package org.ichido.mq.record;

/** What every requester may ask: what became of an own request, and whether we are there. */
final class InquiryRecords {
  private InquiryRecords() {}

  static Disposition inquire(Asked asked, Once once) throws BadRecord {
    EarlierRequest original = EarlierRequest.meantBy(asked.record());
    return once.answer(
        asked,
        () -> {
          HostRecord reply = asked.replies().begin(ReasonCode.DONE, asked.now());
          return asked
              .replies()
              .stored(
                  original
                      .reply(asked, once)
                      .flatMap(asked.replies()::header)
                      .map(header -> found(reply, header))
                      .orElseGet(() -> reply.set("ICH-ORIG-WAS-NOT-FOUND")));
        });
  }

  private static HostRecord found(HostRecord reply, HostRecord original) {
    return reply
        .set("ICH-ORIG-WAS-FOUND")
        .with("ICH-ORIG-TYPE", original.get("ICH-RECORD-TYPE"))
        .with("ICH-ORIG-RESPONSE-CODE", original.get("ICH-RESPONSE-CODE"))
        .with("ICH-DECIDED-AT", original.get("ICH-SENT-AT"));
  }

  static Disposition echo(Asked asked, Once once) {
    Replies replies = asked.replies();
    return once.answer(
        asked,
        () ->
            replies.stored(
                replies
                    .begin(ReasonCode.DONE, asked.now())
                    .with("ICH-ECHO-TEXT", asked.record().get("ICH-ECHO-TEXT"))
                    .with("ICH-AS-OF", JapanTime.format(asked.now()))));
  }
}
