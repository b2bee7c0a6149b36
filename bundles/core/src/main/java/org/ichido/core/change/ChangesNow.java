package org.ichido.core.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ichido.api.Actor;
import org.ichido.api.Holder;
import org.ichido.api.UserId;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.Role;
import org.ichido.api.helpdesk.Act;
import org.ichido.api.helpdesk.ActView;
import org.ichido.core.profile.Authority;
import org.ichido.core.profile.BankProfile;
import org.ichido.core.profile.ChangePolicy;
import org.ichido.core.profile.DriftPolicy;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.verify.Purpose;
import org.ichido.core.verify.Verification;
import org.ichido.core.work.Entitlement;
import org.ichido.core.work.Tokens;
import org.ichido.spi.store.ApprovalRow;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UserRow;

/**
 * Who could change a user's token now. It asks the acts themselves, so that it cannot say otherwise
 * than they decide. Pure.
 *
 * @param holder the user
 * @param rows the user's tokens and row, and everything of the contract
 * @param profile the bank's profile
 * @param now the moment
 */
public record ChangesNow(Holder holder, Rows rows, BankProfile profile, Instant now) {
  /**
   * @return renewal and measuring of the clock, and what users of the contract and operators do
   */
  public List<ActView> acts() {
    List<ActView> acts = new ArrayList<>();
    acts.add(renewal());
    acts.add(resynchronisation());
    for (ApprovalRow.Act kind : ApprovalRow.Act.values()) {
      acts.add(forOthers(kind));
    }
    return acts;
  }

  private ActView renewal() {
    Optional<TokenRow> token = own().filter(row -> row.enrolment().isPresent());
    if (token.filter(this::measurable).isEmpty()) {
      return ActView.nobody(Act.RENEW, Reason.CODE_REFUSED);
    }
    Optional<Instant> opens = RenewalWindow.opens(token.get(), profile, now);
    if (opens.isEmpty()) {
      return ActView.nobody(Act.RENEW, Reason.NOT_RENEWABLE);
    }
    return now.isBefore(opens.get())
        ? ActView.nobody(Act.RENEW, Reason.RENEWAL_NOT_OPEN, opens)
        : ActView.ofCustomer(Act.RENEW, true);
  }

  private ActView resynchronisation() {
    if (own().filter(this::measurable).isEmpty()) {
      return ActView.nobody(Act.RESYNCHRONISE, Reason.NOT_SYNCHRONISED);
    }
    DriftPolicy drift = policy().drift();
    boolean known = rows.user().filter(row -> row.removed().isEmpty()).isPresent();
    return new ActView(
        Act.RESYNCHRONISE,
        drift.users() && known,
        Set.of(),
        List.of(),
        true,
        drift.operators() ? Optional.of(ActView.Approval.NONE) : Optional.empty(),
        false,
        (drift.users() && known) || drift.operators()
            ? Optional.empty()
            : Optional.of(Reason.FORBIDDEN),
        Optional.empty());
  }

  private boolean measurable(TokenRow token) {
    return Verification.unusable(token, now, Purpose.UPKEEP).isEmpty();
  }

  private ActView forOthers(ApprovalRow.Act kind) {
    var act = org.ichido.core.change.Act.of(kind);
    Situation situation =
        Situation.of(now, Optional.empty(), holder, rows, new Actor.Time(), policy());
    Effect effect = act.on(situation);
    if (!effect.hasEffect() && effect.outcome() instanceof Outcome.Refused refused) {
      return ActView.nobody(view(kind), refused.reason(), refused.until());
    }
    Authority authority = policy().authority(kind);
    boolean code = kind != ApprovalRow.Act.UNLOCK || policy().unlockNeedsCode();
    List<UserId> users = able(act, situation, authority.roles(), code);
    Optional<ActView.Approval> operators =
        authority.operators() ? Optional.of(approval(kind)) : Optional.empty();
    return new ActView(
        view(kind),
        false,
        authority.roles(),
        users,
        !authority.roles().isEmpty() && code,
        operators,
        false,
        users.isEmpty() && operators.isEmpty() ? Optional.of(Reason.FORBIDDEN) : Optional.empty(),
        Optional.empty());
  }

  /** The users of the contract who may, and have a code if one is needed. */
  private List<UserId> able(
      org.ichido.core.change.Act act, Situation situation, Set<Role> roles, boolean code) {
    boolean open = rows.contract().map(ContractRow::closed).filter(Optional::isEmpty).isPresent();
    if (!open || roles.isEmpty()) {
      return List.of();
    }
    Map<UserId, List<TokenRow>> tokens =
        rows.contractTokens().stream()
            .flatMap(token -> token.users().stream().map(user -> Map.entry(user, token)))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return rows.users().stream()
        .filter(row -> row.removed().isEmpty() && roles.contains(row.role()))
        .filter(row -> !act.isBarredFor(row.holder().user(), situation))
        .filter(row -> !code || hasCode(row, tokens))
        .map(row -> row.holder().user())
        .limit(ActView.MOST_USERS)
        .toList();
  }

  private boolean hasCode(UserRow user, Map<UserId, List<TokenRow>> tokens) {
    List<TokenRow> own = tokens.getOrDefault(user.holder().user(), List.of());
    return Tokens.inQuestion(seenBy(Optional.of(user), own))
        .filter(token -> Verification.unusable(token, now, Purpose.USE).isEmpty())
        .isPresent();
  }

  private Optional<TokenRow> own() {
    return Tokens.inQuestion(seenBy(rows.user(), rows.tokens()));
  }

  private List<TokenRow> seenBy(Optional<UserRow> user, List<TokenRow> tokens) {
    return new Entitlement(rows.contract(), user).seen(tokens, JapaneseTime.dayOf(now));
  }

  private ActView.Approval approval(ApprovalRow.Act kind) {
    return switch (policy().approvals().of(kind)) {
      case NONE -> ActView.Approval.NONE;
      case NAMED -> ActView.Approval.NAMED;
      case ASKED -> ActView.Approval.ASKED;
    };
  }

  private static Act view(ApprovalRow.Act kind) {
    return switch (kind) {
      case UNLOCK -> Act.UNLOCK;
      case REVOKE -> Act.REVOKE;
      case SUSPEND -> Act.SUSPEND;
      case RESUME -> Act.RESUME;
      case RELEASE_DOWNLOADS -> Act.RELEASE_DOWNLOADS;
    };
  }

  private ChangePolicy policy() {
    return profile.changes();
  }
}
