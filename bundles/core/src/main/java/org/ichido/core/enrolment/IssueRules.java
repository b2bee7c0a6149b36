package org.ichido.core.enrolment;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.TokenState;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Proofs;
import org.ichido.api.act.Reason;
import org.ichido.core.life.TokenAct;
import org.ichido.core.life.TokenTransitions;
import org.ichido.core.system.JapaneseTime;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UserRow;

/**
 * Whether a user may begin an enrolment now. Everything is told: it is the user's own request.
 *
 * @param policy what the profile says
 * @param proofs what the channel proved, for a re-issue; empty for an issue
 * @param form the form
 */
record IssueRules(EnrolmentPolicy policy, Optional<Proofs> proofs, IssueForm form) {
  TokenAct act() {
    return proofs.isPresent() ? TokenAct.REISSUE : TokenAct.ISSUE;
  }

  /**
   * @param entitlement what core banking told
   * @param live the user's live token
   * @param now when it is decided
   * @return why the user may not
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
        .or(() -> refused(now, downloads(user)))
        .or(() -> refused(now, proofs.flatMap(IssueRules::notProved)))
        .or(() -> refused(now, form.wrong()));
  }

  /** Where tokens are revoked first, nobody skips that by asking for a re-issue (S0-21). */
  private Optional<Reason> notAtThisBank() {
    return proofs.isPresent() && !policy.replaces()
        ? Optional.of(Reason.FORBIDDEN)
        : Optional.empty();
  }

  /** A suspension is the bank's to lift: replacing the token would do so (S3-18). */
  private Optional<Reason> bound(Optional<TokenRow> live) {
    Optional<TokenState> state = live.map(TokenRow::state);
    return TokenTransitions.of(state, act())
        .refused()
        .or(() -> live.flatMap(TokenRow::suspension).map(suspended -> Reason.FORBIDDEN));
  }

  private static Optional<Outcome.Refused> coolingDown(UserRow user, Instant now) {
    return user.coolDown()
        .filter(now::isBefore)
        .map(end -> new Outcome.Refused(now, Reason.COOLDOWN, Optional.of(end)));
  }

  private Optional<Reason> downloads(UserRow user) {
    return policy
        .downloads()
        .filter(most -> user.downloads() >= most)
        .map(most -> Reason.DOWNLOAD_LIMIT);
  }

  private static Optional<Reason> notProved(Proofs proofs) {
    if (!proofs.card()) {
      return Optional.of(Reason.NO_CARD);
    }
    if (!proofs.confirmationPassword()) {
      return Optional.of(Reason.PASSWORD_NOT_CONFIRMED);
    }
    return proofs.phone() ? Optional.empty() : Optional.of(Reason.PHONE_FAILED);
  }

  private static Optional<Outcome.Refused> refused(Instant now, Optional<Reason> reason) {
    return reason.map(why -> new Outcome.Refused(now, why));
  }
}
