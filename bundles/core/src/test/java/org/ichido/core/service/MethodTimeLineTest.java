package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.ichido.api.Actor;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.Verdict;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;
import org.ichido.api.contract.Role;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a change of method takes effect, at the instant before, at and after its day begins. */
@Requirement({"S4-6", "S4-7"})
class MethodTimeLineTest extends ContractHouse {
  private static final Duration INSTANT = Duration.ofNanos(1);

  private long step() {
    return clock.instant().getEpochSecond() / 60;
  }

  private Verdict.Kind verified() {
    return verify(HOLDER, step()).kind();
  }

  @Test
  void aChangeOfTodayHoldsAtOnce() {
    opened(Method.NONE, "taro");
    done(change(Method.SOFT, TODAY));
    assertThat(contract().method()).isEqualTo(Method.SOFT);
    assertThat(contract().change()).isEmpty();
  }

  @Test
  void aChangeOfYesterdayIsRefused() {
    opened(Method.SOFT, "taro");
    refused(Reason.DATE_IN_PAST, change(Method.HARD, TODAY.minusDays(1)));
    assertThat(contract().method()).isEqualTo(Method.SOFT);
  }

  /** Midnight, month end, year end, 29 February: a day begins at 00:00 in Japan. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-11-22", "2026-12-01", "2027-01-01", "2028-02-29", "2028-03-01"})
  void aComingChangeHoldsFromMidnightInJapanWithoutAnybodyHavingWrittenItDown(String day) {
    LocalDate effective = LocalDate.parse(day);
    Instant midnight = japan(day + "T00:00:00");
    clock.set(midnight.minus(Duration.ofHours(12)));
    opened(Method.SOFT, "taro");
    TokenRow token = plant("taro", TokenKind.SOFT, TokenState.ACTIVE);
    done(change(Method.HARD, effective));

    clock.set(midnight.minus(INSTANT));
    assertThat(contract().methodOn(effective.minusDays(1))).isEqualTo(Method.SOFT);
    assertThat(verified()).isEqualTo(Verdict.Kind.ACCEPTED);
    dueActs.run();
    assertThat(state(token)).isEqualTo(TokenState.ACTIVE);

    clock.set(midnight);
    assertThat(verified()).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(audit().get(0).cause()).contains(Cause.REVOKED);
    assertThat(now(token).failures()).isZero();

    dueActs.run();
    assertThat(state(token)).isEqualTo(TokenState.REVOKED);
    assertThat(now(token).seed()).isEmpty();
    assertThat(contract().method()).isEqualTo(Method.HARD);
    assertThat(contract().change()).isEmpty();
    assertThat(told()).containsExactly("REVOKED METHOD_CHANGED taro");
    assertThat(store.audited(AuditEvent.REVOKED).get(0).actor()).contains(new Actor.Time());

    clock.set(midnight.plus(Duration.ofMinutes(1)));
    dueActs.run();
    assertThat(verified()).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(told()).as("told once").hasSize(1);
  }

  @Test
  void untilItsDayAnAppliedForMethodIsPendingAndGivesNothing() {
    opened(Method.NONE, "taro");
    done(change(Method.SOFT, TODAY.plusDays(3)));
    assertThat(contract().change()).contains(new MethodChange(Method.SOFT, TODAY.plusDays(3)));
    assertThat(register().kind().name()).isEqualTo("NOT_ENTITLED");
    clock.set(japan("2026-11-24T00:00:00"));
    assertThat(register().kind().name()).isEqualTo("REGISTERED");
  }

  @Test
  void aNewChangeTakesThePlaceOfAPendingOne() {
    opened(Method.SOFT, "taro");
    TokenRow token = plant("taro", TokenKind.SOFT, TokenState.ACTIVE);
    done(change(Method.HARD, TODAY.plusDays(1)));
    done(change(Method.NONE, TODAY.plusDays(5)));
    assertThat(contract().change()).contains(new MethodChange(Method.NONE, TODAY.plusDays(5)));

    clock.set(japan("2026-11-22T00:00:00"));
    dueActs.run();
    assertThat(state(token)).isEqualTo(TokenState.ACTIVE);

    done(change(Method.SOFT, LocalDate.parse("2026-11-22")));
    assertThat(contract().change()).as("the method that holds, told today, withdraws it").isEmpty();
    clock.set(japan("2026-11-26T00:00:00"));
    dueActs.run();
    assertThat(state(token)).isEqualTo(TokenState.ACTIVE);
  }

  @Test
  void theSameChangeAgainChangesNothing() {
    opened(Method.SOFT, "taro");
    done(change(Method.HARD, TODAY.plusDays(1)));
    long version = contract().version();
    done(change(Method.HARD, TODAY.plusDays(1)));
    assertThat(contract().version()).isEqualTo(version);
    assertThat(store.audited(AuditEvent.CONTRACT_CHANGED)).hasSize(1);
  }

  @Test
  void whatEndedAtMidnightDoesNotComeBackWithAChangeAtNoon() {
    opened(Method.SOFT, "taro");
    TokenRow token = plant("taro", TokenKind.SOFT, TokenState.ACTIVE);
    done(change(Method.HARD, TODAY.plusDays(1)));

    clock.set(japan("2026-11-22T12:00:00"));
    done(change(Method.SOFT, LocalDate.parse("2026-11-22")));

    assertThat(contract().method()).isEqualTo(Method.SOFT);
    assertThat(state(token)).isEqualTo(TokenState.REVOKED);
    assertThat(told()).containsExactly("REVOKED METHOD_CHANGED taro");
  }

  @Test
  void aChangeThatIsDueIsWrittenDownWithTheNextThatIsTold() {
    opened(Method.SOFT, "taro");
    TokenRow token = plant("taro", TokenKind.SOFT, TokenState.ISSUED);
    done(change(Method.HARD, TODAY.plusDays(1)));
    clock.set(japan("2026-11-22T00:00:00"));
    done(change(Method.NONE, LocalDate.parse("2026-12-01")));

    assertThat(contract().method()).isEqualTo(Method.HARD);
    assertThat(contract().change().map(MethodChange::method)).contains(Method.NONE);
    assertThat(state(token)).isEqualTo(TokenState.CANCELLED);
  }

  @Test
  void closingForgetsAPendingChange() {
    opened(Method.SOFT, "taro");
    done(change(Method.HARD, TODAY.plusDays(1)));
    done(close(TODAY));
    clock.set(japan("2026-11-22T00:00:00"));
    dueActs.run();
    assertThat(contract().method()).isEqualTo(Method.SOFT);
    assertThat(contract().change()).isEmpty();
    assertThat(contract().methodOn(TODAY)).isEqualTo(Method.NONE);
    assertThat(store.audited(AuditEvent.CONTRACT_CHANGED)).hasSize(1);
  }

  @Test
  @Requirement("S0-1")
  void contractsOfBeforeTheClosingDayAreToldFromThoseOfAfterIt() {
    var mirai = profiles.of(serve("mirai")).contracts();
    LocalDate closing = mirai.closedFrom().orElseThrow();
    assertThat(mirai.closedTo(closing.minusDays(1))).isFalse();
    assertThat(mirai.closedTo(closing)).isTrue();
    assertThat(mirai.closedTo(closing.plusDays(1))).isTrue();
    for (String bank : new String[] {"shiten", "kenshin"}) {
      assertThat(profiles.of(serve(bank)).contracts().closedFrom()).isEmpty();
    }
    assertThat(profiles.of(BANK).contracts().closedTo(TODAY)).isFalse();
  }

  @Test
  void aUserWhoIsAddedWhileAChangeIsPendingIsBoundByItToo() {
    opened(Method.SOFT, "taro");
    done(change(Method.HARD, TODAY.plusDays(1)));
    done(add("hanako", Role.GENERAL));
    TokenRow token = plant("hanako", TokenKind.SOFT, TokenState.ACTIVE);
    clock.set(japan("2026-11-22T00:00:00"));
    dueActs.run();
    assertThat(state(token)).isEqualTo(TokenState.REVOKED);
    assertThat(store.user(user("hanako")).orElseThrow().coolDown()).isEmpty();
  }
}
