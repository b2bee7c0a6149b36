package org.ichido.plain;

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

/**
 * A store that hands everything but units of work to another one; those are its subclasses' own.
 */
public abstract class ForwardingStore implements TokenStore {
  /** The other one. */
  protected final TokenStore store;

  /**
   * @param store the store to hand to
   */
  protected ForwardingStore(TokenStore store) {
    this.store = store;
  }

  @Override
  public List<TokenRow> find(TokenQuery query) {
    return store.find(query);
  }

  @Override
  public List<AuditEntry> audit(Holder holder, int atMost) {
    return store.audit(holder, atMost);
  }

  @Override
  public boolean holdsSealedSeeds() {
    return store.holdsSealedSeeds();
  }

  @Override
  public ChainReport verifyAuditChain() {
    return store.verifyAuditChain();
  }

  @Override
  public Instant memoryBegins() {
    return store.memoryBegins();
  }

  @Override
  public Instant acceptOlder(Instant now, List<AuditEntry> entries) {
    return store.acceptOlder(now, entries);
  }

  @Override
  public List<Drained> drained() {
    return store.drained();
  }

  @Override
  public List<ParkedRow> parked(BankId bank, int atMost) {
    return store.parked(bank, atMost);
  }

  @Override
  public InboxFigures inbox() {
    return store.inbox();
  }

  @Override
  public List<OutboxRow> outbox(BankId bank, OutboxRow.Kind kind, Instant now, int atMost) {
    return store.outbox(bank, kind, now, atMost);
  }

  @Override
  public List<TokenRow> overdue(BankId bank, Instant now, int atMost) {
    return store.overdue(bank, now, atMost);
  }

  @Override
  public List<ContractRow> methodsDue(BankId bank, LocalDate today, int atMost) {
    return store.methodsDue(bank, today, atMost);
  }

  @Override
  public List<OutboxRow> outboxRange(BankId bank, long fromNumber, long toNumber, int atMost) {
    return store.outboxRange(bank, fromNumber, toNumber, atMost);
  }

  @Override
  public Optional<InboxRow> marked(
      Requester requester, String source, LocalDate businessDate, long serialNumber) {
    return store.marked(requester, source, businessDate, serialNumber);
  }

  @Override
  public List<Total> totals(BankId bank, LocalDate businessDate) {
    return store.totals(bank, businessDate);
  }

  @Override
  public List<BranchCount> count(BankId bank) {
    return store.count(bank);
  }

  @Override
  public List<ContractRow> contracts(BankId bank, Optional<ContractId> after, int atMost) {
    return store.contracts(bank, after, atMost);
  }

  @Override
  public List<HardTokenRow> hardTokens(StockQuery query) {
    return store.hardTokens(query);
  }

  @Override
  public List<StockCount> stock(BankId bank) {
    return store.stock(bank);
  }

  @Override
  public List<OrderRow> orders(OrderQuery query) {
    return store.orders(query);
  }

  @Override
  public List<OrderRow> feesQueued(BankId bank, int atMost) {
    return store.feesQueued(bank, atMost);
  }

  @Override
  public List<OrderRow> feesDue(BankId bank, Instant now, int atMost) {
    return store.feesDue(bank, now, atMost);
  }

  @Override
  public List<OrderRow> feesOf(BankId bank, LocalDate businessDate) {
    return store.feesOf(bank, businessDate);
  }

  @Override
  public List<BookingRow> bookings(BankId bank, LocalDate businessDate) {
    return store.bookings(bank, businessDate);
  }
}
