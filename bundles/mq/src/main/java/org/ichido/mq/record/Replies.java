package org.ichido.mq.record;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.Description;
import org.ichido.api.UnlockOutcome;
import org.ichido.api.Verdict;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.transport.RequestType;

/** Forms the replies to one request, in its CCSID. Pure: the same outcome makes the same bytes. */
final class Replies {
  /** The version of how replies are formed, kept with each one. */
  static final int FORMAT = 1;

  private final RecordLayouts layouts;
  private final HostRecord header;
  private final HostCharacters set;
  private final Instant received;

  /**
   * @param header the request's header, which every reply repeats
   * @param set the characters of the request's CCSID
   * @param received when the request was received: the time of replies that no decision dates
   */
  Replies(RecordLayouts layouts, HostRecord header, HostCharacters set, Instant received) {
    this.layouts = layouts;
    this.header = header;
    this.set = set;
    this.received = received;
  }

  StoredReply verify(Verdict verdict) {
    return switch (verdict.kind()) {
      case ACCEPTED -> judged(ReasonCode.DONE, verdict, ((Verdict.Accepted) verdict).at());
      case REFUSED -> judged(ReasonCode.REFUSED, verdict, ((Verdict.Refused) verdict).at());
      case NOT_PROCESSED -> bad(fault(((Verdict.NotProcessed) verdict).why()));
    };
  }

  private StoredReply judged(ReasonCode code, Verdict verdict, Instant at) {
    return stored(
        begin(RequestType.VERIFY, code, code.name(), at)
            .with("ICH-VERDICT", verdict.kind().name()));
  }

  private static BadRecord fault(Verdict.NotProcessed.Why why) {
    return switch (why) {
      case REQUEST_ID_REUSED -> BadRecord.because(ReasonCode.DUPLICATE_KEY_MISMATCH);
      case WRONG_LENGTH -> BadRecord.field(ReasonCode.FIELD_VALUE, "ICH-CODE");
    };
  }

  StoredReply unlock(UnlockOutcome outcome) {
    ReasonCode code =
        switch (outcome) {
          case UNLOCKED -> ReasonCode.DONE;
          case NOT_LOCKED -> ReasonCode.NOT_LOCKED;
          case NOT_FOUND -> ReasonCode.NOT_FOUND;
          case FORBIDDEN -> ReasonCode.FORBIDDEN;
          case NOT_PROCESSED -> ReasonCode.DUPLICATE_KEY_MISMATCH;
        };
    return stored(
        begin(RequestType.UNLOCK, code, code.name(), received).with("ICH-OUTCOME", outcome.name()));
  }

  StoredReply describe(Description description) {
    ReasonCode done = ReasonCode.DONE;
    return stored(
        DescribeBody.fill(
            begin(RequestType.DESCRIBE, done, done.name(), description.at()), description));
  }

  /** The reply to a record that was not judged. */
  StoredReply bad(BadRecord fault) {
    Optional<RequestType> type = Gate.type(header);
    if (type.isEmpty()) {
      return stored(begin(layouts.header(), fault.code(), fault.reason(), received));
    }
    HostRecord reply = begin(type.get(), fault.code(), fault.reason(), received);
    return stored(
        switch (type.get()) {
          case VERIFY -> reply.set("ICH-CODE-NOT-PROCESSED");
          case UNLOCK -> reply.set("ICH-ACT-NOT-PROCESSED");
          case DESCRIBE -> reply;
        });
  }

  private HostRecord begin(RequestType type, ReasonCode code, String reason, Instant at) {
    return begin(layouts.reply(type), code, reason, at);
  }

  private HostRecord begin(RecordLayout layout, ReasonCode code, String reason, Instant at) {
    HostRecord echo = header.echoedIn(layout);
    return echo.set("ICH-IS-ICHIDO")
        .set("ICH-VERSION-1")
        .with("ICH-RECORD-LENGTH", Integer.toString(layout.length()))
        .set("ICH-REPLY")
        .with("ICH-SOURCE", echo.get("ICH-DESTINATION"))
        .with("ICH-DESTINATION", echo.get("ICH-SOURCE"))
        .with("ICH-SENT-AT", JapanTime.format(at))
        .with("ICH-RESPONSE-CODE", Integer.toString(code.code()))
        .with("ICH-RESPONSE-REASON", reason);
  }

  private StoredReply stored(HostRecord reply) {
    return new StoredReply(reply.encode(set), set.ccsid(), FORMAT);
  }
}
