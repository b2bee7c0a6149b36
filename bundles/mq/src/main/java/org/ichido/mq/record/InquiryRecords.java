package org.ichido.mq.record;

import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.spi.store.StoredReply;

/** What every requester may ask: what became of an own request, and whether we are there. */
final class InquiryRecords {
  private InquiryRecords() {}

  static Disposition inquire(Asked asked, Once once) throws BadRecord {
    Optional<RequestId> original =
        Fields.optional(asked.record(), "ICH-ORIG-REQUEST-ID", RequestId::new);
    Optional<LocalDate> date = Fields.optionalDate(asked.record(), "ICH-ORIG-BUSINESS-DATE");
    if (original.isEmpty() && date.isEmpty()) {
      throw BadRecord.field(ReasonCode.FIELD_MISSING, "ICH-ORIG-REQUEST-ID");
    }
    return once.answer(
        asked,
        () -> {
          HostRecord reply = asked.replies().begin(ReasonCode.DONE, asked.now());
          return asked
              .replies()
              .stored(
                  recalled(asked, once, original, date)
                      .flatMap(asked.replies()::header)
                      .map(header -> found(reply, header))
                      .orElseGet(() -> reply.set("ICH-ORIG-WAS-NOT-FOUND")));
        });
  }

  private static Optional<StoredReply> recalled(
      Asked asked, Once once, Optional<RequestId> original, Optional<LocalDate> date) {
    Requester requester = asked.key().requester();
    if (original.isPresent()) {
      return once.onceOnly().recall(new RequestKey(requester, original.get()));
    }
    HostRecord record = asked.record();
    return once.onceOnly()
        .recallMarked(
            requester,
            record.get("ICH-SOURCE"),
            date.orElseThrow(),
            Long.parseLong(record.get("ICH-ORIG-SERIAL-NUMBER")));
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
