package org.ichido.mq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ichido.api.Health;
import org.junit.jupiter.api.Test;

/** S4-29: whatever fails, what is due waits and is asked for, and nobody else waits with it. */
class DebitTroubleTest extends DebitSendersTestBase {
  @Test
  void aQueueThatCannotBeWrittenHoldsThemAndTheyComeLater() throws Exception {
    senders.served(List.of(KINSAN));
    untilIdle(KINSAN);
    broker.closedQueues.add(DEBITS);
    debits.put(debit(KINSAN, 1));
    assertThat(broker.refusal()).isEqualTo(DEBITS);
    untilAsked(KINSAN);
    Health held = health(KINSAN);
    assertThat(held.level()).as("it does not pass by itself").isEqualTo(Health.Level.DOWN);
    assertThat(held.lines().get(0))
        .startsWith("fees wait, tries again: ")
        .contains("not authorized to write to KINSAN.DEBIT");
    assertThat(held.lines().get(1)).startsWith("since ").contains("what to do: ");
    assertThat(debits.left()).isOne();

    broker.closedQueues.clear();

    // Nothing was committed: it cannot have been sent.
    assertThat(told(DEBITS, 1)).containsExactly(first(1));
    untilIdle(KINSAN);
    assertThat(health(KINSAN).level()).isEqualTo(Health.Level.OK);
  }

  /** Otherwise a broken queue manager were asked a hundred times a second. */
  @Test
  void afterTroubleItPauses() throws Exception {
    senders.deactivate();
    Duration hour = Duration.ofHours(1);
    senders = component(new Timing(Duration.ofMillis(10), hour, hour, Duration.ofSeconds(10)));
    broker.fullQueues.add(DEBITS);
    debits.put(debit(KINSAN, 1));
    senders.served(List.of(KINSAN));
    assertThat(broker.refusal()).isEqualTo(DEBITS);
    broker.fullQueues.clear();
    assertThat(core.left(DEBITS)).isNull();
    assertThat(debits.left()).isOne();
  }

  @Test
  void aStoreThatCannotSayIsATroubleUntilItCanAgain() throws Exception {
    senders.served(List.of(KINSAN));
    untilIdle(KINSAN);
    debits.storeIsDown = true;
    untilAsked(KINSAN);
    untilAsked(KINSAN);
    assertThat(health(KINSAN).lines().get(0)).contains("the store is down");
    debits.storeIsDown = false;
    untilIdle(KINSAN);
    assertThat(health(KINSAN).level()).isEqualTo(Health.Level.OK);
  }

  @Test
  void aNameThatTheBanksSetLacksHoldsUpNoOtherAndIsSaid() throws Exception {
    senders.served(List.of(KINSAN_IN_ASCII));
    untilIdle(KINSAN_IN_ASCII);
    debits.put(debit(KINSAN, 1, "ﾔﾏﾀﾞ ﾀﾛｳ"));
    debits.put(debit(KINSAN, 2));
    assertThat(told(DEBITS, 1)).containsExactly(first(2));
    untilAsked(KINSAN_IN_ASCII);
    Health health = health(KINSAN_IN_ASCII);
    assertThat(health.level()).isEqualTo(Health.Level.WARN);
    assertThat(health.lines().get(0))
        .startsWith("DEBIT of order 00000001 cannot be asked for: position ")
        .contains("CCSID 819")
        .doesNotContain("ﾔﾏﾀﾞ");

    senders.served(List.of(KINSAN));

    assertThat(told(DEBITS, 1)).extracting(Told::id).containsExactly("FEE-D-00000001");
    untilIdle(KINSAN);
    assertThat(health(KINSAN).level()).isEqualTo(Health.Level.OK);
  }

  /** As many as are asked for at once, and one behind them. */
  @Test
  void manyThatCannotBeSaidHideNothing() throws Exception {
    for (int order = 1; order <= 250; order++) {
      debits.put(debit(KINSAN, order, "ﾔﾏﾀﾞ"));
    }
    debits.put(debit(KINSAN, 251));
    senders.served(List.of(KINSAN_IN_ASCII));
    assertThat(told(DEBITS, 1)).extracting(Told::id).containsExactly("FEE-D-00000251");
    assertThat(debits.left()).isBetween(250, 251);
  }

  @Test
  void oneBanksFullQueueHoldsUpNoOther() throws Exception {
    broker.fullQueues.add(DEBITS);
    debits.put(debit(KINSAN, 1));
    senders.served(List.of(KINSAN, GINSAN));
    assertThat(broker.refusal()).isEqualTo(DEBITS);
    debits.put(debit(GINSAN, 2));
    assertThat(told("GINSAN.DEBIT", 1)).extracting(Told::id).containsExactly("FEE-D-00000002");
    untilIdle(GINSAN);
    assertThat(health(GINSAN).level()).isEqualTo(Health.Level.OK);
  }

  /** An Error: a class of the provider is missing while its bundle is swapped. */
  @Test
  void anErrorOfTheProviderEndsNoLane() throws Exception {
    FlakyFactory flaky = new FlakyFactory();
    senders.bindConnectionFactory(flaky.around(factory));
    flaky.breakNext("createConnection", "createSession");
    senders.served(List.of(KINSAN));
    untilIdle(KINSAN);
    debits.put(debit(KINSAN, 1));
    assertThat(told(DEBITS, 1)).containsExactly(first(1));
  }

  /** It is on the queue by then; asked again it would come twice. */
  @Test
  void aConnectionThatBreaksWhileItIsClosedIsNoTrouble() throws Exception {
    FlakyFactory flaky = new FlakyFactory();
    senders.bindConnectionFactory(flaky.around(factory));
    flaky.failAtClose();
    senders.served(List.of(KINSAN));
    debits.put(debit(KINSAN, 1));
    told(DEBITS, 1);
    untilIdle(KINSAN);
    assertThat(core.left(DEBITS)).isNull();
    assertThat(health(KINSAN).level()).isEqualTo(Health.Level.OK);
  }

  /** Not after the pause: somebody waits for the bundle to stop. */
  @Test
  void itLeavesDuringAPause() throws Exception {
    senders.deactivate();
    Duration hour = Duration.ofHours(1);
    senders = component(new Timing(Duration.ofMillis(10), hour, hour, Duration.ofSeconds(10)));
    broker.fullQueues.add(DEBITS);
    debits.put(debit(KINSAN, 1));
    senders.served(List.of(KINSAN));
    assertThat(broker.refusal()).isEqualTo(DEBITS);
    Thread lane =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("ichido-mq kinsan DEBIT"))
            .findFirst()
            .orElseThrow();
    senders.deactivate();
    lane.join(TimeUnit.SECONDS.toMillis(20));
    assertThat(lane.isAlive()).isFalse();
  }
}
