package org.ichido.core.fee;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEvent;
import org.ichido.api.order.NotBooked;
import org.ichido.core.system.JapaneseTime;
import org.ichido.spi.store.BookingRow;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Posting;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.transport.DebitReply;
import org.ichido.spi.transport.Debits.Taken;

/**
 * Takes what core banking said of a debit or a refund, and keeps it for the books also where it
 * contradicts what is known.
 *
 * @param reply what it said
 * @param clock tells when
 */
public record AnsweredWork(DebitReply reply, Clock clock) implements UnitOfWork<Taken> {
  private static final String CORE = "core";

  @Override
  public Reads reads() {
    return Reads.NOTHING.withOrder(new Reads.Ordered(reply.bank(), reply.order()));
  }

  @Override
  public Decided<Taken> decide(Rows rows) {
    Optional<FeeSide> asked =
        rows.order()
            .map(row -> new FeeSide(row, reply.subject()))
            .filter(side -> side.posting().isPresent());
    return asked.map(this::decided).orElseGet(() -> new Decided<>(Taken.NOT_OURS, List.of()));
  }

  private Decided<Taken> decided(FeeSide side) {
    Instant now = clock.instant();
    OrderRow.Fee fee = side.order().fee();
    Posting before = side.posting().orElseThrow();
    PostingMachine.Answered answered = PostingMachine.answered(before, reply, fee.yen(), now);
    FeeJournal journal = new FeeJournal(now, new Actor.CoreBanking(CORE));
    FeeSide after = side.with(answered.posting());
    List<Change> changes = new ArrayList<>();
    if (!answered.posting().equals(before)) {
      changes.add(new Change.PutOrder(after.order(), false));
      changes.add(journal.stands(after));
    }
    if (answered.taken() == Taken.CONTRADICTS) {
      changes.add(journal.entry(after, AuditEvent.FEE_CONTRADICTED, "; core banking: " + said()));
    }
    if (answered.taken() != Taken.NOT_OURS && reply.result() != DebitReply.Result.NEVER_SEEN) {
      changes.add(new Change.Book(row(side, now)));
    }
    return new Decided<>(answered.taken(), changes);
  }

  private String said() {
    return reply.result()
        + reply.booking().map(number -> " " + number + " of " + reply.yen() + " yen").orElse("");
  }

  /** Under the day of the reply if core banking was never asked. */
  private BookingRow row(FeeSide side, Instant now) {
    LocalDate date =
        side.posting().flatMap(Posting::businessDate).orElseGet(() -> JapaneseTime.dayOf(now));
    return new BookingRow(
        reply.bank(), reply.order(), side.refund(), date, reply.booking(), why(), reply.yen(), now);
  }

  private Optional<NotBooked> why() {
    return switch (reply.result()) {
      case FUNDS -> Optional.of(NotBooked.FUNDS);
      case ACCOUNT -> Optional.of(NotBooked.ACCOUNT);
      case OTHER -> Optional.of(NotBooked.OTHER);
      case BOOKED, NEVER_SEEN -> Optional.empty();
    };
  }
}
