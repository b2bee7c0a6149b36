package org.ichido.core.fakes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ichido.api.BankId;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.order.OrderQuery;
import org.ichido.api.order.PostingState;
import org.ichido.spi.store.BookingRow;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Posting;
import org.ichido.spi.store.Reads;

/** The orders of {@link MemoryTables}, and what core banking said of them. */
final class MemoryOrders {
  private record Key(String bank, OrderNumber number) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::bank).thenComparing(Key::number).compare(this, other);
    }
  }

  private final Map<Key, OrderRow> rows;
  private final List<BookingRow> bookings;

  MemoryOrders() {
    this(Map.of(), List.of());
  }

  private MemoryOrders(Map<Key, OrderRow> rows, List<BookingRow> bookings) {
    this.rows = new TreeMap<>(rows);
    this.bookings = new ArrayList<>(bookings);
  }

  MemoryOrders copy() {
    return new MemoryOrders(rows, bookings);
  }

  /**
   * @return whether it was written: nobody was faster
   */
  boolean apply(Change.PutOrder put) {
    OrderRow row = put.row();
    Key key = new Key(row.contract().bank().value(), row.number());
    OrderRow stored = rows.get(key);
    boolean late =
        put.added() ? stored != null : stored == null || stored.version() != row.version();
    if (late || taken(key, row)) {
      return false;
    }
    rows.put(key, put.added() ? row : NextVersion.of(row));
    return true;
  }

  private boolean taken(Key key, OrderRow row) {
    return !row.state().over()
        && rows.entrySet().stream()
            .filter(of -> !of.getKey().equals(key) && !of.getValue().state().over())
            .anyMatch(of -> of.getValue().device().equals(row.device()));
  }

  void apply(Change.Book book) {
    BookingRow row = book.row();
    boolean known =
        bookings.stream()
            .anyMatch(
                there ->
                    there.bank().equals(row.bank())
                        && there.order().equals(row.order())
                        && there.refund() == row.refund()
                        && there.booking().equals(row.booking())
                        && there.notBooked().equals(row.notBooked())
                        && (row.booking().isEmpty() || there.yen() == row.yen()));
    if (!known) {
      bookings.add(row);
    }
  }

  List<OrderRow> of(ContractKey contract) {
    return rows.values().stream().filter(row -> row.contract().equals(contract)).toList();
  }

  Optional<OrderRow> find(Reads.Ordered wanted) {
    return Optional.ofNullable(rows.get(new Key(wanted.bank().value(), wanted.number())));
  }

  List<BookingRow> bookings(Reads.Ordered wanted) {
    return bookings.stream()
        .filter(row -> row.bank().equals(wanted.bank()) && row.order().equals(wanted.number()))
        .toList();
  }

  Optional<OrderRow> last(BankId bank) {
    return of(bank).max(Comparator.comparing(OrderRow::number));
  }

  List<OrderRow> find(OrderQuery query) {
    return of(query.bank())
        .filter(row -> query.contract().map(row.contract().contract()::equals).orElse(true))
        .filter(row -> !query.unsettled() || unsettled(row))
        .limit(query.atMost())
        .toList();
  }

  private static boolean unsettled(OrderRow row) {
    boolean open =
        postings(row)
            .map(Posting::state)
            .anyMatch(state -> state == PostingState.QUEUED || state.open());
    boolean unpaid =
        !row.state().over()
            && row.fee()
                .debit()
                .filter(debit -> debit.state() == PostingState.NOT_BOOKED)
                .isPresent();
    return open || unpaid;
  }

  List<OrderRow> queued(BankId bank, int atMost) {
    return of(bank)
        .filter(row -> postings(row).anyMatch(p -> p.state() == PostingState.QUEUED))
        .limit(atMost)
        .toList();
  }

  List<OrderRow> due(BankId bank, Instant now, int atMost) {
    return of(bank)
        .filter(row -> next(row).filter(at -> !at.isAfter(now)).isPresent())
        .sorted(Comparator.comparing(row -> next(row).orElseThrow()))
        .limit(atMost)
        .toList();
  }

  private static Optional<Instant> next(OrderRow row) {
    return postings(row).flatMap(p -> p.next().stream()).min(Comparator.naturalOrder());
  }

  List<OrderRow> feesOf(BankId bank, LocalDate date) {
    return of(bank)
        .filter(row -> postings(row).anyMatch(p -> p.businessDate().equals(Optional.of(date))))
        .toList();
  }

  List<BookingRow> bookings(BankId bank, LocalDate date) {
    return bookings.stream()
        .filter(row -> row.bank().equals(bank) && row.businessDate().equals(date))
        .sorted(Comparator.comparing(BookingRow::order))
        .toList();
  }

  private Stream<OrderRow> of(BankId bank) {
    return rows.values().stream().filter(row -> row.contract().bank().equals(bank));
  }

  private static Stream<Posting> postings(OrderRow row) {
    return Stream.concat(row.fee().debit().stream(), row.fee().refund().stream());
  }
}
