package org.ichido.core.fee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ichido.api.order.Books;
import org.ichido.api.order.BooksDifference;
import org.ichido.api.order.BooksDifference.Kind;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.order.OrderState;
import org.ichido.api.order.PostingState;
import org.ichido.spi.store.BookingRow;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Posting;
import org.ichido.spi.transport.DebitMessage.Subject;

/**
 * The books of a business date: what was asked for, and what core banking said of it. Pure.
 *
 * @param date the business date
 * @param orders the orders with a debit or refund of it
 * @param bookings what replies of it said
 */
record DayBook(LocalDate date, List<OrderRow> orders, List<BookingRow> bookings) {
  private static final Comparator<BooksDifference> BY_ORDER =
      Comparator.comparing(BooksDifference::order).thenComparing(BooksDifference::kind);

  /** Copies the lists. */
  DayBook {
    orders = List.copyOf(orders);
    bookings = List.copyOf(bookings);
  }

  /** Every booking that a reply named, each once, and what an operator says was booked. */
  Books ours() {
    return new Books(number(false), yen(false), number(true), yen(true));
  }

  private long number(boolean refund) {
    return booked(refund).count() + found(refund).count();
  }

  private long yen(boolean refund) {
    return booked(refund).mapToLong(BookingRow::yen).sum()
        + found(refund).mapToLong(side -> side.order().fee().yen()).sum();
  }

  /** Each booking once; one of which two amounts were said, with the one that was said last. */
  private Stream<BookingRow> booked(boolean refund) {
    Map<List<Object>, BookingRow> last = new LinkedHashMap<>();
    bookings.stream()
        .filter(row -> row.refund() == refund && row.booking().isPresent())
        .forEach(row -> last.put(List.of(row.order(), row.booking().get()), row));
    return last.values().stream();
  }

  /** What is booked by the word of an operator alone. */
  private Stream<FeeSide> found(boolean refund) {
    return sides()
        .filter(side -> side.refund() == refund)
        .filter(side -> state(side) == PostingState.BOOKED)
        .filter(side -> side.posting().flatMap(Posting::booking).isEmpty())
        .filter(side -> booked(refund).noneMatch(row -> isOf(row, side)));
  }

  private Stream<FeeSide> sides() {
    return orders.stream()
        .flatMap(order -> Stream.of(Subject.values()).map(subject -> new FeeSide(order, subject)))
        .filter(
            side -> side.posting().flatMap(Posting::businessDate).filter(date::equals).isPresent());
  }

  private static PostingState state(FeeSide side) {
    return side.posting().map(Posting::state).orElseThrow();
  }

  private static boolean isOf(BookingRow row, FeeSide side) {
    return row.order().equals(side.order().number()) && row.refund() == side.refund();
  }

  /** What does not agree, by order. */
  List<BooksDifference> differences() {
    List<BooksDifference> found = new ArrayList<>();
    sides().forEach(side -> found.addAll(differences(side)));
    booked(false).flatMap(row -> notOwed(row).stream()).forEach(found::add);
    return found.stream().distinct().sorted(BY_ORDER).toList();
  }

  private List<BooksDifference> differences(FeeSide side) {
    List<BookingRow> said = bookings.stream().filter(row -> isOf(row, side)).toList();
    Map<Boolean, List<BookingRow>> booked =
        said.stream().collect(Collectors.partitioningBy(row -> row.booking().isPresent()));
    List<BookingRow> yes = booked.getOrDefault(true, List.of());
    List<BookingRow> no = booked.getOrDefault(false, List.of());
    PostingState state = state(side);
    List<BooksDifference> found = new ArrayList<>();
    if (yes.stream().map(BookingRow::booking).distinct().count() > 1) {
      found.add(difference(side, Kind.BOOKED_TWICE, words(yes)));
    }
    boolean saysBoth = !yes.isEmpty() && !no.isEmpty();
    boolean knownOtherwise =
        (state == PostingState.NOT_BOOKED && !yes.isEmpty())
            || (state == PostingState.BOOKED && !no.isEmpty());
    boolean otherAmount = yes.stream().anyMatch(row -> row.yen() != side.order().fee().yen());
    if (saysBoth || knownOtherwise || otherAmount) {
      found.add(difference(side, Kind.CONTRADICTION, state + ", but" + words(said)));
    }
    if (!side.refund() && isOut(side.order()) && state != PostingState.BOOKED) {
      found.add(difference(side, Kind.SHIPPED_UNPAID, side.order().state() + ", " + state));
    }
    if (state.open()) {
      found.add(difference(side, Kind.UNSETTLED, state.name()));
    }
    return found;
  }

  private static boolean isOut(OrderRow order) {
    return order.shipped().isPresent() && order.state() != OrderState.CANCELLED;
  }

  /** A booking of a debit that was not asked for under this date: dropped before. */
  private Optional<BooksDifference> notOwed(BookingRow row) {
    return sides().anyMatch(side -> isOf(row, side))
        ? Optional.empty()
        : Optional.of(difference(row.order(), false, Kind.NOT_OWED, words(List.of(row))));
  }

  private static BooksDifference difference(FeeSide side, Kind kind, String words) {
    return difference(side.order().number(), side.refund(), kind, words);
  }

  private static BooksDifference difference(
      OrderNumber order, boolean refund, Kind kind, String words) {
    return new BooksDifference(order, kind, (refund ? "refund " : "debit ") + words.strip());
  }

  private static String words(List<BookingRow> rows) {
    return rows.stream()
        .map(
            row ->
                row.booking()
                    .map(number -> " %s of %d yen".formatted(number, row.yen()))
                    .orElseGet(() -> " not booked"))
        .collect(Collectors.joining(","));
  }
}
