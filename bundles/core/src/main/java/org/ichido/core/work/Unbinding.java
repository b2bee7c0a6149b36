package org.ichido.core.work;

import java.time.Instant;
import java.util.List;
import org.ichido.api.UserId;
import org.ichido.core.life.TokenAct;
import org.ichido.core.life.TokenTransitions;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;

/**
 * The end of one user's part in a token that others go on sharing (S4-16): seed, lock and expiry
 * stay. Whoever decides it writes the audit.
 *
 * @param now when
 * @param token the ACTIVE token, as read
 * @param user who is unbound, one of at least two
 */
public record Unbinding(Instant now, TokenRow token, UserId user) {
  /**
   * @throws IllegalArgumentException if nobody would be left, or the user is none of its users
   */
  public Unbinding {
    if (token.users().size() < 2 || !token.users().contains(user)) {
      throw new IllegalArgumentException(
          "token %s has no other user than %s, or not that one".formatted(token.id(), user));
    }
    TokenTransitions.next(token, TokenAct.UNBIND);
  }

  /**
   * @param why the word by which core banking is told why
   * @return the token without the user, and the event, which names him
   */
  public List<Change> changes(String why) {
    List<UserId> others = token.users().stream().filter(one -> !one.equals(user)).toList();
    return List.of(
        new Change.RebindToken(token.boundTo(others)),
        new Change.Emit(
            OutboxRow.about(
                now,
                token.boundTo(List.of(user)),
                OutboxRow.Kind.EVENT,
                OutboxRow.Type.UNBOUND,
                why)));
  }
}
