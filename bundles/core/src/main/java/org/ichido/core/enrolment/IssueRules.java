package org.ichido.core.enrolment;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Proofs;
import org.ichido.api.act.Reason;
import org.ichido.core.life.TokenAct;
import org.ichido.spi.store.TokenRow;

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
    return new IssueBars(policy, act())
        .refusal(entitlement, live, now)
        .or(() -> refused(now, proofs.flatMap(IssueRules::notProved)))
        .or(() -> refused(now, form.wrong()));
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
