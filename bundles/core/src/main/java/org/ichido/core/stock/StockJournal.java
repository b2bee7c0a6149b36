package org.ichido.core.stock;

import java.time.Instant;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.RequestKey;

/**
 * What the audit has of an act on the stock.
 *
 * @param key the request
 * @param actor who acted
 */
record StockJournal(RequestKey key, Actor actor) {
  AuditEntry entry(Instant at, AuditEvent event, BankId bank, String detail) {
    return AuditEntry.of(at, event, bank).withRequest(key).withActor(actor).withDetail(detail);
  }
}
