package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.DescribeRequest;
import org.ichido.api.Holder;
import org.ichido.api.RegisterOutcome;
import org.ichido.api.RegisterRequest;
import org.ichido.api.Seed;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.Verdict;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.IssueRequest;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.core.fakes.TokenPhone;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.MailState;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The beginning of an enrolment: what begins, and what ends with it. */
class IssueThroughTheHouseTest extends EnrolmentHouse {
  /** S1-8, S1-11: a pending token, a pair on the page, a mail on its way. */
  @Test
  @Requirement({"S1-8", "S1-11", "S3-6"})
  void anAcceptedFormLeavesAPendingTokenAPairAndAMailInTheOutbox() {
    Outcome.Done done = (Outcome.Done) issue(HANAKO);
    TokenRow token = token(HANAKO);
    assertThat(token.state()).isEqualTo(TokenState.ISSUED);
    assertThat(token.seed()).isEmpty();
    assertThat(done.token()).contains(token.id());
    assertThat(done.until()).contains(START.plus(Duration.ofHours(72)));
    ActivationPair pair = done.pair().orElseThrow();
    assertThat(pair.serviceId()).isEqualTo("MIRAI");
    assertThat(pair.userId()).matches("[0-9]{12}").isNotEqualTo("hanako");
    assertThat(enrolment(HANAKO).pair()).isEqualTo(pair);
    assertThat(enrolment(HANAKO).mail()).isEqualTo(MAIL);
    assertThat(enrolment(HANAKO).mailState()).isEqualTo(MailState.WAITING);
    assertThat(store.wholeOutbox())
        .extracting(OutboxRow::kind, OutboxRow::type, OutboxRow::token)
        .containsExactly(
            tuple(OutboxRow.Kind.EVENT, OutboxRow.Type.ISSUED, Optional.of(token.id())),
            tuple(OutboxRow.Kind.MAIL, OutboxRow.Type.ISSUED, Optional.of(token.id())));
    assertThat(store.audit(HANAKO, 9))
        .extracting(AuditEntry::event)
        .containsExactly(AuditEvent.ISSUED);
  }

  /** S1-7: of four digits nothing is kept that could be guessed without the vault's key. */
  @Test
  @Requirement("S1-7")
  void thePasswordIsKeptAsAnHmacBoundToItsTokenAndNowhereElse() {
    issue(HANAKO);
    String first = enrolment(HANAKO).password().orElseThrow();
    clock.advance(Duration.ofSeconds(1));
    issue(HANAKO);
    String second = enrolment(HANAKO).password().orElseThrow();
    assertThat(first).matches("[0-9a-f]{64}");
    assertThat(second).as("the same digits for another token").isNotEqualTo(first);
    assertThat(store.wholeOutbox().toString() + store.wholeAudit()).doesNotContain(PASSWORD);
  }

  /** S1-14, S1-15, S0-27: a wrong address, "back", and a new mail to the right one. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @Requirement({"S1-14", "S1-15", "S0-27"})
  void beginningAnewCancelsTheFormerIssueAtOnceAndSendsANewMail(boolean initialised) {
    if (initialised) {
      initialise(HANAKO, phone);
    } else {
      issue(HANAKO);
    }
    TokenRow former = token(HANAKO);
    ActivationPair formerPair = enrolment(HANAKO).pair();
    clock.advance(Duration.ofSeconds(1));
    lifecycle.issue(form(HANAKO, "right@mirai.jp", "right@mirai.jp", PASSWORD, PASSWORD));

    assertThat(token(HANAKO).id()).isNotEqualTo(former.id());
    assertThat(enrolment(HANAKO).pair()).isNotEqualTo(formerPair);
    assertThat(enrolment(HANAKO).mail()).isEqualTo("right@mirai.jp");
    TokenRow cancelled = store.tokensOf(HANAKO).get(1);
    assertThat(cancelled.id()).isEqualTo(former.id());
    assertThat(cancelled.state()).isEqualTo(TokenState.CANCELLED);
    assertThat(cancelled.seed()).isEmpty();
    assertThat(cancelled.enrolment().orElseThrow().password()).isEmpty();
    assertThat(events(HANAKO)).endsWith(OutboxRow.Type.CANCELLED, OutboxRow.Type.ISSUED);
    assertThat(mails()).hasSize(2);
    assertThat(activate(formerPair, PASSWORD).getClass().getSimpleName()).isEqualTo("Refused");
  }

  /** S0-21: without a revocation the new phone is refused. */
  @Test
  @Requirement("S0-21")
  void whoHasATokenInUseMustRevokeItFirst() {
    enrol(HANAKO, phone);
    assertThat(refused(form(HANAKO))).isEqualTo(Reason.TOKEN_STILL_BOUND);
    assertThat(state(HANAKO)).isEqualTo(TokenState.ACTIVE);
  }

  /** S0-20, S3-25: after a revocation there is the whole way again, and for the new phone alone. */
  @Test
  @Requirement({"S0-20", "S3-25"})
  void afterARevocationANewPhoneIsEnrolledFromTheBeginning() {
    enrol(HANAKO, phone);
    write(new Change.UpdateToken(token(HANAKO).ended(TokenState.REVOKED)));
    clock.advance(Duration.ofMinutes(30));
    TokenPhone newPhone = new TokenPhone("phone-2");
    enrol(HANAKO, newPhone);
    clock.advance(Duration.ofMinutes(5));
    assertThat(verify(HANAKO, phone.codeAt(clock.instant())).kind())
        .isEqualTo(Verdict.Kind.REFUSED);
    assertThat(verify(HANAKO, newPhone.codeAt(clock.instant())).kind())
        .isEqualTo(Verdict.Kind.ACCEPTED);
  }

