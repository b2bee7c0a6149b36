package org.ichido.vault;

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
import org.ichido.api.StoreUnavailable;
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

/** A store that answers one question. */
final class FakeStore implements TokenStore {
  volatile boolean sealed;
  volatile boolean silent;
  volatile Runnable meanwhile = () -> {};

  @Override
  public boolean holdsSealedSeeds() {
    if (silent) {
      throw new StoreUnavailable("the store is silent");
    }
    meanwhile.run();
    return sealed;
  }

  @Override
  public List<TokenRow> find(TokenQuery query) {
    throw new AssertionError("a vault finds no tokens");
  }

  @Override
  public List<AuditEntry> audit(Holder holder, int atMost) {
    throw new AssertionError("a vault reads no audit");
  }

  @Override
  public <O> O transact(UnitOfWork<O> work) {
    throw new AssertionError("a vault changes nothing");
  }

  @Override
  public List<Drained> drained() {
    throw new AssertionError("a vault drains nobody");
  }

  @Override
  public List<ParkedRow> parked(BankId bank, int atMost) {
    throw new AssertionError("a vault sends nothing");
  }

  @Override
  public InboxFigures inbox() {
    throw new AssertionError("a vault counts nothing");
  }

  @Override
  public ChainReport verifyAuditChain() {
    throw new AssertionError("a vault reads no audit");
  }

  @Override
  public Instant memoryBegins() {
    throw new AssertionError("a vault needs no memory");
  }

  @Override
  public Instant acceptOlder(Instant now, List<AuditEntry> entries) {
    throw new AssertionError("a vault changes nothing");
  }

  @Override
  public List<OutboxRow> outbox(BankId bank, OutboxRow.Kind kind, Instant now, int atMost) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<TokenRow> overdue(BankId bank, Instant now, int atMost) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<ContractRow> methodsDue(BankId bank, LocalDate today, int atMost) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<OutboxRow> outboxRange(BankId bank, long fromNumber, long toNumber, int atMost) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<InboxRow> marked(
      Requester requester, String source, LocalDate businessDate, long serialNumber) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Total> totals(BankId bank, LocalDate businessDate) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<BranchCount> count(BankId bank) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<ContractRow> contracts(BankId bank, Optional<ContractId> after, int atMost) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<HardTokenRow> hardTokens(StockQuery query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<StockCount> stock(BankId bank) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<OrderRow> orders(OrderQuery query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<OrderRow> feesQueued(BankId bank, int atMost) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<OrderRow> feesDue(BankId bank, Instant now, int atMost) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<OrderRow> feesOf(BankId bank, LocalDate businessDate) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<BookingRow> bookings(BankId bank, LocalDate businessDate) {
    throw new UnsupportedOperationException();
  }
}
