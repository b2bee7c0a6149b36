package org.ichido.mq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.ichido.api.Health;
import org.ichido.spi.store.OutboxRow;
import org.junit.jupiter.api.Test;

/** S0, events: at least once, with a stable number, in their order. */
class EventSendersTest extends EventSendersTestBase {
  private static List<Told> first(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(Told::first).toList();
  }

  @Test
  void eventsComeInTheOrderOfTheirNumbersWithTheirSequences() throws Exception {
    senders.served(List.of(KINSAN));
    write(KINSAN, 1, 250);
    assertThat(told(EVENTS, 250)).isEqualTo(first(1, 250));
    untilIdle(KINSAN);
    assertThat(outbox.left()).isZero();
    assertThat(health(KINSAN))
        .isEqualTo(
            new Health(
                "bank kinsan, queue KINSAN.EVENT (EVENT)",
                Health.Level.OK,
                List.of("250 events sent since the start")));
  }

  /** Without it an event would leave when the lane looks the next time. */
  @Test
  void anEventLeavesWhenItIsWritten() throws Exception {
    senders.deactivate();
    senders = waitingForNews();
    senders.bindConnectionFactory(factory);
    senders.served(List.of(KINSAN));
    next(outbox.idle);
    write(KINSAN, 1, 1);
    assertThat(told(EVENTS, 1)).isEqualTo(first(1, 1));
  }

  @Test
  void whatWaitedBeforeTheStartIsSent() throws Exception {
    outbox.put(event(KINSAN, 1, ""));
    senders.served(List.of(KINSAN));
    assertThat(told(EVENTS, 1)).isEqualTo(first(1, 1));
  }

  @Test
  void aQueueThatCannotBeWrittenHoldsThemAndTheyComeLaterInTheirOrder() throws Exception {
    broker.closedQueues.add(EVENTS);
    senders.served(List.of(KINSAN));
    write(KINSAN, 1, 3);
    assertThat(next(outbox.postponements)).contains("not authorized to write to KINSAN.EVENT");
    write(KINSAN, 4, 5);
    next(outbox.postponements);
    Health held = health(KINSAN);
    assertThat(held.level()).as("it does not pass by itself").isEqualTo(Health.Level.DOWN);
    assertThat(held.lines().get(0))
        .startsWith("events wait, tries again: ")
        .contains("not authorized to write to KINSAN.EVENT");
    assertThat(held.lines().get(1)).startsWith("since ").contains("what to do: ");
    assertThat(outbox.left()).isEqualTo(5);

    broker.closedQueues.clear();

    // The first was tried: nobody knows that it did not come.
    List<Told> expected = new ArrayList<>(List.of(Told.again(1)));
    expected.addAll(first(2, 5));
    assertThat(told(EVENTS, 5)).isEqualTo(expected);
    untilIdle(KINSAN);
    assertThat(health(KINSAN).level()).isEqualTo(Health.Level.OK);
    assertThat(core.left(EVENTS)).isNull();
  }

  /** While it is postponed nothing waits; that is no reason to call it well. */
  @Test
  void theTroubleIsToldDuringThePauseAsWell() throws Exception {
    outbox.pausing = true;
    broker.fullQueues.add(EVENTS);
    senders.served(List.of(KINSAN));
    write(KINSAN, 1, 1);
    assertThat(next(outbox.postponements)).startsWith("2053");
    untilIdle(KINSAN);
    assertThat(health(KINSAN).level()).isEqualTo(Health.Level.WARN);
    broker.fullQueues.clear();
    outbox.pausing = false;
    assertThat(told(EVENTS, 1)).containsExactly(Told.again(1));
  }

  /** Whether a commit that fails was one is not known. */
  @Test
  void afterACommitThatFailedTheyComeWithTheirNumbersAsPerhapsSentAgain() throws Exception {
    broker.failingCommits.set(1);
    outbox.put(event(KINSAN, 1, ""));
    outbox.put(event(KINSAN, 2, ""));
    senders.served(List.of(KINSAN));
    assertThat(told(EVENTS, 2)).containsExactly(Told.again(1), Told.again(2));
    assertThat(core.left(EVENTS)).isNull();
  }

  @Test
  void whatWasPutOnTheQueueAndNotRecordedComesAgainAndSaysSo() throws Exception {
    outbox.unrecorded.set(1);
    outbox.put(event(KINSAN, 1, ""));
    outbox.put(event(KINSAN, 2, ""));
    senders.served(List.of(KINSAN));
    assertThat(told(EVENTS, 4))
        .containsExactly(Told.first(1), Told.first(2), Told.again(1), Told.again(2));
    write(KINSAN, 3, 3);
    assertThat(told(EVENTS, 1)).isEqualTo(first(3, 3));
    assertThat(outbox.postponements).isEmpty();
  }

