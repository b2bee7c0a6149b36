package org.ichido.core.fee;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.order.Books;
import org.ichido.api.order.BooksDifference;
import org.ichido.api.order.BooksOutcome;
import org.ichido.api.order.BooksRequest;
import org.ichido.spi.store.BookingRow;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/**
 * Compares the books of a business date; what was looked up stands in it.
 *
 * @param request which date, and what core banking says
 * @param orders the orders with a debit or refund of that date
 * @param bookings what replies of that date said
 * @param clock tells when
 */
public record BooksWork(
    BooksRequest request, List<OrderRow> orders, List<BookingRow> bookings, Clock clock)
    implements UnitOfWork<BooksOutcome> {
  /** Copies the lists. */
  public BooksWork {
    orders = List.copyOf(orders);
    bookings = List.copyOf(bookings);
  }

  @Override
  public Reads reads() {
    return Reads.NOTHING;
  }

  @Override
  public Decided<BooksOutcome> decide(Rows rows) {
    Instant now = clock.instant();
    DayBook book = new DayBook(request.date(), orders, bookings);
    Books ours = book.ours();
    List<BooksDifference> differences = book.differences();
    boolean equal =
        differences.isEmpty() && request.theirs().filter(said -> !said.equals(ours)).isEmpty();
    return new Decided<>(
        new BooksOutcome(now, ours, equal, differences),
        equal ? List.of() : List.of(new Change.Append(entry(ours, differences, now))));
  }

  private AuditEntry entry(Books ours, List<BooksDifference> differences, Instant now) {
    String detail =
        "business date %s: ours %s%s%s"
            .formatted(
                request.date(),
                words(ours),
                request.theirs().map(said -> "; theirs " + words(said)).orElse(""),
                differences.stream()
                    .map(difference -> "; " + difference.order() + " " + difference.kind())
                    .collect(Collectors.joining()));
    return AuditEntry.of(now, AuditEvent.BOOKS_DIFFER, request.bank())
        .withRequest(request.key())
        .withActor(request.actor())
        .withDetail(detail.substring(0, Math.min(detail.length(), AuditEntry.LONGEST_DETAIL)));
  }

  private static String words(Books books) {
    return "%d debits of %d yen, %d refunds of %d yen"
        .formatted(books.debits(), books.debitYen(), books.refunds(), books.refundYen());
  }
}
