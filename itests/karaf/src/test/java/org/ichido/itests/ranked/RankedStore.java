package org.ichido.itests.ranked;

import java.time.Instant;
import java.util.List;
import org.ichido.api.AuditEntry;
import org.ichido.api.BankId;
import org.ichido.api.ChainReport;
import org.ichido.api.Drained;
import org.ichido.api.Holder;
import org.ichido.spi.store.InboxFigures;
import org.ichido.spi.store.ParkedRow;
import org.ichido.spi.store.TokenQuery;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.TokenStore;
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
}
