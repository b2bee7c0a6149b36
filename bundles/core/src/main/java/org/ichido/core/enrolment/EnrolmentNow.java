package org.ichido.core.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ichido.api.TokenState;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.helpdesk.Act;
import org.ichido.api.helpdesk.ActView;
import org.ichido.core.life.Standing;
import org.ichido.core.life.TokenAct;
import org.ichido.core.life.TokenTransitions;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.verify.Purpose;
import org.ichido.core.verify.Verification;
import org.ichido.core.work.Entitlement;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;

/**
 * Which steps of an enrolment a user could do now. All of them are the user's alone. Pure.
 *
 * @param rows the user's tokens, row and contract
 * @param policy what the profile says
 * @param now the moment
 */
public record EnrolmentNow(Rows rows, EnrolmentPolicy policy, Instant now) {
  /**
   * @return issue, re-issue, activation, confirmation and the token's name
   */
  public List<ActView> acts() {
    return List.of(
        begin(Act.ISSUE, TokenAct.ISSUE),
        begin(Act.REISSUE, TokenAct.REISSUE),
        activation(),
        confirmation(),
        name());
  }

  private ActView begin(Act view, TokenAct act) {
    Optional<Outcome.Refused> bar =
        new IssueBars(policy, act).refusal(SoftEntitlement.of(rows), live(), now);
    return bar.map(refused -> ActView.nobody(view, refused.reason(), refused.until()))
        .orElseGet(() -> ActView.ofCustomer(view, false));
  }

  /** Who asks is not told why: it is a refusal like any other. */
  private ActView activation() {
    if (!entitled() || !allows(TokenAct.ACTIVATE)) {
      return ActView.nobody(Act.ACTIVATE, Reason.CODE_REFUSED);
    }
    return rows.user()
        .flatMap(user -> policy.usedUp(user.downloads()))
        .map(reason -> ActView.nobody(Act.ACTIVATE, reason))
        .orElseGet(() -> ActView.ofCustomer(Act.ACTIVATE, false));
  }

  private ActView confirmation() {
    boolean awaited =
        live()
            .filter(token -> Verification.unusable(token, now, Purpose.CONFIRM).isEmpty())
            .isPresent();
    return entitled() && awaited
        ? ActView.ofCustomer(Act.CONFIRM, true)
        : ActView.nobody(Act.CONFIRM, Reason.CODE_REFUSED);
  }

  private ActView name() {
    boolean named = live().flatMap(TokenRow::enrolment).isPresent();
    return named && allows(TokenAct.RENAME)
        ? ActView.ofCustomer(Act.RENAME, false)
        : ActView.nobody(Act.RENAME, Reason.NOT_FOUND);
  }

  private boolean allows(TokenAct act) {
    Optional<TokenState> state = live().map(TokenRow::state);
    return state.isPresent() && TokenTransitions.of(state, act).allowed();
  }

  private boolean entitled() {
    return SoftEntitlement.of(rows)
        .filter(one -> one.refusal(policy, today()).isEmpty())
        .isPresent();
  }

  private Optional<TokenRow> live() {
    return Standing.live(Entitlement.of(rows).seen(rows.tokens(), today()), now);
  }

  private LocalDate today() {
    return JapaneseTime.dayOf(now);
  }
}
