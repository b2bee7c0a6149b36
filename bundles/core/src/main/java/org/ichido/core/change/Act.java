package org.ichido.core.change;

import java.util.List;
import org.ichido.api.AuditEvent;
import org.ichido.api.UserId;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.spi.store.ApprovalRow;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;

/**
 * What somebody does to a customer's token, decided by how things stand at that moment. Pure: who
 * may, whose code and whose approval are matters of the units of work that ask it.
 */
sealed interface Act permits Unlocking, Revoking, Suspending, Resuming, ReleasingDownloads {
  /** The act of that kind. */
  static Act of(ApprovalRow.Act kind) {
    return switch (kind) {
      case UNLOCK -> new Unlocking();
      case REVOKE -> new Revoking();
      case SUSPEND -> new Suspending();
      case RESUME -> new Resuming();
      case RELEASE_DOWNLOADS -> new ReleasingDownloads();
    };
  }

  /** Which one this is. */
  ApprovalRow.Act kind();

  /** Does it, or says why not. */
  Effect on(Situation situation);

  /** Whether this user may not do it, whatever the role. */
  default boolean isBarredFor(UserId user, Situation situation) {
    return false;
  }

  /** Whether an operator must give the reason and the number of the customer's paper. */
  default boolean needsGrounds(Situation situation) {
    return false;
  }

  /** How the audit names that it was not done. */
  default AuditEvent refusal() {
    return AuditEvent.ACT_REFUSED;
  }

  /** That it was not done. */
  default Effect refused(Situation situation, Reason reason) {
    return new Effect(
        new Outcome.Refused(situation.now(), reason),
        List.of(),
        refusal(),
        situation.bound().map(TokenRow::id),
        kind() + " " + reason);
  }

  /** An event about a token. */
  static Change event(Situation situation, TokenRow token, OutboxRow.Type type) {
    return new Change.Emit(
        OutboxRow.about(situation.now(), token, OutboxRow.Kind.EVENT, type, situation.why()));
  }
}