  /** S0-29, S1-28, S2-14: a soft token is one user's. */
  @Test
  @Requirement({"S0-29", "S1-28", "S2-14"})
  void aSoftTokenBelongsToOneLoginAndItsCodesToNobodyElse() {
    Holder colleague = holder("mirai", "C0001", "ichiro");
    user(colleague);
    enrol(HANAKO, phone);
    assertThat(token(HANAKO).users()).containsExactly(HANAKO.user());
    clock.advance(Duration.ofMinutes(5));
    assertThat(verify(colleague, phone.codeAt(clock.instant())).kind())
        .isEqualTo(Verdict.Kind.REFUSED);
    assertThat(verify(HANAKO, phone.codeAt(clock.instant())).kind())
        .isEqualTo(Verdict.Kind.ACCEPTED);
  }

  @Test
  void anIssueWhoseTimeIsOverNeedsNoSweeperToMakeRoomForAnother() {
    issue(HANAKO);
    clock.advance(Duration.ofHours(72).minusNanos(1));
    assertThat(described()).isEqualTo(TokenState.ISSUED);
    clock.advance(Duration.ofNanos(1));
    assertThat(described()).as("support sees it, too").isEqualTo(TokenState.CANCELLED);
    assertThat(issue(HANAKO).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(store.tokensOf(HANAKO))
        .extracting(TokenRow::state)
        .containsExactly(TokenState.ISSUED, TokenState.CANCELLED);
    assertThat(store.audited(AuditEvent.CANCELLED))
        .extracting(AuditEntry::detail)
        .containsExactly("past its deadline");
  }

  @Test
  void theSameIssueAgainGetsTheSamePairAndSendsNoSecondMail() {
    IssueRequest form = form(HANAKO);
    Outcome first = lifecycle.issue(form);
    clock.advance(Duration.ofHours(1));
    assertThat(lifecycle.issue(form)).isEqualTo(first);
    assertThat(mails()).hasSize(1);
    assertThat(store.tokensOf(HANAKO)).hasSize(1);
  }

  @Test
  void aPairThatSomebodyHasByChanceIsDrawnAgain() {
    Holder colleague = holder("mirai", "C0001", "ichiro");
    user(colleague);
    // Three for the decoy; then each issue draws two for its id and one for its pair.
    Iterator<Long> longs = List.of(0L, 0L, 0L, 1L, 2L, 7L, 3L, 4L, 7L, 9L).iterator();
    InboxTokenLifecycle scripted =
        new InboxTokenLifecycle(
            new CoreDecisions(services, profiles, (RandomGenerator) longs::next), onceOnly);
    scripted.issue(form(HANAKO));
    scripted.issue(form(colleague));
    assertThat(enrolment(colleague).pair())
        .isNotEqualTo(enrolment(HANAKO).pair())
        .isEqualTo(new ActivationPair("MIRAI", "000000000004"));
    assertThat(longs).as("drawn once more").isExhausted();
  }

  @Test
  void manyIssuesOfOneUserAtOnceLeaveOneThatIsLive() throws Exception {
    List<Outcome> outcomes = together(8, () -> issue(HANAKO));
    assertThat(outcomes).allMatch(outcome -> outcome.kind() == Outcome.Kind.DONE);
    assertThat(store.tokensOf(HANAKO)).filteredOn(token -> token.state().live()).hasSize(1);
    Set<ActivationPair> pairs = new HashSet<>();
    store.tokensOf(HANAKO).forEach(token -> pairs.add(token.enrolment().orElseThrow().pair()));
    assertThat(pairs).hasSize(8);
  }

  /** An administrator's registration is no way around an enrolment that is under way. */
  @Test
  void whileAnEnrolmentIsUnderWayNoTokenIsRegistered() {
    issue(HANAKO);
    clock.advance(Duration.ofHours(72).minusNanos(1));
    assertThat(registered()).isEqualTo(RegisterOutcome.Kind.TOKEN_STILL_BOUND);
    clock.advance(Duration.ofNanos(1));
    assertThat(registered()).isEqualTo(RegisterOutcome.Kind.REGISTERED);
    assertThat(store.tokensOf(HANAKO))
        .extracting(TokenRow::state)
        .containsExactly(TokenState.ACTIVE, TokenState.CANCELLED);
    assertThat(events(HANAKO)).endsWith(OutboxRow.Type.CANCELLED);
  }

  private RegisterOutcome.Kind registered() {
    try (Seed seed = Seed.copyOf(new byte[20])) {
      RegisterRequest request =
          new RegisterRequest(
              key(),
              HANAKO,
              TokenKind.SOFT,
              seed,
              Optional.empty(),
              new Actor.Administrator("karaf"));
      return administration.register(request).kind();
    }
  }

  private TokenState described() {
    return administration
        .describe(new DescribeRequest(key(), HANAKO, BRANCH))
        .token()
        .orElseThrow()
        .state();
  }

  private List<OutboxRow> mails() {
    return store.outbox(HANAKO.bank(), OutboxRow.Kind.MAIL, clock.instant(), 100);
  }
}
