package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ichido.api.Actor;
import org.ichido.api.BankNotServed;
import org.ichido.api.DescribeRequest;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.TokenState;
import org.ichido.api.UnlockRequest;
import org.ichido.api.UserId;
import org.ichido.api.Verdict;
import org.ichido.api.act.Activation;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.ApproveRequest;
import org.ichido.api.act.ConfirmRequest;
import org.ichido.api.act.OperatorRequest;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Proofs;
import org.ichido.api.act.Reason;
import org.ichido.api.act.ReissueRequest;
import org.ichido.api.act.RenameRequest;
import org.ichido.api.act.RenewRequest;
import org.ichido.api.act.ResynchroniseRequest;
import org.ichido.api.act.RevokeRequest;
import org.ichido.api.contract.DeviceClass;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;
import org.ichido.api.contract.Role;
import org.ichido.api.helpdesk.Act;
import org.ichido.api.helpdesk.ActView;
import org.ichido.api.helpdesk.ContractView;
import org.ichido.api.helpdesk.DemandView;
import org.ichido.api.helpdesk.EnrolmentView;
import org.ichido.api.helpdesk.Explanation;
import org.ichido.api.helpdesk.TokenView;
import org.ichido.api.helpdesk.UserView;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.Demand;
import org.ichido.api.requirement.Facts;
import org.ichido.api.requirement.NextStep;
import org.ichido.api.requirement.Question;
import org.ichido.core.fakes.TokenPhone;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UserRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a help desk is told of a customer, held against what then happens. */
class HelpDeskThroughTheHouseTest extends Situations {
  private static final Set<Act> OF_CUSTOMERS = EnumSet.range(Act.ISSUE, Act.RESYNCHRONISE);
  private static final Set<Act> OF_OPERATORS =
      EnumSet.range(Act.RESYNCHRONISE, Act.RELEASE_DOWNLOADS);

  private final StoredHelpDesk helpDesk = new StoredHelpDesk(services, profiles);

  static Stream<Arguments> everywhere() {
    return NextStepThroughTheHouseTest.everywhere();
  }

  private Explanation explained() {
    return helpDesk.explain(yui);
  }

  private ActView act(Act act) {
    return explained().acts().stream().filter(view -> view.act() == act).findFirst().orElseThrow();
  }

  /** Another user of the contract, with a token of the own. */
  private TokenPhone colleague(String name, Role role) {
    Holder holder = new Holder(yui.bank(), yui.contract(), new UserId(name));
    write(
        new Change.PutUser(
            new UserRow(holder, role, START, Optional.empty(), Optional.empty(), 0, 0), true));
    Instant now = clock.instant();
    TokenPhone theirs = new TokenPhone("phone-of-" + name + ids.incrementAndGet());
    clock.set(START);
    enrol(holder, theirs);
    clock.set(now);
    return theirs;
  }

  /** Everything that it says can be done, is done, and what it says cannot, is refused. */
  @ParameterizedTest
  @MethodSource("everywhere")
  void whoeverItSaysCanActCanAndNobodyElse(String bank, Situation situation) {
    List<String> lies = new ArrayList<>();
    come(bank, situation);
    for (ActView said : explained().acts()) {
      assertThat(said.possible()).as(said.act().name()).isEqualTo(said.refused().isEmpty());
      if (OF_CUSTOMERS.contains(said.act())) {
        come(bank, situation);
        check(said.act() + " by the customer", said.customer(), byCustomer(said.act()), lies);
      } else {
        assertThat(said.customer()).as(said.act().name()).isFalse();
      }
      if (OF_OPERATORS.contains(said.act())) {
        come(bank, situation);
        boolean can = said.operators().isPresent();
        check(said.act() + " by an operator", can, byOperator(said.act()), lies);
      } else {
        assertThat(said.operators()).as(said.act().name()).isEmpty();
      }
    }
    assertThat(lies).isEmpty();
  }

  private static void check(String who, boolean said, boolean did, List<String> lies) {
    if (said != did) {
      lies.add(who + ": said " + said + ", did " + did);
    }
  }

  private boolean byCustomer(Act one) {
    ActivationPair own = pair.orElse(new ActivationPair("NONE", "000000000000"));
    Actor.User user = new Actor.User(yui.user());
    return switch (one) {
      case ISSUE -> begin(false);
      case REISSUE -> begin(true);
      case ACTIVATE ->
          lifecycle.activate(activation(yui, own, PASSWORD, this.own))
              instanceof Activation.Delivered;
      case CONFIRM ->
          lifecycle.confirm(new ConfirmRequest(key(), yui, shown())).kind()
              == Verdict.Kind.ACCEPTED;
      case RENEW -> done(lifecycle.renew(new RenewRequest(key(), yui.bank(), own, shown())));
      case RENAME -> done(lifecycle.rename(new RenameRequest(key(), yui.bank(), own, "B")));
      case RESYNCHRONISE -> resynchronised(user);
      default -> throw new IllegalArgumentException(one.name());
    };
  }

