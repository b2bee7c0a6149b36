package org.ichido.spi.transport;

import org.ichido.api.AuditEntry;
import org.ichido.api.NoAnswer;
import org.osgi.annotation.versioning.ProviderType;

/** Where a transport records what happened to a request outside a decision. Thread-safe. */
@ProviderType
public interface AuditTrail {
  /**
   * Appends an entry to the audit chain; it is durable when this returns.
   *
   * @param entry what happened
   * @throws NoAnswer if it could not be made durable
   */
  void append(AuditEntry entry);
}
