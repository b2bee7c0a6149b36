package org.ichido.core.requirement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.contract.Method;
import org.ichido.api.requirement.Demand;
import org.ichido.api.requirement.Facts;
import org.ichido.api.requirement.NextStep;
import org.ichido.api.requirement.Requirement;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.core.life.Standing;
import org.ichido.core.profile.BankProfile;
import org.ichido.core.profile.HardTokenPolicy;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.work.Entitlement;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UserRow;

/**
 * How a user stands towards one-time codes at a moment: what each use of the bank's services
 * demands, and what the user has to do next. Pure.
 *
 * @param profile the bank's profile
 * @param rows the user's tokens, row and contract; where the bank orders hard tokens also the whole
 *     contract and its orders
 * @param now the moment
 */
public record UserPosition(BankProfile profile, Rows rows, Instant now) {
  /** Why a login is spared a code that nobody can give before the device has come (S4-23). */
  private static final String REGISTER_LATER = "REGISTER_LATER";

  /**
   * @return what the user has to do next, whatever the use
   */
  public Step step() {
    Optional<String> stranger = stranger();
    if (stranger.isPresent()) {
      return new Step(NextStep.CONTACT_BANK, Optional.empty(), false, stranger.get());
    }
    Optional<Method> method = asked();
    if (method.isEmpty()) {
      return nothing("no one-time passwords in effect for the contract");
    }
    return method.get() == Method.TXN_AUTH
        ? nothing("the contract uses transaction authentication")
        : new NextStepOf(profile, now, wasInUse()).of(rows, own(method.get()), method.get());
  }

  /**
   * @param use what the user wants to do
   * @param facts what the channel knows of it
   * @return whether that needs a code, and what the user has to do next
   */
  public Requirement requirement(Use use, Facts facts) {
    Step step = step();
    if (stranger().isPresent()) {
      return answer(new Demand.Blocked(), step, step.why());
    }
    Optional<Method> method = asked();
    if (method.isEmpty()) {
      return answer(new Demand.NotRequired(), step, step.why());
    }
    Answer found = profile.operations().answer(use, method.get(), facts, wasInUse());
    boolean stopped =
        found.demand() instanceof Demand.Required
            && method.get() != Method.TXN_AUTH
            && !step.usable();
    return stopped
        ? stopped(use, step, step.why() + "; " + found.why())
        : answer(found.demand(), step, found.why());
  }

  /** Who can skip a registration logs in without it, and does the rest only where the bank says. */
  private Requirement stopped(Use use, Step step, String why) {
    if (step.next() != NextStep.REGISTER) {
      return answer(new Demand.Blocked(), step, why);
    }
    boolean skippable = step.until().isPresent();
    if (skippable && use.stage() == Stage.LOGIN) {
      return answer(new Demand.Exempt(REGISTER_LATER), step, why);
    }
    boolean spared =
        skippable && profile.hardTokens().filter(HardTokenPolicy::operateWhileSkipping).isPresent();
    return spared
        ? answer(new Demand.NotRequired(), step, why)
        : answer(new Demand.Blocked(), step, "REGISTER_FIRST; " + why);
  }

  /**
   * @return how the contract authenticates now; empty if core banking told of no contract and there
   *     is no token to tell it by
   */
  public Optional<Method> method() {
    return rows.contract()
        .map(contract -> contract.methodOn(today()))
        .or(() -> live().map(token -> methodOf(token.kind())));
  }

  /**
   * @return the user's live token, if the contract lets the user have one of its kind
   */
  public Optional<TokenRow> live() {
    return Standing.live(seen(), now);
  }

  /** Who has no business here: nothing goes on. */
  private Optional<String> stranger() {
    if (rows.contract().flatMap(ContractRow::closed).isPresent()
        || rows.user().flatMap(UserRow::removed).isPresent()) {
      return Optional.of("contract closed, or user removed");
    }
    boolean known = rows.contract().isPresent() && rows.user().isPresent();
    return known || live().isPresent()
        ? Optional.empty()
        : Optional.of("core banking told of no such user");
  }

  /** The method that is asked for; where customers apply by themselves that is what they get. */
  private Optional<Method> asked() {
    Method method = method().orElse(Method.NONE);
    if (method != Method.NONE) {
      return Optional.of(method);
    }
    return profile.enrolment().selfService() ? Optional.of(Method.SOFT) : Optional.empty();
  }

  private Optional<TokenRow> own(Method method) {
    return live().filter(token -> methodOf(token.kind()) == method);
  }

  /**
   * Once in use, always asked for (S2-13): who lost the token has nothing to give, and is blocked.
   * It ends when core banking says that the contract uses none any more.
   */
  private boolean wasInUse() {
    return !method().equals(Optional.of(Method.NONE))
        && seen().stream()
            .map(TokenRow::state)
            .anyMatch(state -> state == TokenState.ACTIVE || state == TokenState.REVOKED);
  }

  /** As every verification sees them, whether anybody has ended them yet or not. */
  private List<TokenRow> seen() {
    return Entitlement.of(rows).seen(rows.tokens(), today());
  }

  private LocalDate today() {
    return JapaneseTime.dayOf(now);
  }

  private Requirement answer(Demand demand, Step step, String why) {
    return new Requirement(now, demand, step.next(), step.until(), why);
  }

  private static Step nothing(String why) {
    return new Step(NextStep.NONE, Optional.empty(), false, why);
  }

  private static Method methodOf(TokenKind kind) {
    return kind == TokenKind.HARD ? Method.HARD : Method.SOFT;
  }
}