  private boolean byOperator(Act one) {
    OperatorRequest request = new OperatorRequest(key(), yui, BOTH);
    return switch (one) {
      case RESYNCHRONISE -> resynchronised(BOTH);
      case UNLOCK ->
          had(administration.unlock(new UnlockRequest(key(), yui, BOTH, Optional.empty())));
      case REVOKE -> had(lifecycle.revoke(new RevokeRequest(key(), yui, BOTH, Optional.empty())));
      case SUSPEND -> had(lifecycle.suspend(request));
      case RESUME -> had(lifecycle.resume(request));
      case RELEASE_DOWNLOADS -> had(lifecycle.releaseDownloads(request));
      default -> throw new IllegalArgumentException(one.name());
    };
  }

  private boolean begin(boolean again) {
    var form = form(yui, "yui@example.jp", "yui@example.jp", PASSWORD, PASSWORD);
    return done(
        again
            ? lifecycle.reissue(new ReissueRequest(form, new Proofs(true, true, true)))
            : lifecycle.issue(form));
  }

  private boolean resynchronised(Actor actor) {
    OneTimeCode first = shown();
    clock.advance(Duration.ofMinutes(1));
    OneTimeCode second = shown();
    return done(
        lifecycle.resynchronise(new ResynchroniseRequest(key(), yui, first, second, actor)));
  }

  private static boolean done(Outcome outcome) {
    return outcome.kind() == Outcome.Kind.DONE;
  }

  private static boolean had(Outcome outcome) {
    return done(outcome) || outcome.kind() == Outcome.Kind.AWAITS_APPROVAL;
  }

  /** Who of the company: S0-23, S0-24, S0-37, S0-38. */
  @Test
  @Requirement({"S0-24", "S0-37", "S0-38"})
  void itNamesTheUsersOfTheContractWhoCanUnlockNow() {
    come("mirai", Situation.LOCKED);
    colleague("general", Role.GENERAL);
    colleague("admin", Role.SUB_ADMIN);
    TokenPhone master = colleague("master", Role.MASTER);
    ActView unlock = act(Act.UNLOCK);
    assertThat(unlock.roles()).isEqualTo(Set.of(Role.MASTER, Role.SUB_ADMIN));
    assertThat(unlock.users()).containsExactly(new UserId("admin"), new UserId("master"));
    assertThat(unlock.ownCode()).isTrue();
    assertThat(unlock.operators()).contains(ActView.Approval.ASKED);
    assertThat(
            done(
                administration.unlock(
                    new UnlockRequest(
                        key(),
                        yui,
                        new Actor.User(new UserId("master")),
                        Optional.of(master.codeAt(clock.instant()))))))
        .isTrue();
  }

  /** A sole master, though he is one: the bank alone. */
  @Test
  @Requirement("S0-38")
  void aLockedMasterIsAloneAndTheBankActs() {
    come("mirai", Situation.LOCKED);
    ActView unlock = act(Act.UNLOCK);
    assertThat(unlock.users()).isEmpty();
    assertThat(unlock.operators()).contains(ActView.Approval.ASKED);
    assertThat(act(Act.REVOKE).users()).as("he has no code either").isEmpty();
  }

  @Test
  @Requirement({"S0-23", "S0-24"})
  void aMasterInUseCanRevokeHimselfAndAGeneralUserNobody() {
    come("mirai", Situation.IN_USE);
    colleague("general", Role.GENERAL);
    assertThat(act(Act.REVOKE).users()).containsExactly(yui.user());
    assertThat(act(Act.UNLOCK).refused()).contains(Reason.NOT_LOCKED);
  }

  /** S2-21, S4-38: no customer role. */
  @Test
  void atShitenTheBankAloneUnlocksAndRevokes() {
    come("shiten", Situation.LOCKED);
    colleague("master", Role.MASTER);
    for (Act one : List.of(Act.UNLOCK, Act.REVOKE)) {
      assertThat(act(one).roles()).isEmpty();
      assertThat(act(one).users()).isEmpty();
      assertThat(act(one).operators()).contains(ActView.Approval.NAMED);
    }
  }

