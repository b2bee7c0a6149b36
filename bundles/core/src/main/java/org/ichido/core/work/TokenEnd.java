package org.ichido.core.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.RequestKey;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.core.life.TokenAct;
import org.ichido.core.life.TokenTransitions;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;

/**
 * The end of a token's life that no customer asked for: the row without its seed, a line of the
 * audit and an event, for one unit of work. An enrolment is CANCELLED, an ACTIVE token REVOKED.
 *
 * @param now when
 * @param by who ends it
 * @param request the request that does, if one does
 * @param why the word for audit and event
 */
public record TokenEnd(Instant now, Actor by, Optional<RequestKey> request, Why why) {
  /** Why, as audit and event say it. */
  public enum Why {
    /** The contract was closed. */
    CONTRACT_CLOSED(TokenAct.CLOSE),
    /** Another method holds for all users of the contract (S3-27). */
    METHOD_CHANGED(TokenAct.CLOSE),
    /** The user was removed. */
    USER_REMOVED(TokenAct.CLOSE),
    /** The enrolment was not confirmed in time. */
    DEADLINE(TokenAct.DEADLINE),
    /** Another device was registered in its place (S4-39). */
    REPLACED(TokenAct.REPLACE);

    private final TokenAct act;

    Why(TokenAct act) {
      this.act = act;
    }
  }

  /**
   * @param token a live token, as read
   * @return its end
   * @throws IllegalStateException if a token in that state does not end so
   */
  public List<Change> of(TokenRow token) {
    TokenState end = TokenTransitions.next(token, why.act);
    boolean revoked = end == TokenState.REVOKED;
    AuditEntry entry =
        new AuditEntry(
            now,
            revoked ? AuditEvent.REVOKED : AuditEvent.CANCELLED,
            token.bank(),
            Optional.of(token.contract()),
            token.users().stream().findFirst(),
            Optional.of(token.id()),
            request,
            Optional.of(by),
            Optional.empty(),
            Optional.empty(),
            why.name());
    OutboxRow event =
        OutboxRow.about(
            now,
            token,
            OutboxRow.Kind.EVENT,
            revoked ? OutboxRow.Type.REVOKED : OutboxRow.Type.CANCELLED,
            why.name());
    List<Change> changes = new ArrayList<>(rows(token, end));
    changes.add(new Change.Append(entry));
    changes.add(new Change.Emit(event));
    return changes;
  }

  /**
   * @param token a live token, as read
   * @param end REVOKED or CANCELLED
   * @return what is written of that beside audit and event: its row and, of a hard token, that its
   *     device is over with it (S4-35)
   */
  public static List<Change> rows(TokenRow token, TokenState end) {
    Change ended = new Change.UpdateToken(token.ended(end));
    return token.kind() == TokenKind.HARD
        ? List.of(ended, new Change.RetireHardToken(token.id()))
        : List.of(ended);
  }

  /**
   * @param token a live token
   * @return how its life ends when its contract or its user may have none of its kind any more
   * @throws IllegalStateException if it has ended
   */
  public static TokenState after(TokenRow token) {
    return TokenTransitions.next(token, TokenAct.CLOSE);
  }
}
