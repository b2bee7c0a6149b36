package org.ichido.plain;

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
}
