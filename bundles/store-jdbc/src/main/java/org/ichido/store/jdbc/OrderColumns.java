package org.ichido.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.TokenId;
import org.ichido.api.contract.Account;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.order.NotBooked;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.order.OrderState;
import org.ichido.api.order.PostingState;
import org.ichido.api.stock.TokenSerial;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.OrderRow.Fee;
import org.ichido.spi.store.OrderRow.Replaced;
import org.ichido.spi.store.Posting;

/** An order as columns of {@code token_order}, in the order in which they are read and written. */
final class OrderColumns {
  /** What never changes. */
  static final String FIXED =
      "bank, number, contract, branch, kind, device, serial, replaced_device, replaced_serial,"
          + " placed, expected, yen, tax, account_branch, account_type, account_number,"
          + " account_name";

  /** What changes. */
  static final String CHANGING =
      "state, shipped, debit_state, debit_date, debit_sent, debit_inquiries, debit_next,"
          + " debit_booking, debit_not_booked, refund_state, refund_date, refund_sent,"
          + " refund_inquiries, refund_next, refund_booking, refund_not_booked";

  /** What follows from the rest, so that it can be found. Written behind what changes. */
  static final String DERIVED = "open_device, unsettled_bank, due_bank, due";

  private OrderColumns() {}

  /** Writes {@link #FIXED}. */
  static Columns fixed(Columns columns, OrderRow row) throws SQLException {
    Optional<Account> account = row.fee().account();
    return columns
        .text(row.contract().bank().value())
        .number(row.number().value())
        .text(row.contract().contract().value())
        .text(row.branch())
        .text(row.kind().name())
        .text(row.device().value())
        .text(row.serial().value())
        .text(row.replaces().map(of -> of.device().value()))
        .text(row.replaces().map(of -> of.serial().value()))
        .instant(row.placed())
        .day(row.expected())
        .number(row.fee().yen())
        .number(row.fee().tax())
        .text(account.map(Account::branch))
        .text(account.map(Account::type))
        .text(account.map(Account::number))
        .text(account.map(Account::kanaName));
  }

  /** Writes {@link #CHANGING} and {@link #DERIVED}. */
  static Columns changing(Columns columns, OrderRow row) throws SQLException {
    columns.text(row.state().name()).instant(row.shipped());
    posting(columns, row.fee().debit());
    posting(columns, row.fee().refund());
    Optional<String> bank = Optional.of(row.contract().bank().value());
    Optional<Instant> due =
        postings(row).flatMap(of -> of.next().stream()).min(Comparator.naturalOrder());
    return columns
        .text(Optional.of(row.device().value()).filter(device -> !row.state().over()))
        .text(bank.filter(of -> unsettled(row)))
        .text(bank.filter(of -> due.isPresent()))
        .instant(due);
  }

  private static void posting(Columns columns, Optional<Posting> posting) throws SQLException {
    columns
        .text(posting.map(of -> of.state().name()))
        .day(posting.flatMap(Posting::businessDate))
        .instant(posting.flatMap(Posting::firstSent))
        .number(posting.map(of -> (long) of.inquiries()))
        .instant(posting.flatMap(Posting::next))
        .text(posting.flatMap(Posting::booking))
        .text(posting.flatMap(Posting::notBooked).map(Enum::name));
  }

  private static boolean unsettled(OrderRow row) {
    boolean open =
        postings(row)
            .map(Posting::state)
            .anyMatch(state -> state == PostingState.QUEUED || state.open());
    return open
        || (!row.state().over()
            && row.fee().debit().filter(of -> of.state() == PostingState.NOT_BOOKED).isPresent());
  }

  private static Stream<Posting> postings(OrderRow row) {
    return Stream.concat(row.fee().debit().stream(), row.fee().refund().stream());
  }

  /** Reads {@link #FIXED}, {@link #CHANGING} and the version. */
  static OrderRow read(Fetched row) throws SQLException {
    BankId bank = new BankId(row.text());
    OrderNumber number = new OrderNumber(row.number());
    ContractKey contract = new ContractKey(bank, new ContractId(row.text()));
    String branch = row.text();
    OrderKind kind = OrderKind.valueOf(row.text());
    TokenId device = new TokenId(row.text());
    TokenSerial serial = new TokenSerial(row.text());
    Optional<Replaced> replaces = replaced(row.maybeText(), row.maybeText());
    Instant placed = row.instant();
    LocalDate expected = row.day();
    int yen = row.count();
    int tax = row.count();
    Optional<Account> account = account(row);
    OrderState state = OrderState.valueOf(row.text());
    Optional<Instant> shipped = row.maybeInstant();
    Fee fee = new Fee(yen, tax, account, posting(row), posting(row));
    return new OrderRow(
        number,
        contract,
        branch,
        kind,
        state,
        device,
        serial,
        replaces,
        placed,
        expected,
        shipped,
        fee,
        row.number());
  }

  private static Optional<Replaced> replaced(Optional<String> device, Optional<String> serial) {
    return device.flatMap(
        id -> serial.map(of -> new Replaced(new TokenId(id), new TokenSerial(of))));
  }

  private static Optional<Account> account(Fetched row) throws SQLException {
    Optional<String> branch = row.maybeText();
    if (branch.isEmpty()) {
      row.skip(3);
      return Optional.empty();
    }
    return Optional.of(new Account(branch.get(), row.text(), row.text(), row.text()));
  }

  private static Optional<Posting> posting(Fetched row) throws SQLException {
    Optional<String> state = row.maybeText();
    if (state.isEmpty()) {
      row.skip(6);
      return Optional.empty();
    }
    return Optional.of(
        new Posting(
            PostingState.valueOf(state.get()),
            row.maybeDay(),
            row.maybeInstant(),
            row.count(),
            row.maybeInstant(),
            row.maybeText(),
            row.maybeText().map(NotBooked::valueOf)));
  }
}
