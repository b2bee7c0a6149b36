package org.ichido.mq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.jms.JMSSecurityException;
import org.junit.jupiter.api.Test;

class PauseTest {
  private static final Duration SHORTEST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1);
  private final Pause pause =
      new Pause(new Timing(SHORTEST, SHORTEST, LONGEST, Duration.ofSeconds(1)), nanoTime::get);

  @Test
  void withoutTroubleNobodyWaits() {
    assertThat(pause.pass()).isTrue();
    assertThat(pause.trouble()).isEmpty();
  }

  @Test
  void aTroubleOfEverybodyDoublesThePauseUpToTheLongest() {
    Duration expected = SHORTEST;
    for (int round = 0; round < 40; round++) {
      pause.failed("store away");
      assertThat(pause.trouble().orElseThrow().again()).isEqualTo(round > 0);
      advance(expected.minusNanos(1));
      assertThat(closed()).as("round %d", round).isTrue();
      advance(Duration.ofNanos(1));
      assertThat(closed()).as("round %d", round).isFalse();
      Duration doubled = expected.multipliedBy(2);
      expected = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
  }

  @Test
  void thoseWhoFailWhileThePauseIsOnAddNothing() {
    pause.failed("store away");
    for (int i = 0; i < 10; i++) {
      pause.failed("store away");
    }
    advance(SHORTEST);
    assertThat(closed()).isFalse();
  }

  @Test
  void theTroubleOfOneMessageKeepsThePauseShortWhileOthersSucceed() {
    for (int round = 0; round < 20; round++) {
      pause.failed("one seed does not open");
      assertThat(pause.trouble().orElseThrow().again()).isFalse();
      pause.succeeded();
      assertThat(closed()).as("somebody has just failed").isTrue();
      advance(SHORTEST);
      assertThat(closed()).isFalse();
    }
  }

  @Test
  void oneTroubleIsNewsOnceInAWhile() {
    assertThat(pause.failed("a")).isTrue();
    advance(SHORTEST);
    pause.succeeded();
    assertThat(pause.failed("a")).isFalse();
    advance(SHORTEST);
    assertThat(pause.failed("b")).isTrue();
    advance(LONGEST);
    assertThat(pause.failed("b")).isTrue();
  }

  /** A night without a queue manager is some lines in the log and not ten thousand. */
  @Test
  void theSameTroubleIsToldEverMoreSeldom() {
    int told = 0;
    for (int round = 0; round < 4000; round++) {
      told += pause.failed("away") ? 1 : 0;
      advance(LONGEST);
    }
    assertThat(told).isBetween(10, 80);
  }

  @Test
  void whatSomebodyMustMendIsTriedAtTheLongestIntervalsFromTheFirstOn() {
    pause.failed(JmsTrouble.of(new JMSSecurityException("no")));
    advance(LONGEST.minusNanos(1));
    assertThat(closed()).isTrue();
    advance(Duration.ofNanos(1));
    assertThat(closed()).isFalse();
  }

  @Test
  void itIsKnownForHowLongNothingSucceeded() {
    pause.failed("away");
    advance(LONGEST);
    pause.failed("still away");
    advance(SHORTEST);
    assertThat(pause.trouble().orElseThrow().lasting()).isEqualTo(LONGEST.plus(SHORTEST));
    advance(LONGEST);
    pause.succeeded();
    pause.failed("away again");
    assertThat(pause.trouble().orElseThrow().lasting()).isZero();
  }

  @Test
  void aSuccessAfterThePauseEndsTheTrouble() {
    pause.failed("store away");
    advance(SHORTEST);
    assertThat(pause.trouble()).isPresent();
    assertThat(pause.succeeded()).isTrue();
    assertThat(pause.succeeded()).isFalse();
    assertThat(pause.trouble()).isEmpty();
  }

  @Test
  void itSaysWhatToDoIfThatIsKnown() {
    pause.failed("2053 MQRC_Q_FULL", java.util.Optional.of("have somebody read the queue"));
    assertThat(pause.trouble().orElseThrow().cure()).contains("have somebody read the queue");
    advance(SHORTEST);
    pause.failed("store away");
    assertThat(pause.trouble().orElseThrow().cure()).isEmpty();
  }

  @Test
  void whoStopsWaitsForNobody() {
    pause.failed("store away");
    pause.stop();
    assertThat(pause.pass()).isFalse();
  }

  private boolean closed() {
    return pause.trouble().map(Pause.Trouble::closed).orElse(false);
  }

  private void advance(Duration by) {
    nanoTime.addAndGet(by.toNanos());
  }
}
