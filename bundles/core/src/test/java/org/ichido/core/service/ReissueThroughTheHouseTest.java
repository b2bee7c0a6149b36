package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.TokenState;
import org.ichido.api.Verdict;
import org.ichido.api.act.Activation;
import org.ichido.api.act.IssueRequest;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Proofs;
import org.ichido.api.act.Reason;
import org.ichido.api.act.ReissueRequest;
import org.ichido.api.contract.Method;
import org.ichido.core.fakes.TokenPhone;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Suspension;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A new phone at shiten: the re-issue comes first, and the former token ends with it. */
class ReissueThroughTheHouseTest extends EnrolmentHouse {
  private static final Proofs PROVED = new Proofs(true, true, true);
  private static final Holder YUI = holder("shiten", "R0001", "yui");

  private final TokenPhone newPhone = new TokenPhone("phone-2");

  @BeforeEach
  void yuiHasATokenInUse() {
    serve("shiten", Map.of());
    contract(YUI, Method.SOFT, OPENED);
    user(YUI);
    enrol(YUI, phone);
    clock.advance(Duration.ofMinutes(5));
  }

  /** S2-17: no prior revocation; the old token is REVOKED at that moment. */
  @Test
  @Requirement("S2-17")
  void theFormerTokenIsRevokedInTheMomentOfTheReissue() {
    TokenRow former = token(YUI);
    OneTimeCode code = phone.codeAt(clock.instant());
    Outcome.Done done = (Outcome.Done) reissue(YUI, PROVED);
    assertThat(done.pair()).isPresent();
    TokenRow revoked = store.tokensOf(YUI).get(1);
    assertThat(revoked.id()).isEqualTo(former.id());
    assertThat(revoked.state()).isEqualTo(TokenState.REVOKED);
    assertThat(revoked.seed()).as("its sealed seed is gone").isEmpty();
    assertThat(state(YUI)).isEqualTo(TokenState.ISSUED);
    assertThat(verify(YUI, code).kind()).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(events(YUI)).endsWith(OutboxRow.Type.REVOKED, OutboxRow.Type.ISSUED);
    assertThat(store.audited(AuditEvent.REVOKED))
        .extracting(AuditEntry::detail)
        .containsExactly("re-issue");

    newPhone.receive(
        lifecycle.activate(activation(YUI, done.pair().orElseThrow(), PASSWORD, newPhone)));
    clock.advance(Duration.ofMinutes(1));
    assertThat(confirm(YUI, newPhone.codeAt(clock.instant())).kind())
        .isEqualTo(Verdict.Kind.ACCEPTED);
    clock.advance(Duration.ofMinutes(1));
    assertThat(verify(YUI, newPhone.codeAt(clock.instant())).kind())
        .isEqualTo(Verdict.Kind.ACCEPTED);
  }

  @ParameterizedTest
  @CsvSource({
    "false, true, true, NO_CARD",
    "true, false, true, PASSWORD_NOT_CONFIRMED",
    "true, true, false, PHONE_FAILED",
    "false, false, false, NO_CARD",
  })
  @Requirement({"S2-18", "S2-20"})
  void withoutThreeProofsNothingHappens(
      boolean card, boolean password, boolean phoneProved, Reason reason) {
    TokenRow before = token(YUI);
    assertThat(reissue(YUI, new Proofs(card, password, phoneProved)))
        .isEqualTo(new Outcome.Refused(clock.instant(), reason));
    assertThat(store.tokensOf(YUI)).containsExactly(before);
  }

  @Test
  void aFormThatIsWrongRevokesNothing() {
    TokenRow before = token(YUI);
    IssueRequest form = form(YUI, MAIL, MAIL, "4711", "4712");
    assertThat(lifecycle.reissue(new ReissueRequest(form, PROVED)))
        .isEqualTo(new Outcome.Refused(clock.instant(), Reason.PASSWORD_MISMATCH));
    assertThat(store.tokensOf(YUI)).containsExactly(before);
  }

