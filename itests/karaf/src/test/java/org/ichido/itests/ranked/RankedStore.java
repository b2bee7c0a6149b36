package org.ichido.itests.ranked;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.BankId;
import org.ichido.api.ChainReport;
import org.ichido.api.ContractId;
import org.ichido.api.Drained;
import org.ichido.api.Holder;
import org.ichido.api.Requester;
import org.ichido.api.contract.BranchCount;
import org.ichido.api.order.OrderQuery;
import org.ichido.api.stock.StockCount;
import org.ichido.api.stock.StockQuery;
import org.ichido.spi.store.BookingRow;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.HardTokenRow;
import org.ichido.spi.store.InboxFigures;
import org.ichido.spi.store.InboxRow;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.ParkedRow;
import org.ichido.spi.store.TokenQuery;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.TokenStore;
import org.ichido.spi.store.Total;
import org.ichido.spi.store.UnitOfWork;

/** Somebody else's store, over the database of the former one. */
public final class RankedStore implements TokenStore {
  private volatile TokenStore former;

  @Override
  public List<TokenRow> find(TokenQuery query) {
    return former.find(query);
  }

  @Override
  public List<AuditEntry> audit(Holder holder, int atMost) {
    return former.audit(holder, atMost);
  }

  @Override
  public <O> O transact(UnitOfWork<O> work) {
    return former.transact(work);
  }

  @Override
  public boolean holdsSealedSeeds() {
    return former.holdsSealedSeeds();
  }

  @Override
  public ChainReport verifyAuditChain() {
    return former.verifyAuditChain();
  }

  @Override
  public Instant memoryBegins() {
    return former.memoryBegins();
  }

  @Override
  public Instant acceptOlder(Instant now, List<AuditEntry> entries) {
    return former.acceptOlder(now, entries);
  }

  @Override
  public List<Drained> drained() {
    return former.drained();
  }

  @Override
  public List<ParkedRow> parked(BankId bank, int atMost) {
    return former.parked(bank, atMost);
  }

  @Override
  public InboxFigures inbox() {
    return former.inbox();
  }

  @Override
  public List<OutboxRow> outbox(BankId bank, OutboxRow.Kind kind, Instant now, int atMost) {
    return former.outbox(bank, kind, now, atMost);
  }

  @Override
  public List<TokenRow> overdue(BankId bank, Instant now, int atMost) {
    return former.overdue(bank, now, atMost);
  }

  @Override
  public List<ContractRow> methodsDue(BankId bank, LocalDate today, int atMost) {
    return former.methodsDue(bank, today, atMost);
  }

  @Override
  public List<OutboxRow> outboxRange(BankId bank, long fromNumber, long toNumber, int atMost) {
    return former.outboxRange(bank, fromNumber, toNumber, atMost);
  }

  @Override
  public Optional<InboxRow> marked(
      Requester requester, String source, LocalDate businessDate, long serialNumber) {
    return former.marked(requester, source, businessDate, serialNumber);
  }

  @Override
  public List<Total> totals(BankId bank, LocalDate businessDate) {
    return former.totals(bank, businessDate);
  }

  @Override
  public List<BranchCount> count(BankId bank) {
    return former.count(bank);
  }

  @Override
  public List<ContractRow> contracts(BankId bank, Optional<ContractId> after, int atMost) {
    return former.contracts(bank, after, atMost);
  }

  @Override
  public List<HardTokenRow> hardTokens(StockQuery query) {
    return former.hardTokens(query);
  }

  @Override
  public List<StockCount> stock(BankId bank) {
    return former.stock(bank);
  }

  @Override
  public List<OrderRow> orders(OrderQuery query) {
    return former.orders(query);
  }

  @Override
  public List<OrderRow> feesQueued(BankId bank, int atMost) {
    return former.feesQueued(bank, atMost);
  }

  @Override
  public List<OrderRow> feesDue(BankId bank, Instant now, int atMost) {
    return former.feesDue(bank, now, atMost);
  }

  @Override
  public List<OrderRow> feesOf(BankId bank, LocalDate businessDate) {
    return former.feesOf(bank, businessDate);
  }

  @Override
  public List<BookingRow> bookings(BankId bank, LocalDate businessDate) {
    return former.bookings(bank, businessDate);
  }
}
