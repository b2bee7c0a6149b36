package org.ichido.mq.record;

import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.contract.BusinessRequest;
import org.ichido.api.contract.BusinessRequest.Step;
import org.ichido.api.contract.Count;
import org.ichido.api.contract.CountRequest;
import org.ichido.api.order.Books;
import org.ichido.api.order.BooksRequest;
import org.ichido.spi.transport.ResendRequest;
import org.ichido.spi.transport.TotalsRequest;

/** The business day of core banking, and what it checks at its end. */
final class BusinessRecords {
  private BusinessRecords() {}

  static Disposition open(Asked asked, Once once) throws BadRecord {
    return tell(asked, once, Step.OPEN);
  }

  static Disposition close(Asked asked, Once once) throws BadRecord {
    return tell(asked, once, Step.CLOSE);
  }

  static Disposition totals(Asked asked, Once once) throws BadRecord {
    HostRecord record = asked.record();
    Optional<String> type =
        Fields.optional(record, "ICH-TOTALS-TYPE", text -> recordType(record.layout(), text));
    TotalsRequest request =
        new TotalsRequest(
            asked.key(),
            Fields.bank(asked.incoming()),
            Fields.date(record, "ICH-BUSINESS-DATE"),
            Fields.optional(record, "ICH-TOTALS-BRANCH"),
            type);
    return once.handle(
        asked, Optional.of(actor(asked)), d -> d.totals(request), asked.replies()::totals);
  }

  private static String recordType(RecordLayout layout, String text) {
    if (!layout.field("ICH-RECORD-TYPE").values().containsValue(text)) {
      throw new IllegalArgumentException("no record type: " + text);
    }
    return text;
  }

  static Disposition compare(Asked asked, Once once) throws BadRecord {
    HostRecord record = asked.record();
    Count theirs =
        new Count(
            Long.parseLong(record.get("ICH-THEIR-CONTRACTS")),
            Long.parseLong(record.get("ICH-THEIR-USERS")),
            Long.parseLong(record.get("ICH-THEIR-TOKENS")));
    BankId bank = Fields.bank(asked.incoming());
    Actor.CoreBanking actor = actor(asked);
    CountRequest request =
        Fields.optional(
                record,
                "ICH-CHECK-BRANCH",
                branch -> new CountRequest(asked.key(), bank, Optional.of(branch), theirs, actor))
            .orElseGet(() -> new CountRequest(asked.key(), bank, Optional.empty(), theirs, actor));
    return once.handle(asked, Optional.of(actor), d -> d.compare(request), asked.replies()::counts);
  }

  static Disposition resend(Asked asked, Once once) throws BadRecord {
    Actor.CoreBanking actor = actor(asked);
    long from = Long.parseLong(asked.record().get("ICH-FROM-EVENT"));
    for (String field : new String[] {"ICH-FROM-EVENT", "ICH-TO-EVENT"}) {
      if (Long.parseLong(asked.record().get(field)) == 0) {
        throw BadRecord.field(ReasonCode.FIELD_MISSING, field);
      }
    }
    ResendRequest request =
        Fields.value(
            asked.record(),
            "ICH-TO-EVENT",
            to ->
                new ResendRequest(
                    asked.key(), Fields.bank(asked.incoming()), from, Long.parseLong(to), actor));
    return once.handle(asked, Optional.of(actor), d -> d.resend(request), asked.replies()::resent);
  }

  static Disposition books(Asked asked, Once once) throws BadRecord {
    HostRecord record = asked.record();
    Books theirs =
        new Books(
            Long.parseLong(record.get("ICH-THEIR-DEBITS")),
            Long.parseLong(record.get("ICH-THEIR-DEBIT-YEN")),
            Long.parseLong(record.get("ICH-THEIR-REFUNDS")),
            Long.parseLong(record.get("ICH-THEIR-REFUND-YEN")));
    Actor.CoreBanking actor = actor(asked);
    BooksRequest request =
        new BooksRequest(
            asked.key(),
            Fields.bank(asked.incoming()),
            Fields.date(record, "ICH-BUSINESS-DATE"),
            Optional.of(theirs),
            actor);
    return once.handle(asked, Optional.of(actor), d -> d.books(request), asked.replies()::books);
  }

  private static Actor.CoreBanking actor(Asked asked) throws BadRecord {
    return Fields.value(asked.record(), "ICH-SOURCE", Actor.CoreBanking::new);
  }

  private static Disposition tell(Asked asked, Once once, Step step) throws BadRecord {
    LocalDate date = Fields.date(asked.record(), "ICH-BUSINESS-DATE");
    Actor.CoreBanking actor = actor(asked);
    BusinessRequest request =
        new BusinessRequest(asked.key(), Fields.bank(asked.incoming()), step, date, actor);
    return once.handle(
        asked, Optional.of(actor), d -> d.business(request), asked.replies()::business);
  }
}
