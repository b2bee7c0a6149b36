package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.TokenId;
import org.ichido.api.TokenState;
import org.ichido.api.act.ActivateRequest;
import org.ichido.api.act.Activation;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.Ciphertext;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten thousand guesses at a password of four digits: all that there are. */
class GuessedPasswordTest extends EnrolmentHouse {
  private static final int ALL = 10_000;
  private static final int TRIES = 5;

  /** Begun anew whenever the tries are used up, by guessers that ask side by side. */
  @Test
  @Requirement("S1-13")
  void noIssueIsGuessedAtMoreThanFiveTimesHoweverManyAskAtOnce() throws Exception {
    AtomicInteger guess = new AtomicInteger();
    AtomicInteger delivered = new AtomicInteger();
    AtomicInteger answered = new AtomicInteger();
    together(
        4,
        () -> {
          for (int nth = guess.getAndIncrement(); nth < ALL; nth = guess.getAndIncrement()) {
            Activation answer = guess(waiting(), nth);
            answered.incrementAndGet();
            if (answer instanceof Activation.Delivered) {
              delivered.incrementAndGet();
            }
          }
          return 0;
        });
    assertThat(answered).hasValue(ALL);
    Map<TokenId, Long> evaluated = evaluated();
    assertThat(evaluated.values()).allMatch(count -> count <= TRIES);
    assertThat(evaluated).hasSizeGreaterThan(100);
    assertThat(store.tokensOf(HANAKO))
        .allMatch(token -> token.enrolment().orElseThrow().tries() <= TRIES);
    assertThat(delivered.get())
        .as("at most one seed for each issue that was not used up by then")
        .isEqualTo(userOf(HANAKO).downloads());
  }

  /** One issue alone: nobody begins anew, so five guesses are all there is. */
  @Test
  @Requirement("S1-13")
  void oneIssueIsDeadAfterFiveWrongGuesses() throws Exception {
    ActivationPair pair = issued(HANAKO);
    AtomicInteger guess = new AtomicInteger();
    List<Boolean> seeds =
        together(
            8,
            () -> {
              boolean seed = false;
              for (int nth = guess.getAndIncrement(); nth < 100; nth = guess.getAndIncrement()) {
                seed |= guess(pair, nth) instanceof Activation.Delivered;
              }
              return seed;
            });
    assertThat(seeds).containsOnly(false);
    assertThat(state(HANAKO)).isEqualTo(TokenState.CANCELLED);
    assertThat(evaluated()).containsExactly(Map.entry(token(HANAKO).id(), (long) TRIES));
    assertThat(guess(pair, Integer.parseInt(PASSWORD))).isInstanceOf(Activation.Refused.class);
  }

  @BeforeEach
  void decryptionIsNotWhatIsTried() {
    vault.inClear = true;
  }

  private Activation guess(ActivationPair pair, int password) {
    String digits = "%04d".formatted(password);
    ActivateRequest request =
        new ActivateRequest(
            key(),
            HANAKO.bank(),
            pair,
            new Ciphertext(phone.bound(digits).getBytes(StandardCharsets.US_ASCII)),
            phone.appKey(),
            phone.device(),
            Optional.of("2026-04"),
            Optional.empty());
    return lifecycle.activate(request);
  }

  @Override
  Ciphertext typed(String password) {
    return new Ciphertext(password.getBytes(StandardCharsets.US_ASCII));
  }

  /** The pair that waits; begins anew if none does. */
  private synchronized ActivationPair waiting() {
    Optional<TokenRow> waiting =
        store.tokensOf(HANAKO).stream()
            .filter(token -> token.state() == TokenState.ISSUED)
            .findFirst();
    if (waiting.isPresent()) {
      return waiting.get().enrolment().orElseThrow().pair();
    }
    clock.advance(Duration.ofMillis(1));
    return issued(HANAKO);
  }

  /** How many passwords were compared and found wrong, by token. */
  private Map<TokenId, Long> evaluated() {
    return store.audited(AuditEvent.ACTIVATION_REFUSED).stream()
        .filter(entry -> entry.cause().orElseThrow() == Cause.INVALID)
        .map(AuditEntry::token)
        .collect(Collectors.groupingBy(token -> token.orElseThrow(), Collectors.counting()));
  }
}
