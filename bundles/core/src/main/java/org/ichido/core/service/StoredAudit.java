package org.ichido.core.service;

import java.util.List;
import org.ichido.api.Audit;
import org.ichido.api.AuditEntry;
import org.ichido.api.ChainReport;
import org.ichido.api.Holder;
import org.ichido.core.work.WriteWork;
import org.ichido.spi.store.Change;
import org.ichido.spi.transport.AuditTrail;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit as the store keeps it. */
@Component
public final class StoredAudit implements Audit, AuditTrail {
  private final CurrentServices services;

  /** For Declarative Services. */
  @Activate
  public StoredAudit(@Reference CurrentServices services) {
    this.services = services;
  }

  @Override
  public List<AuditEntry> of(Holder holder, int atMost) {
    return services.store().audit(holder, atMost);
  }

  @Override
  public ChainReport verifyChain() {
    return services.store().verifyAuditChain();
  }

  @Override
  public void append(AuditEntry entry) {
    services.store().transact(WriteWork.of(new Change.Append(entry)));
  }
}
