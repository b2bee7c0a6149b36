package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.ContractId;
import org.ichido.api.RegisterOutcome;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.Account;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.contract.ContractTerms;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;
import org.ichido.api.contract.Role;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What core banking tells of contracts and users, and what that does to tokens. */
class ContractsThroughTheHouseTest extends ContractHouse {
  private static final LocalDate TOMORROW = TODAY.plusDays(1);

  @Test
  void anOpenedContractIsKeptWithAllThatWasTold() {
    done(open(Method.SOFT));

    assertThat(contract().branch()).isEqualTo("012");
    assertThat(contract().cif()).contains("12345");
    assertThat(contract().opened()).isEqualTo(OPENED);
    assertThat(contract().method()).isEqualTo(Method.SOFT);
    assertThat(contract().account()).contains(ACCOUNT);
    AuditEntry entry = store.audited(AuditEvent.CONTRACT_OPENED).get(0);
    assertThat(entry.contract()).contains(CONTRACT.contract());
    assertThat(entry.actor()).contains(new Actor.CoreBanking("core"));
    assertThat(entry.detail()).isEqualTo("branch 012, opened 2020-04-01, method SOFT");
  }

  @Test
  void theSameContractToldAgainChangesNothingAndAnotherOneOfThatIdIsRefused() {
    done(open(Method.SOFT));
    done(open(Method.SOFT));
    refused(Reason.ALREADY_EXISTS, open(Method.HARD));
    var otherAccount =
        new ContractTerms(
            "012",
            Optional.of("12345"),
            OPENED,
            Optional.of(Method.SOFT),
            Optional.of(new Account("012", "1", "7654321", "ｶ)ｲﾁﾄﾞ")));
    refused(Reason.ALREADY_EXISTS, new ContractRequest.Open(key(), CONTRACT, otherAccount));

    assertThat(contract().account()).contains(ACCOUNT);
    assertThat(contract().version()).isZero();
    assertThat(store.audited(AuditEvent.CONTRACT_OPENED)).hasSize(1);
    assertThat(store.audited(AuditEvent.ACT_REFUSED))
        .extracting(AuditEntry::detail)
        .containsExactly("Open ALREADY_EXISTS", "Open ALREADY_EXISTS");
  }

  @Test
  void theSameRequestAgainGetsTheSameAnswerAndWithOtherContentNone() {
    ContractRequest open = open(Method.SOFT);
    Outcome first = perform(open);
    clock.advance(Duration.ofHours(1));

    assertThat(perform(open)).isEqualTo(first);
    assertThat(perform(new ContractRequest.Close(open.key(), CONTRACT, TODAY)))
        .isEqualTo(new Outcome.NotProcessed(Verdict.NotProcessed.Why.REQUEST_ID_REUSED));
    assertThat(contract().closed()).isEmpty();
  }

  @Test
  void closingEndsEveryLiveTokenWithItsSeedAndTellsEachOnce() {
    opened(Method.SOFT, "taro", "hanako", "jiro");
    TokenRow active = plant("taro", TokenKind.SOFT, TokenState.ACTIVE);
    TokenRow issued = plant("hanako", TokenKind.SOFT, TokenState.ISSUED);
    TokenRow initialised = plant("jiro", TokenKind.SOFT, TokenState.INITIALISED);

    done(close(TODAY));

    assertThat(state(active)).isEqualTo(TokenState.REVOKED);
    assertThat(state(issued)).isEqualTo(TokenState.CANCELLED);
    assertThat(state(initialised)).isEqualTo(TokenState.CANCELLED);
    assertThat(List.of(now(active), now(issued), now(initialised)))
        .allSatisfy(
            token -> {
              assertThat(token.seed()).isEmpty();
              assertThat(token.enrolment().flatMap(Enrolment::password)).isEmpty();
            });
    assertThat(told())
        .containsExactlyInAnyOrder(
            "REVOKED CONTRACT_CLOSED taro",
            "CANCELLED CONTRACT_CLOSED hanako",
            "CANCELLED CONTRACT_CLOSED jiro");
    assertThat(store.audited(AuditEvent.REVOKED)).hasSize(1);
    assertThat(store.audited(AuditEvent.CANCELLED)).hasSize(2);
    assertThat(contract().closed()).contains(TODAY);
    assertThat(store.user(user("taro")).orElseThrow().coolDown()).isEmpty();
  }

  @Test
  void aClosedContractTakesNothingOnAnyMore() {
    opened(Method.SOFT, "taro");
    done(close(TODAY));

    done(close(TODAY));
    refused(Reason.CONTRACT_CLOSED, close(TODAY.minusDays(1)));
    refused(Reason.CONTRACT_CLOSED, open(Method.SOFT));
    refused(Reason.CONTRACT_CLOSED, change(Method.HARD, TOMORROW));
    refused(Reason.CONTRACT_CLOSED, new ContractRequest.MoveBranch(key(), CONTRACT, "013"));
    refused(Reason.CONTRACT_CLOSED, new ContractRequest.ChangeAccount(key(), CONTRACT, ACCOUNT));
    refused(Reason.CONTRACT_CLOSED, add("hanako", Role.GENERAL));
    refused(Reason.CONTRACT_CLOSED, changeRole("taro", Role.MASTER));
    refused(Reason.CONTRACT_CLOSED, remove("taro"));
    assertThat(store.audited(AuditEvent.CONTRACT_CLOSED)).hasSize(1);
  }

