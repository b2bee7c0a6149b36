package org.ichido.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads the audit. Thread-safe. Both methods throw {@link StoreUnavailable} if it cannot be read.
 */
@ProviderType
public interface Audit {
  /**
   * Says what was recorded of a user: attempts with their causes, locks, unlocks. It takes no code
   * and judges nothing.
   *
   * @param holder the user
   * @param atMost how many entries at the most, 1 to 1,000
   * @return the entries, newest first
   */
  List<AuditEntry> of(Holder holder, int atMost);

  /**
   * Reads the whole chain and recomputes every hash.
   *
   * @return what was found
   */
  ChainReport verifyChain();
}