  /** Who has no code at this moment is not named, though the role may. */
  @Test
  void aColleagueWhoseTokenIsStoppedIsNotNamed() {
    come("mirai", Situation.LOCKED);
    colleague("master", Role.MASTER);
    Holder master = new Holder(yui.bank(), yui.contract(), new UserId("master"));
    assertThat(act(Act.UNLOCK).users()).containsExactly(master.user());
    lifecycle.suspend(new OperatorRequest(key(), master, BOTH));
    assertThat(act(Act.UNLOCK).users()).isEmpty();
  }

  /** What the operator asked for is approved by another, and then it is so. */
  @Test
  void afterTheApprovalItIsExplainedAnew() {
    come("mirai", Situation.LOCKED);
    assertThat(explained().step()).isEqualTo(NextStep.UNLOCK);
    UnlockRequest request = new UnlockRequest(key(), yui, BOTH, Optional.empty());
    administration.unlock(request);
    assertThat(explained().step()).as("asked for only").isEqualTo(NextStep.UNLOCK);
    lifecycle.approve(
        new ApproveRequest(
            key(), yui.bank(), request.key().id(), Customers.operator("OP3", Optional.empty())));
    assertThat(explained().step()).isEqualTo(NextStep.NONE);
  }

  @Test
  @Requirement({"S0-27", "S0-28"})
  void everythingThatIsKnownOfAnEnrolmentIsShownAndNothingSecret() {
    come("kenshin", Situation.ISSUED);
    lifecycle.activate(activation(yui, pair.orElseThrow(), "0000", own));
    Explanation explained = explained();
    assertThat(explained.at()).isEqualTo(START);
    assertThat(explained.contract())
        .contains(new ContractView("012", OPENED, Optional.empty(), Method.SOFT, Optional.empty()));
    assertThat(explained.user())
        .contains(
            new UserView(Role.MASTER, Optional.empty(), Optional.empty(), 0, Optional.empty()));
    assertThat(explained.token().flatMap(TokenView::enrolment))
        .contains(
            new EnrolmentView(
                EnrolmentView.Mail.WAITING,
                1,
                5,
                START.plus(WITHIN),
                Optional.empty(),
                Optional.empty()));
    assertThat(explained.step()).isEqualTo(NextStep.ACTIVATE);
    assertThat(explained.until()).contains(START.plus(WITHIN));
    assertThat(explained.shown()).startsWith("トークンの発行を受け付けております。");
    assertThat(explained.why()).isEqualTo("issued, not yet activated");
    assertThat(explained.toString())
        .as("neither address nor pair, of which one is personal and the other half a key")
        .doesNotContain(MAIL, pair.orElseThrow().userId(), PASSWORD);
  }

  @Test
  @Requirement("S0-28")
  void driftSuspensionAndExpiryAreShownOfATokenInUse() {
    come("mirai", Situation.IN_USE);
    store.plant(token(yui).drifted(-3));
    lifecycle.suspend(new OperatorRequest(key(), yui, BOTH));
    TokenView token = explained().token().orElseThrow();
    assertThat(token.driftSteps()).isEqualTo(-3);
    assertThat(token.suspension()).contains(new TokenView.SuspensionView(clock.instant(), "LOSS"));
    assertThat(token.token().expires()).isEqualTo(token(yui).expires());
    assertThat(token.enrolment().orElseThrow().device()).contains(DeviceClass.SMARTPHONE);
    assertThat(token.enrolment().orElseThrow().confirmed()).contains(START);
    assertThat(act(Act.RESUME).operators()).contains(ActView.Approval.ASKED);
    assertThat(act(Act.RESUME).users()).as("no customer role lifts it").isEmpty();
  }

  @Test
  @Requirement({"S0-25", "S2-19"})
  void coolDownAndDownloadsAreShownOfTheUser() {
    come("mirai", Situation.REVOKED);
    Instant end = clock.instant().plus(coolDown());
    assertThat(explained().user().orElseThrow().coolDown()).contains(end);
    assertThat(act(Act.ISSUE).refused()).contains(Reason.COOLDOWN);
    assertThat(act(Act.ISSUE).until()).contains(end);
    clock.set(end);
    assertThat(explained().user().orElseThrow().coolDown()).as("it is over").isEmpty();
    come("shiten", Situation.DOWNLOADS_USED_UP);
    UserView user = explained().user().orElseThrow();
    assertThat(user.downloads()).isEqualTo(5);
    assertThat(user.mostDownloads()).contains(5);
    assertThat(act(Act.RELEASE_DOWNLOADS).operators()).contains(ActView.Approval.NAMED);
    assertThat(explained().why()).contains("5 seeds delivered");
  }