  @Test
  void aContractIsNotClosedBeforeItWasOpenedAndAtOnceIfTheBusinessDateIsAhead() {
    opened(Method.SOFT, "taro");
    TokenRow token = plant("taro", TokenKind.SOFT, TokenState.ACTIVE);

    refused(Reason.DATE_IN_PAST, close(OPENED.minusDays(1)));
    assertThat(state(token)).isEqualTo(TokenState.ACTIVE);
    done(close(TODAY.plusDays(2)));
    assertThat(state(token)).isEqualTo(TokenState.REVOKED);
  }

  @Test
  void whatIsToldOfAnUnknownContractOrUserIsRefused() {
    var unknown = new ContractKey(BANK, new ContractId("C9999"));
    refused(Reason.UNKNOWN, new ContractRequest.Close(key(), unknown, TODAY));
    refused(
        Reason.UNKNOWN,
        new ContractRequest.ChangeMethod(key(), unknown, new MethodChange(Method.SOFT, TODAY)));
    refused(Reason.UNKNOWN, new ContractRequest.MoveBranch(key(), unknown, "013"));
    refused(Reason.UNKNOWN, new ContractRequest.ChangeAccount(key(), unknown, ACCOUNT));
    refused(Reason.UNKNOWN, add("taro", Role.GENERAL));
    opened(Method.SOFT);
    refused(Reason.UNKNOWN, remove("taro"));
    refused(Reason.UNKNOWN, changeRole("taro", Role.MASTER));
    assertThat(store.user(user("taro"))).isEmpty();
  }

  @Test
  void branchAndAccountChangeAndTheAuditNamesNobodysAccount() {
    opened(Method.SOFT, "taro");
    TokenRow token = plant("taro", TokenKind.SOFT, TokenState.ACTIVE);
    var account = new Account("013", "2", "7654321", "ﾀﾛｳ");

    done(new ContractRequest.MoveBranch(key(), CONTRACT, "013"));
    done(new ContractRequest.MoveBranch(key(), CONTRACT, "013"));
    done(new ContractRequest.ChangeAccount(key(), CONTRACT, account));

    assertThat(contract().branch()).isEqualTo("013");
    assertThat(contract().account()).contains(account);
    assertThat(store.audited(AuditEvent.CONTRACT_CHANGED))
        .extracting(AuditEntry::detail)
        .containsExactly("branch 012 to 013", "representative account");
    assertThat(now(token)).isEqualTo(token);
    assertThat(told()).isEmpty();
  }

  @Test
  void aUserIsAddedOnceAndWithAnotherRoleRefused() {
    opened(Method.SOFT, "taro");
    done(add("taro", Role.GENERAL));
    refused(Reason.ALREADY_EXISTS, add("taro", Role.MASTER));
    assertThat(store.user(user("taro")).orElseThrow().role()).isEqualTo(Role.GENERAL);
    assertThat(store.audited(AuditEvent.USER_ADDED)).hasSize(1);
  }

  @Test
  void aRoleChangesAndTheTokensStay() {
    opened(Method.SOFT, "taro");
    TokenRow token = plant("taro", TokenKind.SOFT, TokenState.ACTIVE);

    done(changeRole("taro", Role.MASTER));
    done(changeRole("taro", Role.MASTER));

    assertThat(store.user(user("taro")).orElseThrow().role()).isEqualTo(Role.MASTER);
    assertThat(store.audited(AuditEvent.ROLE_CHANGED))
        .extracting(AuditEntry::detail)
        .containsExactly("GENERAL to MASTER");
    assertThat(now(token)).isEqualTo(token);
  }

  @Test
  void aRemovedUserLosesTheTokenAndMayBeAddedAgain() {
    opened(Method.SOFT, "taro", "hanako");
    TokenRow taros = plant("taro", TokenKind.SOFT, TokenState.ACTIVE);
    TokenRow hanakos = plant("hanako", TokenKind.SOFT, TokenState.ACTIVE);

    done(remove("taro"));
    done(remove("taro"));

    assertThat(now(taros).state()).isEqualTo(TokenState.REVOKED);
    assertThat(now(taros).seed()).isEmpty();
    assertThat(now(hanakos)).isEqualTo(hanakos);
    assertThat(told()).containsExactly("REVOKED USER_REMOVED taro");
    assertThat(store.audited(AuditEvent.USER_REMOVED)).hasSize(1);
    refused(Reason.UNKNOWN, changeRole("taro", Role.MASTER));

    clock.advance(Duration.ofDays(1));
    done(add("taro", Role.MASTER));
    assertThat(store.user(user("taro")).orElseThrow().removed()).isEmpty();
    assertThat(store.user(user("taro")).orElseThrow().role()).isEqualTo(Role.MASTER);
    assertThat(store.user(user("taro")).orElseThrow().added()).isEqualTo(clock.instant());
  }

