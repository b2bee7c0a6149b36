package org.ichido.spi.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;

/**
 * What was loaded, consistent within the transaction.
 *
 * @param inbox the request's memory, if it was asked for and is there
 * @param tokens the user's tokens, newest registration first
 * @param audit the user's audit entries, newest first
 * @param memoryBegins see {@link TokenStore#memoryBegins}
 */
public record Rows(
    Optional<InboxRow> inbox, List<TokenRow> tokens, List<AuditEntry> audit, Instant memoryBegins) {
  /** Copies the lists. */
  public Rows {
    tokens = List.copyOf(tokens);
    audit = List.copyOf(audit);
  }

  /** Rows of a store that has forgotten nothing. */
  public Rows(Optional<InboxRow> inbox, List<TokenRow> tokens, List<AuditEntry> audit) {
    this(inbox, tokens, audit, Instant.EPOCH);
  }
}
