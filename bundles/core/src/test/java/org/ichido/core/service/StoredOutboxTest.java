package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ichido.api.BankId;
import org.ichido.api.Health;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.ichido.core.outbox.StoredOutbox;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.transport.OutboxWatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a transport is given to send, and when. */
class StoredOutboxTest extends ContractHouse {
  private final StoredOutbox outbox = new StoredOutbox(services, profiles);

  @BeforeEach
  void threeEventsWait() {
    opened(Method.SOFT, "taro", "hanako", "jiro");
    for (String name : List.of("taro", "hanako", "jiro")) {
      plant(name, TokenKind.SOFT, TokenState.ACTIVE);
      done(remove(name));
    }
  }

  private List<Long> numbers() {
    return outbox.waiting(BANK, 100).stream().map(OutboxRow::number).toList();
  }

  @Test
  void eventsAreGivenOutInTheirOrderUntilTheyWereSent() {
    List<OutboxRow> events = outbox.waiting(BANK, 2);
    assertThat(events).extracting(OutboxRow::number).containsExactly(1L, 2L);
    assertThat(numbers()).as("at least once").containsExactly(1L, 2L, 3L);

    outbox.sent(events);
    assertThat(numbers()).containsExactly(3L);
    outbox.sent(outbox.waiting(BANK, 100));
    outbox.sent(List.of());

    assertThat(numbers()).isEmpty();
    assertThat(store.wholeOutbox()).extracting(OutboxRow::state).containsOnly(OutboxRow.State.SENT);
    assertThat(store.wholeOutbox())
        .extracting(OutboxRow::contractSequence)
        .containsExactly(1L, 2L, 3L);
    assertThat(outbox.waiting(new BankId("mirai"), 100)).isEmpty();
  }

  @Test
  void nothingOvertakesAnEventThatIsPostponedAndThePausesGrow() {
    for (long pause : new long[] {1, 2, 5, 10, 30, 30, 30}) {
      OutboxRow first = outbox.waiting(BANK, 100).get(0);
      assertThat(first.number()).isOne();
      outbox.postponed(first, "queue full");
      clock.advance(Duration.ofSeconds(pause).minusNanos(1));
      assertThat(numbers()).as("before %d s", pause).isEmpty();
      clock.advance(Duration.ofNanos(1));
      assertThat(numbers()).as("after %d s", pause).containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void aClockThatIsSetBackHoldsUpNothing() {
    outbox.postponed(outbox.waiting(BANK, 100).get(0), "queue full");
    clock.advance(Duration.ofHours(-5));
    assertThat(numbers()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void anEventThatCannotBeToldIsGivenUpAndTheOthersGo() {
    outbox.refused(outbox.waiting(BANK, 100).get(0), "no record can say it\nline 2");
    assertThat(numbers()).containsExactly(2L, 3L);
    OutboxRow given = store.wholeOutbox().get(0);
    assertThat(given.state()).isEqualTo(OutboxRow.State.FAILED);
    assertThat(given.why()).isEqualTo("no record can say it line 2");
  }

  @Test
  void theStatusSaysHowManyWaitSinceWhenAndWhy() {
    assertThat(outbox.health())
        .containsExactly(
            new Health(
                "bank kinsan, events",
                Health.Level.OK,
                List.of("3 waiting, the oldest of 2026-11-21 12:00:00 JST")));
    outbox.postponed(outbox.waiting(BANK, 100).get(0), "queue full");
    clock.advance(Duration.ofSeconds(61));
    assertThat(outbox.health())
        .containsExactly(
            new Health(
                "bank kinsan, events",
                Health.Level.WARN,
                List.of(
                    "3 waiting, the oldest of 2026-11-21 12:00:00 JST",
                    "last trouble: queue full; tried 1 times, next 2026-11-21 12:00:01 JST")));
    outbox.sent(outbox.waiting(BANK, 100));
    assertThat(outbox.health()).isEmpty();
    store.broken = true;
    assertThat(outbox.health()).isEmpty();
  }

  @Test
  void aSenderIsToldAfterTheCommitOfWhatWasWrittenAndOfNothingElse() {
    List<String> news = new ArrayList<>();
    OutboxWatcher watcher =
        (bank, kind) -> news.add(bank + " " + kind + " " + store.wholeOutbox().size());
    OutboxWatcher broken =
        (bank, kind) -> {
          throw new IllegalStateException("a sender that is wrong");
        };
    this.news.bindWatcher(broken);
    this.news.bindWatcher(watcher);
    done(add("saburo", Role.GENERAL));
    assertThat(news).isEmpty();

    plant("saburo", TokenKind.SOFT, TokenState.ACTIVE);
    var request = remove("saburo");
    done(request);
    assertThat(news).containsExactly("kinsan EVENT 4");
    done(request);
    assertThat(news).as("a resend writes nothing").hasSize(1);

    plant("late", TokenKind.SOFT, TokenState.ISSUED);
    clock.advance(SEVENTY_TWO_HOURS);
    dueActs.run();
    assertThat(news).as("time tells it too").hasSize(2);
    this.news.unbindWatcher(watcher);
    lockedBy();
    assertThat(news).hasSize(2);
  }

  private void lockedBy() {
    register();
    lock();
  }
}
