package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.Holder;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.api.Verdict;
import org.ichido.api.contract.Method;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What time alone does, at the instant before, at and after it is due. */
class DueActsTest extends ContractHouse {
  private static final Duration INSTANT = Duration.ofNanos(1);

  @ParameterizedTest
  @EnumSource(
      value = TokenState.class,
      names = {"ISSUED", "INITIALISED"})
  void anEnrolmentIsCancelledAtItsDeadlineWithoutACoolDown(TokenState state) {
    opened(Method.SOFT, "taro");
    TokenRow token = plant("taro", TokenKind.SOFT, state);
    Instant deadline = START.plus(SEVENTY_TWO_HOURS);

    clock.set(deadline.minus(INSTANT));
    dueActs.run();
    assertThat(state(token)).isEqualTo(state);
    assertThat(told()).isEmpty();

    clock.set(deadline);
    dueActs.run();
    dueActs.run();
    assertThat(state(token)).isEqualTo(TokenState.CANCELLED);
    assertThat(now(token).seed()).isEmpty();
    assertThat(now(token).enrolment().flatMap(Enrolment::password)).isEmpty();
    assertThat(told()).containsExactly("CANCELLED DEADLINE taro");
    AuditEntry entry = store.audited(AuditEvent.CANCELLED).get(0);
    assertThat(entry.actor()).contains(new Actor.Time());
    assertThat(entry.detail()).isEqualTo("DEADLINE");
    assertThat(store.user(user("taro")).orElseThrow().coolDown()).isEmpty();
  }

  @Test
  void anExpiryIsToldOnceAndTheTokenStaysForItsRenewal() {
    TokenRow token = plant("taro", TokenKind.SOFT, TokenState.ACTIVE);
    Instant expires = token.expires().orElseThrow();

    clock.set(expires.minus(INSTANT));
    dueActs.run();
    assertThat(told()).isEmpty();

    clock.set(expires);
    assertThat(verify(user("taro"), expires.getEpochSecond() / 60).kind())
        .as("before anybody told it")
        .isEqualTo(Verdict.Kind.REFUSED);
    dueActs.run();
    clock.advance(Duration.ofDays(1));
    dueActs.run();
    assertThat(told()).containsExactly("EXPIRED " + expires + " taro");
    assertThat(store.audited(AuditEvent.EXPIRED)).hasSize(1);
    assertThat(state(token)).isEqualTo(TokenState.ACTIVE);
    assertThat(now(token).seed()).isPresent();
  }

  @Test
  void aRenewedExpiryIsToldAgainWhenItComes() {
    TokenRow token = plant("taro", TokenKind.SOFT, TokenState.ACTIVE);
    clock.set(token.expires().orElseThrow());
    dueActs.run();
    Instant next = clock.instant().plus(Duration.ofDays(730));
    store.plant(now(token).renewed(next));
    dueActs.run();
    assertThat(told()).hasSize(1);
    clock.set(next);
    dueActs.run();
    assertThat(told()).hasSize(2);
  }

  @Test
  void aBacklogOfMoreThanOneBatchIsDoneInOneRoundAndEachOnce() {
    List<TokenRow> tokens = new ArrayList<>();
    for (int i = 0; i < 1_203; i++) {
      tokens.add(plant("u" + i, TokenKind.SOFT, TokenState.ISSUED));
    }
    clock.advance(SEVENTY_TWO_HOURS);
    dueActs.run();
    assertThat(tokens).extracting(this::state).containsOnly(TokenState.CANCELLED);
    assertThat(told()).hasSize(1_203).doesNotHaveDuplicates();
  }

  @Test
  void twoNodesAtOnceAndRequestsBetweenThemDoEverythingOnce() throws Exception {
    opened(Method.SOFT);
    for (int i = 0; i < 100; i++) {
      plant("u" + i, TokenKind.SOFT, TokenState.ACTIVE);
    }
    done(change(Method.HARD, TODAY.plusDays(1)));
    clock.set(japan("2026-11-22T00:00:00"));
    long step = clock.instant().getEpochSecond() / 60;

    List<Boolean> accepted =
        together(
            4,
            () -> {
              boolean any = false;
              for (int i = 0; i < 100; i += 10) {
                any |= verify(user("u" + i), step).kind() == Verdict.Kind.ACCEPTED;
                dueActs.run();
              }
              return any;
            });

    assertThat(accepted).containsOnly(false);
    assertThat(told()).hasSize(100).doesNotHaveDuplicates();
    assertThat(store.audited(AuditEvent.REVOKED)).hasSize(100);
    assertThat(store.audited(AuditEvent.CONTRACT_CHANGED)).hasSize(2);
  }

  @Test
  void eachTokenIsAUnitOfItsOwnSoThatAStopInTheMiddleIsGoneOnWith() {
    opened(Method.SOFT);
    List<TokenRow> tokens = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      tokens.add(plant("u" + i, TokenKind.SOFT, TokenState.ACTIVE));
    }
    done(change(Method.HARD, TODAY.plusDays(1)));
    clock.set(japan("2026-11-22T00:00:00"));

    store.breakAfter(4);
    assertThatThrownBy(dueActs::run).isInstanceOf(StoreUnavailable.class);
    assertThat(tokens).filteredOn(t -> state(t) == TokenState.REVOKED).hasSize(4);
    assertThat(contract().change()).as("still due").isPresent();

    store.broken = false;
    dueActs.run();
    assertThat(tokens).extracting(this::state).containsOnly(TokenState.REVOKED);
    assertThat(contract().change()).isEmpty();
    assertThat(told()).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void everyBankWithAProfileIsLookedAtAndNoOther() {
    BankId mirai = serve("mirai");
    TokenRow of = plantOf(mirai);
    clock.advance(SEVENTY_TWO_HOURS);
    dueActs.run();
    assertThat(state(of)).isEqualTo(TokenState.CANCELLED);
    assertThat(store.wholeOutbox()).extracting(OutboxRow::bank).containsExactly(mirai);
  }

  private TokenRow plantOf(BankId bank) {
    return plant(
        TokenKind.SOFT,
        TokenState.ISSUED,
        List.of(new Holder(bank, CONTRACT.contract(), new UserId("a"))));
  }
}
