package org.ichido.mq;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.ichido.api.AuditEntry;
import org.ichido.api.BankId;
import org.ichido.api.StoreUnavailable;
import org.ichido.spi.store.ParkedRow;
import org.ichido.spi.transport.AuditTrail;
import org.ichido.spi.transport.ParkedReplies;

/** Keeps parked replies in memory and hands their audit on, unless it is told to fail. */
final class KeptReplies implements ParkedReplies {
  final List<ParkedRow> kept = new CopyOnWriteArrayList<>();
  final AtomicInteger failures = new AtomicInteger();
  private final AuditTrail audit;
  private long numbers;

  KeptReplies(AuditTrail audit) {
    this.audit = audit;
  }

  @Override
  public synchronized void park(ParkedRow row, AuditEntry entry) {
    failIfToldSo();
    kept.add(
        new ParkedRow(
            ++numbers,
            row.bank(),
            row.requester(),
            row.request(),
            row.holder(),
            row.messageId(),
            row.queue(),
            row.correlationId(),
            row.persistent(),
            row.priority(),
            row.expires(),
            row.text(),
            row.reply(),
            row.why(),
            row.at()));
    audit.append(entry);
  }

  @Override
  public List<ParkedRow> of(BankId bank, int atMost) {
    return kept.stream().filter(row -> row.bank().equals(bank)).limit(atMost).toList();
  }

  @Override
  public synchronized void settle(long number, AuditEntry entry) {
    failIfToldSo();
    kept.removeIf(row -> row.number() == number);
    audit.append(entry);
  }

  private void failIfToldSo() {
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new StoreUnavailable("down on purpose");
    }
  }
}