  /** S2-19: five seeds since the last release, then the branch. */
  @Test
  @Requirement("S2-19")
  void theFifthSeedIsTheLastUntilTheBranchReleases() {
    for (int nth = 2; nth <= 5; nth++) {
      reissueAndActivate();
      assertThat(userOf(YUI).downloads()).isEqualTo(nth);
    }
    assertThat(reissue(YUI, PROVED))
        .isEqualTo(new Outcome.Refused(clock.instant(), Reason.DOWNLOAD_LIMIT));
    assertThat(issue(YUI))
        .as("nor by beginning anew")
        .isEqualTo(new Outcome.Refused(clock.instant(), Reason.DOWNLOAD_LIMIT));
    assertThat(state(YUI)).as("the token goes on").isEqualTo(TokenState.INITIALISED);
    write(new Change.PutUser(userOf(YUI).released(), false));
    assertThat(reissue(YUI, PROVED).kind()).isEqualTo(Outcome.Kind.DONE);
  }

  /** Issues that nobody activated deliver no seed and do not count. */
  @Test
  @Requirement("S2-19")
  void onlySeedsThatWereDeliveredCount() {
    for (int nth = 1; nth <= 10; nth++) {
      clock.advance(Duration.ofSeconds(1));
      assertThat(reissue(YUI, PROVED).kind()).isEqualTo(Outcome.Kind.DONE);
    }
    assertThat(userOf(YUI).downloads()).isEqualTo(1);
  }

  @Test
  @Requirement("S2-19")
  void aLimitThatWasLoweredMeanwhileHoldsAtTheActivationToo() {
    Outcome.Done done = (Outcome.Done) reissue(YUI, PROVED);
    serve("shiten", Map.of("enrol.downloads", "1"));
    assertThat(lifecycle.activate(activation(YUI, done.pair().orElseThrow(), PASSWORD, newPhone)))
        .isEqualTo(new Activation.Declined(clock.instant(), Reason.DOWNLOAD_LIMIT));
  }

  /** S0-21: where tokens are revoked first, a re-issue is no way around. */
  @Test
  @Requirement("S0-21")
  void atABankWhereTokensAreRevokedFirstAReissueIsForbidden() {
    enrol(HANAKO, newPhone);
    assertThat(reissue(HANAKO, PROVED))
        .isEqualTo(new Outcome.Refused(clock.instant(), Reason.FORBIDDEN));
    assertThat(state(HANAKO)).isEqualTo(TokenState.ACTIVE);
  }

  @Test
  void noCustomerGetsRidOfASuspensionByAReissue() {
    write(
        new Change.UpdateToken(
            token(YUI).withSuspension(Optional.of(new Suspension(START, BRANCH.name())))));
    assertThat(reissue(YUI, PROVED))
        .isEqualTo(new Outcome.Refused(clock.instant(), Reason.FORBIDDEN));
    assertThat(state(YUI)).isEqualTo(TokenState.ACTIVE);
  }

  @Test
  void theSameReissueAgainHasNoSecondEffect() {
    ReissueRequest request = new ReissueRequest(form(YUI), PROVED);
    Outcome first = lifecycle.reissue(request);
    clock.advance(Duration.ofMinutes(1));
    assertThat(lifecycle.reissue(request)).isEqualTo(first);
    assertThat(store.tokensOf(YUI)).hasSize(2);
  }

  @Test
  void manyReissuesAtOnceRevokeTheFormerOnce() throws Exception {
    List<Outcome> outcomes = together(8, () -> reissue(YUI, PROVED));
    assertThat(outcomes).allMatch(outcome -> outcome.kind() == Outcome.Kind.DONE);
    assertThat(store.audited(AuditEvent.REVOKED)).hasSize(1);
    assertThat(store.tokensOf(YUI)).filteredOn(token -> token.state().live()).hasSize(1);
  }

  /** The former token is REVOKED, so the audit can tell what its codes came to. */
  @Test
  void aCodeOfTheFormerTokenIsRefusedForGood() {
    reissueAndActivate();
    clock.advance(Duration.ofMinutes(1));
    assertThat(verify(YUI, phone.codeAt(clock.instant())).kind()).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(store.audit(YUI, 1).get(0).cause()).contains(Cause.NOT_ELIGIBLE);
  }

  private void reissueAndActivate() {
    clock.advance(Duration.ofSeconds(1));
    Outcome.Done done = (Outcome.Done) reissue(YUI, PROVED);
    newPhone.receive(
        lifecycle.activate(activation(YUI, done.pair().orElseThrow(), PASSWORD, newPhone)));
  }

  private Outcome reissue(Holder holder, Proofs proofs) {
    return lifecycle.reissue(new ReissueRequest(form(holder), proofs));
  }
}