  @Test
  void aStoreThatCannotSayIsATroubleUntilItCanAgain() throws Exception {
    outbox.storeIsDown = true;
    senders.served(List.of(KINSAN));
    next(outbox.unanswered);
    next(outbox.unanswered);
    assertThat(health(KINSAN).lines().get(0)).contains("the store is down");
    outbox.storeIsDown = false;
    untilIdle(KINSAN);
    assertThat(health(KINSAN).level()).isEqualTo(Health.Level.OK);
  }

  /** Full width cannot be said in a record; the outbox gives the event up, loudly. */
  @Test
  void anEventThatNoRecordCanSayHoldsUpNoOther() throws Exception {
    outbox.put(event(KINSAN, 1, ""));
    outbox.put(event(KINSAN, 2, "振込"));
    outbox.put(event(KINSAN, 3, ""));
    senders.served(List.of(KINSAN));
    assertThat(told(EVENTS, 2)).containsExactly(Told.first(1), Told.first(3));
    assertThat(next(outbox.refusals)).isEqualTo(2);
    assertThat(core.left(EVENTS)).isNull();
  }

  @Test
  void oneBanksFullQueueHoldsUpNoOther() throws Exception {
    broker.fullQueues.add(EVENTS);
    senders.served(List.of(KINSAN, GINSAN));
    write(KINSAN, 1, 1);
    next(outbox.postponements);
    write(GINSAN, 2, 2);
    assertThat(told("GINSAN.EVENT", 1)).isEqualTo(first(2, 2));
    assertThat(health(GINSAN).level()).isEqualTo(Health.Level.OK);
  }

  /** An Error: a class of the provider is missing while its bundle is swapped. */
  @Test
  void anErrorOfTheProviderEndsNoLane() throws Exception {
    FlakyFactory flaky = new FlakyFactory();
    senders.bindConnectionFactory(flaky.around(factory));
    flaky.breakNext("createConnection", "createSession");
    senders.served(List.of(KINSAN));
    write(KINSAN, 1, 1);
    assertThat(told(EVENTS, 1)).isEqualTo(first(1, 1));
  }

  /** All of it is on the queue by then. */
  @Test
  void aConnectionThatBreaksWhileItIsClosedIsNoTrouble() throws Exception {
    FlakyFactory flaky = new FlakyFactory();
    senders.bindConnectionFactory(flaky.around(factory));
    flaky.failAtClose();
    senders.served(List.of(KINSAN));
    write(KINSAN, 1, 1);
    assertThat(told(EVENTS, 1)).isEqualTo(first(1, 1));
    untilIdle(KINSAN);
    write(KINSAN, 2, 2);
    assertThat(told(EVENTS, 1)).isEqualTo(first(2, 2));
    assertThat(outbox.postponements).isEmpty();
    assertThat(health(KINSAN).level()).isEqualTo(Health.Level.OK);
  }

  /** Troubles of all kinds, in any order: nothing is lost, and nothing comes before its time. */
  @Test
  void underAllTroublesNoneIsLostAndNoneOvertakesAnother() throws Exception {
    Random random = new Random(20261124);
    senders.served(List.of(KINSAN));
    List<Long> seen = new ArrayList<>();
    long highest = 0;
    for (long number = 1; number <= 300; number += 10) {
      switch (random.nextInt(3)) {
        case 0 -> broker.failingCommits.incrementAndGet();
        case 1 -> outbox.unrecorded.incrementAndGet();
        default -> broker.fullQueues.add(EVENTS);
      }
      write(KINSAN, number, number + 9);
      broker.fullQueues.clear();
      while (highest < number + 9) {
        Told next = told(EVENTS, 1).get(0);
        if (next.number() > highest) {
          assertThat(next.number()).isEqualTo(highest + 1);
          highest = next.number();
        } else {
          assertThat(next.again()).as("event %d", next.number()).isTrue();
        }
        seen.add(next.number());
      }
    }
    assertThat(seen).containsAll(LongStream.rangeClosed(1, 300).boxed().toList());
    assertThat(seen).hasSizeGreaterThan(300);
  }

  /** Mails are somebody else's. */
  @Test
  void newsOfAMailOrOfABankThatIsNotServedChangesNothing() throws Exception {
    senders.deactivate();
    senders = waitingForNews();
    senders.bindConnectionFactory(factory);
    senders.served(List.of(KINSAN));
    next(outbox.idle);
    outbox.put(event(KINSAN, 1, ""));
    senders.written(KINSAN.bank(), OutboxRow.Kind.MAIL);
    senders.written(GINSAN.bank(), OutboxRow.Kind.EVENT);
    assertThat(core.left(EVENTS)).isNull();
    senders.written(KINSAN.bank(), OutboxRow.Kind.EVENT);
    assertThat(told(EVENTS, 1)).isEqualTo(first(1, 1));
  }
}
