package org.ichido.core.enrolment;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.TokenState;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.core.life.TokenAct;
import org.ichido.core.life.TokenTransitions;
import org.ichido.core.system.JapaneseTime;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UserRow;

/**
 * What keeps a user from beginning an enrolment, whatever he fills in.
 *
 * @param policy what the profile says
 * @param act ISSUE or REISSUE
 */
record IssueBars(EnrolmentPolicy policy, TokenAct act) {
  /**
   * @param entitlement what core banking told
   * @param live the user's live token
   * @param now when it is decided
   * @return the first bar
   */
  Optional<Outcome.Refused> refusal(
      Optional<SoftEntitlement> entitlement, Optional<TokenRow> live, Instant now) {
    if (entitlement.isEmpty()) {
      return refused(now, Optional.of(Reason.NOT_ENTITLED));
    }
    UserRow user = entitlement.get().user();
    return refused(now, notAtThisBank())
        .or(() -> refused(now, entitlement.get().refusal(policy, JapaneseTime.dayOf(now))))
        .or(() -> refused(now, bound(live)))
        .or(() -> coolingDown(user, now))
        .or(() -> refused(now, policy.usedUp(user.downloads())));
  }

  /** Where tokens are revoked first, nobody skips that by asking for a re-issue (S0-21). */
  private Optional<Reason> notAtThisBank() {
    return act == TokenAct.REISSUE && !policy.replaces()
        ? Optional.of(Reason.FORBIDDEN)
        : Optional.empty();
  }

  /** A suspension is the bank's to lift: replacing the token would do so (S3-18). */
  private Optional<Reason> bound(Optional<TokenRow> live) {
    Optional<TokenState> state = live.map(TokenRow::state);
    return TokenTransitions.of(state, act)
        .refused()
        .or(() -> live.flatMap(TokenRow::suspension).map(suspended -> Reason.FORBIDDEN));
  }

  private static Optional<Outcome.Refused> coolingDown(UserRow user, Instant now) {
    return user.coolDown()
        .filter(now::isBefore)
        .map(end -> new Outcome.Refused(now, Reason.COOLDOWN, Optional.of(end)));
  }

  private static Optional<Outcome.Refused> refused(Instant now, Optional<Reason> reason) {
    return reason.map(why -> new Outcome.Refused(now, why));
  }
}
