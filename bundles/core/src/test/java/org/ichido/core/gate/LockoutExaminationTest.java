package org.ichido.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.ichido.api.Lock;
import org.ichido.spi.Lockout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LockoutExaminationTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource
  void aPureRuleWhoseLocksBeginWithTheFailurePasses(String rule, Lockout lockout, boolean locks)
      throws Refused {
    assertThat(LockoutExamination.pass(lockout))
        .isEqualTo(new LockoutExamination.Passed(lockout, locks));
  }

  static Stream<Arguments> aPureRuleWhoseLocksBeginWithTheFailurePasses() {
    return Stream.of(
        arguments("from the fifth on", lockingFrom(5), true),
        arguments("with the hundredth", lockingFrom(100), true),
        arguments("not within a hundred", lockingFrom(101), false),
        arguments(
            "a minute with every third",
            (Lockout)
                failures ->
                    failures.consecutive() % 3 == 0
                        ? Optional.of(
                            new Lock.Until(
                                failures.latest(), failures.latest().plus(Duration.ofMinutes(1))))
                        : Optional.empty(),
            true));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void aRuleThatBreaksItsContractIsRefused(String fault, Lockout lockout, String reason) {
    assertThatThrownBy(() -> LockoutExamination.pass(lockout))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(reason);
  }

  static Stream<Arguments> aRuleThatBreaksItsContractIsRefused() {
    AtomicInteger asked = new AtomicInteger();
    return Stream.of(
        arguments("null", (Lockout) failures -> null, "answers null to Failures[consecutive=1,"),
        arguments("no rule", null, "makes nothing of its parameters"),
        arguments(
            "counts for itself",
            (Lockout)
                failures ->
                    asked.incrementAndGet() > 5
                        ? Optional.of(new Lock.UntilUnlocked(failures.latest()))
                        : Optional.empty(),
            "asked twice about 5 failures it answers"),
        arguments(
            "a lock that is over before it begins",
            (Lockout)
                failures ->
                    Optional.of(
                        new Lock.Until(
                            failures.latest().minusSeconds(60), failures.latest().minusSeconds(1))),
            "does not begin with the failure"));
  }

  @Test
  void whatARuleThrowsAtTheHundredthFailureIsNotMissed() {
    Lockout lockout =
        failures -> {
          if (failures.consecutive() == 100) {
            throw new ArithmeticException("on purpose");
          }
          return Optional.empty();
        };
    assertThatThrownBy(() -> LockoutExamination.pass(lockout))
        .isInstanceOf(ArithmeticException.class);
  }

  private static Lockout lockingFrom(int limit) {
    return failures ->
        failures.consecutive() >= limit
            ? Optional.of(new Lock.UntilUnlocked(failures.latest()))
            : Optional.empty();
  }
}