  @Test
  @Requirement("S4-16")
  void whoIsRemovedIsUnboundFromASharedHardTokenAndItGoesOnForTheOthers() {
    opened(Method.HARD, "taro", "hanako");
    TokenRow shared =
        plant(TokenKind.HARD, TokenState.ACTIVE, List.of(user("taro"), user("hanako")));

    done(remove("taro"));

    assertThat(now(shared).users()).containsExactly(user("hanako").user());
    assertThat(state(shared)).isEqualTo(TokenState.ACTIVE);
    assertThat(told()).containsExactly("UNBOUND USER_REMOVED taro");
    assertThat(store.audited(AuditEvent.UNBOUND).get(0).user()).contains(user("taro").user());
    assertThat(verify(user("taro"), STEP).kind()).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(store.audit(user("taro"), 1).get(0).cause()).contains(Cause.NOT_ELIGIBLE);
    assertThat(now(shared).failures()).as("nobody else pays for it").isZero();
    assertThat(verify(user("hanako"), STEP).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  @Requirement({"S3-27", "S4-32", "S4-33"})
  void theMethodHoldsForAllUsersOfTheContractAlike(Method method) {
    opened(Method.SOFT, "taro", "hanako", "jiro");
    List<TokenRow> soft =
        List.of(
            plant("taro", TokenKind.SOFT, TokenState.ACTIVE),
            plant("hanako", TokenKind.SOFT, TokenState.ACTIVE),
            plant("jiro", TokenKind.SOFT, TokenState.ACTIVE));

    done(change(method, TODAY));

    assertThat(soft)
        .extracting(this::state)
        .containsOnly(method == Method.SOFT ? TokenState.ACTIVE : TokenState.REVOKED);
    assertThat(contract().method()).isEqualTo(method);
    assertThat(told()).hasSize(method == Method.SOFT ? 0 : 3);
    done(add("saburo", Role.GENERAL));
    assertThat(contract().methodOn(TODAY)).as("and for one who comes later").isEqualTo(method);
  }

  @Test
  @Requirement("S4-34")
  void aContractNeverMixesSoftAndHardTokens() {
    opened(Method.HARD, "taro");
    assertThat(register().kind())
        .as("a soft token for a user of a HARD contract")
        .isEqualTo(RegisterOutcome.Kind.NOT_ENTITLED);
    done(change(Method.SOFT, TODAY));
    assertThat(register().kind()).isEqualTo(RegisterOutcome.Kind.REGISTERED);

    done(change(Method.HARD, TODAY));

    assertThat(store.tokensOf(HOLDER)).extracting(TokenRow::state).containsOnly(TokenState.REVOKED);
    assertThat(told()).containsExactly("REVOKED METHOD_CHANGED taro");
  }

  @Test
  void aTokenOfAContractOfWhichNothingWasToldIsAsItWas() {
    register();
    assertThat(verify(FactorAsCode.code(STEP)).kind()).isEqualTo(Verdict.Kind.ACCEPTED);

    opened(Method.NONE, "taro");
    assertThat(verify(FactorAsCode.code(STEP + 1)).kind())
        .as("now it was told: not entitled")
        .isEqualTo(Verdict.Kind.REFUSED);
    done(change(Method.SOFT, TODAY));
    assertThat(verify(FactorAsCode.code(STEP + 1)).kind())
        .as("and nobody ended it")
        .isEqualTo(Verdict.Kind.ACCEPTED);
  }

  @Test
  @Requirement("S0-21")
  void aTokenIsNotRegisteredBesideAnEnrolment() {
    opened(Method.SOFT, "taro");
    TokenRow pending = plant("taro", TokenKind.SOFT, TokenState.ISSUED);
    RegisterOutcome outcome = register();
    assertThat(outcome.kind()).isEqualTo(RegisterOutcome.Kind.TOKEN_STILL_BOUND);
    assertThat(outcome.token()).contains(pending.id());
  }

  @Test
  void fiveFailuresLockAndCoreBankingIsTold() {
    register();
    lock();
    assertThat(told()).containsExactly("LOCKED  taro");
  }

  @Test
  void formsThatNoContractHasAreRefusedBeforeAnythingIsJudged() {
    assertThatThrownBy(() -> new ContractRequest.MoveBranch(key(), CONTRACT, "1"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new ContractTerms(
                    "０１２", Optional.empty(), OPENED, Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new ContractTerms(
                    "012", Optional.of("12345678901"), OPENED, Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
