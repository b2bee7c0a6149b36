package org.ichido.core.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.Holder;
import org.ichido.api.RequestKey;
import org.ichido.api.TokenState;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;

/**
 * What is told of one decision about a user: the audit always, and core banking of every change of
 * a token's state.
 *
 * @param now when it is decided
 * @param holder the user
 * @param key the request
 */
public record Told(Instant now, Holder holder, RequestKey key) {
  /**
   * @param token a token whose state changed
   * @param event the same for the audit
   * @param type the same for core banking
   * @param detail why, or empty
   * @return the entry and the event
   */
  public List<Change> change(TokenRow token, AuditEvent event, OutboxRow.Type type, String detail) {
    return List.of(
        new Change.Append(entry(event).withToken(token.id()).withDetail(detail)),
        new Change.Emit(OutboxRow.about(now, token, OutboxRow.Kind.EVENT, type, detail)));
  }

  /**
   * @param token a token whose life is over
   * @param end REVOKED or CANCELLED
   * @param why in a few words
   * @return its row from now on, the entry and the event
   */
  public List<Change> end(TokenRow token, TokenState end, String why) {
    TokenRow ended = token.ended(end);
    List<Change> changes = new ArrayList<>(TokenEnd.rows(token, end));
    changes.addAll(
        end == TokenState.REVOKED
            ? change(ended, AuditEvent.REVOKED, OutboxRow.Type.REVOKED, why)
            : change(ended, AuditEvent.CANCELLED, OutboxRow.Type.CANCELLED, why));
    return changes;
  }

  /**
   * @param event what happened
   * @return an entry about the user
   */
  public AuditEntry entry(AuditEvent event) {
    return AuditEntry.of(now, event, holder, key);
  }

  /**
   * @param now when it was decided
   * @param event what happened
   * @param bank the tenant
   * @param paired the token of the activation pair that was named, if it is anybody's
   * @param key the request
   * @return an entry about that token, or about nobody
   */
  public static AuditEntry entry(
      Instant now, AuditEvent event, BankId bank, Optional<TokenRow> paired, RequestKey key) {
    return new AuditEntry(
        now,
        event,
        bank,
        paired.map(TokenRow::contract),
        paired.flatMap(row -> row.users().stream().findFirst()),
        paired.map(TokenRow::id),
        Optional.of(key),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "");
  }
}
