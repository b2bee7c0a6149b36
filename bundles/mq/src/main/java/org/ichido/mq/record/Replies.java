package org.ichido.mq.record;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.Description;
import org.ichido.api.Verdict;
import org.ichido.api.act.Activation;
import org.ichido.api.act.Outcome;
import org.ichido.api.contract.BusinessOutcome;
import org.ichido.api.contract.CountOutcome;
import org.ichido.api.order.BooksOutcome;
import org.ichido.api.requirement.Requirement;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.transport.DayTotals;
import org.ichido.spi.transport.RequestType;
import org.ichido.spi.transport.Resent;

/** Forms the replies to one request, in its CCSID. Pure: the same outcome makes the same bytes. */
final class Replies {
  /** The version of how replies are formed, kept with each one. */
  static final int FORMAT = 3;

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

  StoredReply verdict(Verdict verdict) {
    return switch (verdict.kind()) {
      case ACCEPTED -> judged(ReasonCode.DONE, verdict, ((Verdict.Accepted) verdict).at());
      case REFUSED -> judged(ReasonCode.REFUSED, verdict, ((Verdict.Refused) verdict).at());
      case NOT_PROCESSED -> bad(fault(((Verdict.NotProcessed) verdict).why()));
    };
  }

  private StoredReply judged(ReasonCode code, Verdict verdict, Instant at) {
    return stored(begin(code, at).with("ICH-VERDICT", verdict.kind().name()));
  }

  private BadRecord fault(Verdict.NotProcessed.Why why) {
    return switch (why) {
      case REQUEST_ID_REUSED -> BadRecord.because(ReasonCode.DUPLICATE_KEY_MISMATCH);
      case WRONG_LENGTH ->
          BadRecord.field(
              ReasonCode.FIELD_VALUE,
              header.is("ICH-REGISTER-DEVICE") ? Fields.DEVICE_CODE : "ICH-CODE");
    };
  }

  StoredReply act(Outcome outcome) {
    return switch (outcome.kind()) {
      case DONE -> {
        Outcome.Done done = (Outcome.Done) outcome;
        yield stored(ActBody.fill(begin(ReasonCode.DONE, done.at()), done));
      }
      case AWAITS_APPROVAL -> {
        Outcome.AwaitsApproval awaits = (Outcome.AwaitsApproval) outcome;
        yield stored(ActBody.fill(begin(ReasonCode.AWAITS_APPROVAL, awaits.at()), awaits));
      }
      case REFUSED -> {
        Outcome.Refused refused = (Outcome.Refused) outcome;
        yield stored(ActBody.fill(begin(ReasonCode.of(refused.reason()), refused.at()), refused));
      }
      case NOT_PROCESSED -> bad(fault(((Outcome.NotProcessed) outcome).why()));
    };
  }

  StoredReply business(BusinessOutcome business) {
    Outcome outcome = business.outcome();
    if (outcome instanceof Outcome.NotProcessed notProcessed) {
      return bad(fault(notProcessed.why()));
    }
    HostRecord reply =
        outcome instanceof Outcome.Refused refused
            ? begin(ReasonCode.of(refused.reason()), refused.at()).set("ICH-DAY-REFUSED")
            : begin(ReasonCode.DONE, ((Outcome.Done) outcome).at()).set("ICH-DAY-DONE");
    return stored(
        reply
            .with("ICH-DAY", JapanTime.date(business.date()))
            .with("ICH-OPENED-AT", JapanTime.format(business.opened()))
            .with("ICH-CLOSED-AT", JapanTime.format(business.closed())));
  }

  StoredReply activation(Activation activation) {
    if (activation instanceof Activation.Delivered delivered) {
      return stored(ActivationBody.fill(begin(ReasonCode.DONE, delivered.at()), delivered));
    } else if (activation instanceof Activation.Refused refused) {
      return stored(begin(ReasonCode.REFUSED, refused.at()).set("ICH-SEED-REFUSED"));
    } else if (activation instanceof Activation.Declined declined) {
      return stored(begin(ReasonCode.of(declined.reason()), declined.at()).set("ICH-SEED-REFUSED"));
    } else if (activation instanceof Activation.NotProcessed notProcessed) {
      return bad(fault(notProcessed.why()));
    }
    throw new IllegalArgumentException("no such activation: " + activation.getClass());
  }

  StoredReply requirement(Requirement requirement) {
    return stored(RequirementBody.fill(begin(ReasonCode.DONE, requirement.at()), requirement));
  }

  StoredReply describe(Description description) {
    return stored(DescribeBody.fill(begin(ReasonCode.DONE, description.at()), description));
  }

  StoredReply totals(DayTotals day) {
    return stored(TotalsBody.fill(begin(ReasonCode.DONE, day.at()), day));
  }

  StoredReply counts(CountOutcome counted) {
    return stored(TotalsBody.fill(begin(ReasonCode.DONE, counted.at()), counted));
  }

  StoredReply resent(Resent resent) {
    return stored(TotalsBody.fill(begin(ReasonCode.DONE, resent.at()), resent));
  }

  StoredReply books(BooksOutcome compared) {
    return stored(BooksBody.fill(begin(ReasonCode.DONE, compared.at()), compared));
  }

  /** The reply to a record that was not judged. */
  StoredReply bad(BadRecord fault) {
    Optional<RequestType> type = Gate.type(header);
    if (type.isEmpty()) {
      return stored(begin(layouts.header(), fault.code(), fault.reason(), received));
    }
    HostRecord reply = begin(layouts.reply(type.get()), fault.code(), fault.reason(), received);
    return stored(notProcessed(reply));
  }

  /** Says NOT_PROCESSED in whichever field says what became of the request. */
  private static HostRecord notProcessed(HostRecord reply) {
    for (String field : new String[] {"ICH-VERDICT", "ICH-OUTCOME"}) {
      if (reply.layout().has(field)) {
        return reply.with(field, Verdict.Kind.NOT_PROCESSED.name());
      }
    }
    return reply;
  }

  /** Begins the reply of the request's type, in its own layout. */
  HostRecord begin(ReasonCode code, Instant at) {
    RequestType type =
        Gate.type(header).orElseThrow(() -> new IllegalStateException("a reply to no request"));
    return begin(layouts.reply(type), code, code.name(), at);
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

  /** The header of a reply that was formed before, in whatever CCSID. */
  Optional<HostRecord> header(StoredReply former) {
    byte[] bytes = former.bytes();
    return HostCharacters.of(former.ccsid())
        .filter(characters -> bytes.length >= layouts.header().length())
        .map(characters -> HostRecord.read(layouts.header(), bytes, characters));
  }

  /** A reply that was formed before, whole; empty if its layout is another one by now. */
  Optional<HostRecord> read(StoredReply former) {
    return header(former)
        .flatMap(Gate::type)
        .map(layouts::reply)
        .filter(layout -> former.bytes().length == layout.length())
        .flatMap(
            layout ->
                HostCharacters.of(former.ccsid())
                    .map(characters -> HostRecord.read(layout, former.bytes(), characters)));
  }

  StoredReply stored(HostRecord reply) {
    return new StoredReply(reply.encode(set), set.ccsid(), FORMAT);
  }
}