  @Test
  void aMethodThatWillHoldIsShownUntilItDoes() {
    come("mirai", Situation.APPLIED_FROM_TOMORROW);
    MethodChange coming = new MethodChange(Method.SOFT, LocalDate.of(2026, 11, 22));
    assertThat(explained().contract().orElseThrow().method()).isEqualTo(Method.NONE);
    assertThat(explained().contract().orElseThrow().change()).contains(coming);
    clock.set(Instant.parse("2026-11-21T15:00:00Z"));
    assertThat(explained().contract().orElseThrow().method()).isEqualTo(Method.SOFT);
    assertThat(explained().contract().orElseThrow().change()).isEmpty();
  }

  /** Whether anybody has written that down yet or not. */
  @ParameterizedTest
  @ValueSource(strings = {"mirai", "kenshin"})
  void whatAnotherMethodEndedIsEndedForEveryAct(String bank) {
    come(bank, Situation.METHOD_ENDED);
    assertThat(explained().token().orElseThrow().token().state()).isEqualTo(TokenState.REVOKED);
    assertThat(administration.describe(new DescribeRequest(key(), yui, BOTH)).token())
        .as("the branch is told the same")
        .isEqualTo(explained().token().map(TokenView::token));
    assertThat(explained().acts().stream().filter(ActView::possible).map(ActView::act))
        .containsExactly(Act.RELEASE_DOWNLOADS, Act.CHANGE_CONTRACT);
    Outcome revoked =
        lifecycle.revoke(
            new RevokeRequest(key(), yui, new Actor.User(yui.user()), Optional.of(shown())));
    assertThat(reason(revoked)).as("nor is its code one").contains(Reason.CODE_REFUSED);
    assertThat(token(yui).lastFactor()).isEqualTo(STEP);
    ActivationPair ended = pair.orElseThrow();
    assertThat(reason(lifecycle.renew(new RenewRequest(key(), yui.bank(), ended, shown()))))
        .contains(Reason.CODE_REFUSED);
    assertThat(reason(lifecycle.rename(new RenameRequest(key(), yui.bank(), ended, "B"))))
        .contains(Reason.NOT_FOUND);
    assertThat(resynchronised(BOTH)).isFalse();
    assertThat(token(yui).failures()).isZero();
  }

  /** It is the answer of Requirements.next, with words. */
  @ParameterizedTest
  @MethodSource("everywhere")
  void whatTheCustomerSeesIsWhatTheChannelIsTold(String bank, Situation situation) {
    come(bank, situation);
    Explanation explained = explained();
    var requirements = new StoredRequirements(onceOnly, decisions);
    assertThat(explained.demands()).hasSize(4);
    for (DemandView view : explained.demands()) {
      var told = requirements.next(new Question(yui, view.use(), Facts.NONE));
      assertThat(view.demand()).isEqualTo(told.demand());
      assertThat(view.why()).isEqualTo(told.why());
      assertThat(explained.step()).isEqualTo(told.step());
      assertThat(explained.until()).isEqualTo(told.until());
    }
  }

  @Test
  void ofAStrangerThereIsNothingToShowAndCoreBankingMayTell() {
    come("mirai", Situation.UNKNOWN);
    Explanation explained = explained();
    assertThat(explained.contract()).isEmpty();
    assertThat(explained.user()).isEmpty();
    assertThat(explained.token()).isEmpty();
    assertThat(explained.step()).isEqualTo(NextStep.CONTACT_BANK);
    assertThat(explained.acts().stream().filter(ActView::possible).map(ActView::act))
        .containsExactly(Act.CHANGE_CONTRACT);
    assertThat(explained.demands())
        .extracting(DemandView::demand)
        .containsOnly(new Demand.Blocked());
    assertThat(explained.demands().get(0).use())
        .isEqualTo(org.ichido.api.requirement.Use.login(Channel.PC));
  }

  /** It is a question: asked as often as anybody likes, nothing is written. */
  @Test
  void nothingIsWrittenAndAProfileIsNeeded() {
    come("mirai", Situation.IN_USE);
    int entries = store.wholeAudit().size();
    TokenRow before = token(yui);
    explained();
    assertThat(store.wholeAudit()).hasSize(entries);
    assertThat(token(yui)).isEqualTo(before);
    assertThatThrownBy(() -> helpDesk.explain(holder("ginsan", "C1", "yui")))
        .isInstanceOf(BankNotServed.class);
    serve("mirai", Map.of("revoke.by", "operator"));
    assertThat(act(Act.REVOKE).roles()).as("the profile of this moment").isEmpty();
  }
}
