package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Holder;
import org.ichido.api.contract.ContractKey;
import org.ichido.spi.store.ApprovalRow;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.HardTokenRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;

/** All tables but the audit's, over one connection. */
final class Tables {
  private final TokenSearch search;
  private final TokenTable tokens;
  private final ContractTable contracts;
  private final UserTable users;
  private final ApprovalTable approvals;
  private final DayTable days;
  private final OutboxTable outbox;
  private final InboxTable inbox;
  private final HardTokenTable hardTokens;
  private final OrderTable orders;
  private final BookingTable bookings;
  private final DrainedTable drained;
  private final ParkedTable parked;

  Tables(Connection connection) {
    LifeTable lives = new LifeTable(connection);
    this.search = new TokenSearch(connection, lives);
    this.tokens = new TokenTable(connection, lives);
    this.contracts = new ContractTable(connection);
    this.users = new UserTable(connection);
    this.approvals = new ApprovalTable(connection);
    this.days = new DayTable(connection);
    this.outbox = new OutboxTable(connection);
    this.inbox = new InboxTable(connection);
    this.hardTokens = new HardTokenTable(connection);
    this.orders = new OrderTable(connection);
    this.bookings = new BookingTable(connection);
    this.drained = new DrainedTable(connection);
    this.parked = new ParkedTable(connection);
  }

  /** Loads what is asked for; a verification asks for an answer and a user's tokens. */
  Rows load(Reads reads, AuditTable audit, Instant memoryBegins) throws SQLException {
    Optional<TokenRow> paired =
        reads.pair().isPresent() ? search.of(reads.pair().get()) : Optional.empty();
    Optional<ApprovalRow> approval =
        reads.approval().isPresent() ? approvals.find(reads.approval().get()) : Optional.empty();
    Optional<Holder> approved = approval.map(ApprovalRow::holder);
    Optional<Holder> tokensOf = reads.tokensOf().or(() -> approved);
    Optional<Holder> member =
        reads.member().or(() -> paired.flatMap(Tables::holder)).or(() -> approved);
    Optional<ContractKey> contract =
        reads.whole().or(() -> member.map(of -> new ContractKey(of.bank(), of.contract())));
    List<HardTokenRow> devices =
        reads.delivered().isPresent()
            ? List.copyOf(hardTokens.find(reads.delivered().get()))
            : List.of();
    return new Rows(
        reads.inbox().isPresent() ? inbox.find(reads.inbox().get()) : Optional.empty(),
        tokensOf.isPresent() ? search.of(tokensOf.get()) : List.of(),
        reads.tokensOf().isPresent() && reads.auditEntries() > 0
            ? audit.newest(reads.tokensOf().get(), reads.auditEntries())
            : List.of(),
        memoryBegins,
        contract.isPresent() ? contracts.find(contract.get()) : Optional.empty(),
        member.isPresent() ? users.find(member.get()) : Optional.empty(),
        reads.actor().isPresent() ? users.find(reads.actor().get()) : Optional.empty(),
        reads.actor().isPresent() ? search.of(reads.actor().get()) : List.of(),
        paired,
        reads.whole().isPresent() ? users.of(reads.whole().get()) : List.of(),
        reads.whole().isPresent() ? search.of(reads.whole().get()) : List.of(),
        reads.device().isPresent() ? search.of(reads.device().get()) : List.of(),
        approval,
        reads.day().isPresent() ? days.find(reads.day().get()) : Optional.empty(),
        devices,
        devices.isEmpty() ? List.of() : search.of(devices),
        reads.ordersOf().isPresent() ? orders.of(reads.ordersOf().get()) : List.of(),
        reads.order().isPresent() ? orders.find(reads.order().get()) : Optional.empty(),
        reads.order().isPresent() ? bookings.of(reads.order().get()) : List.of(),
        reads.lastOrder().isPresent() ? orders.last(reads.lastOrder().get()) : Optional.empty());
  }

  /** A hard token that nobody has registered yet has none. */
  private static Optional<Holder> holder(TokenRow token) {
    return token.users().stream()
        .findFirst()
        .map(user -> new Holder(token.bank(), token.contract(), user));
  }

  /**
   * Writes a change.
   *
   * @throws FasterWriter if it came too late
   */
  void write(Change change) throws SQLException, FasterWriter {
    if (change instanceof Change.AddToken add) {
      tokens.add(add.row());
    } else if (change instanceof Change.UpdateToken update) {
      written(tokens.update(update.row()), "token " + update.row().id());
    } else if (change instanceof Change.Remember remember) {
      inbox.add(remember.row());
    } else if (change instanceof Change.PutContract put) {
      if (put.added()) {
        contracts.add(put.row());
      } else {
        written(contracts.update(put.row()), "contract " + put.row().key());
      }
    } else if (change instanceof Change.PutUser put) {
      if (put.added()) {
        users.add(put.row());
      } else {
        written(users.update(put.row()), "user " + put.row().holder());
      }
    } else if (change instanceof Change.PutApproval put) {
      if (put.added()) {
        approvals.add(put.row());
      } else {
        written(approvals.update(put.row()), "approval " + put.row().asked());
      }
    } else if (change instanceof Change.PutDay put) {
      days.put(put.day());
    } else if (change instanceof Change.AddHardToken add) {
      hardTokens.add(add.row());
    } else if (change instanceof Change.UpdateHardToken update) {
      written(hardTokens.update(update.row()), "hard token " + update.row().id());
    } else if (change instanceof Change.RebindToken rebind) {
      written(tokens.rebind(rebind.row()), "token " + rebind.row().id());
    } else if (change instanceof Change.RetireHardToken retire) {
      hardTokens.retire(retire.id());
    } else if (change instanceof Change.PutOrder put) {
      if (put.added()) {
        orders.add(put.row());
      } else {
        written(orders.update(put.row()), "order " + put.row().number());
      }
    } else if (change instanceof Change.Book book) {
      bookings.add(book.row());
    } else if (change instanceof Change.Emit emit) {
      outbox.add(emit.row());
    } else if (change instanceof Change.Settle settle) {
      outbox.settle(settle.row());
    } else if (change instanceof Change.Drain drain) {
      drained.mark(drain.mark());
    } else if (change instanceof Change.Resume resume) {
      drained.unmark(resume.bank());
    } else if (change instanceof Change.Park park) {
      parked.park(park.row());
    } else if (change instanceof Change.Unpark unpark) {
      parked.unpark(unpark.number());
    } else {
      throw new IllegalArgumentException("no such change: " + change.getClass());
    }
  }

  /**
   * Forgets what may be forgotten.
   *
   * @return how many answers
   */
  int forget(Change.Forget forget) throws SQLException {
    parked.forget(forget.before(), forget.atMost());
    outbox.forget(forget.before(), forget.atMost());
    approvals.forget(forget.before(), forget.atMost());
    return inbox.forget(forget.before(), forget.atMost());
  }

  private static void written(boolean written, String what) throws FasterWriter {
    if (!written) {
      throw new FasterWriter(what + " was changed");
    }
  }
}
