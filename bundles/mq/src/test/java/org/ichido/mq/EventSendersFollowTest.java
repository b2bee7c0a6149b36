package org.ichido.mq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ichido.spi.transport.BankMessaging;
import org.junit.jupiter.api.Test;

/** Banks, their queues and the connection factory come and go; the events wait and come. */
class EventSendersFollowTest extends EventSendersTestBase {
  private static final BankMessaging KINSAN_ELSEWHERE =
      QueueListenersTestBase.bank("kinsan", "KINSAN2", 1);

  private final CountDownLatch recording = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  private void holdTheNextRecording() {
    outbox.whileRecording =
        () -> {
          recording.countDown();
          try {
            assertThat(mayEnd.await(20, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
  }

  @Test
  void theEventsOfABankThatGoesAwayWaitUntilItIsBack() throws Exception {
    senders.served(List.of(KINSAN, GINSAN));
    write(KINSAN, 1, 1);
    assertThat(told(EVENTS, 1)).containsExactly(Told.first(1));
    untilIdle(KINSAN);

    senders.served(List.of(GINSAN));
    write(KINSAN, 2, 3);
    write(GINSAN, 4, 4);
    assertThat(told("GINSAN.EVENT", 1)).containsExactly(Told.first(4));
    assertThat(core.left(EVENTS)).isNull();
    assertThat(senders.health()).hasSize(1);

    senders.served(List.of(KINSAN, GINSAN));
    assertThat(told(EVENTS, 2)).containsExactly(Told.first(2), Told.first(3));
  }

  @Test
  void aNewEventQueueGetsWhatWaitedForTheOldOne() throws Exception {
    broker.fullQueues.add(EVENTS);
    senders.served(List.of(KINSAN));
    write(KINSAN, 1, 2);
    next(outbox.postponements);

    senders.served(List.of(KINSAN_ELSEWHERE));

    assertThat(told("KINSAN2.EVENT", 2)).containsExactly(Told.again(1), Told.first(2));
    assertThat(core.left(EVENTS)).isNull();
  }

  @Test
  void aLaneBeginsWhenTheOneWhosePlaceItTakesHasEnded() throws Exception {
    holdTheNextRecording();
    senders.served(List.of(KINSAN));
    write(KINSAN, 1, 1);
    assertThat(recording.await(20, TimeUnit.SECONDS)).isTrue();

    senders.served(List.of(KINSAN_ELSEWHERE));
    // Long enough for a lane that waits for nobody.
    assertThat(core.left("KINSAN2.EVENT")).isNull();
    mayEnd.countDown();

    write(KINSAN, 2, 2);
    assertThat(told(EVENTS, 1)).containsExactly(Told.first(1));
    assertThat(told("KINSAN2.EVENT", 1)).containsExactly(Told.first(2));
    assertThat(outbox.mostInside).hasValue(1);
  }

  @Test
  void whatTheFormerLaneMayHaveSentIsFlaggedByTheNext() throws Exception {
    outbox.unrecorded.set(Integer.MAX_VALUE);
    senders.served(List.of(KINSAN));
    write(KINSAN, 1, 1);
    assertThat(told(EVENTS, 1)).containsExactly(Told.first(1));
    senders.served(List.of(KINSAN_ELSEWHERE));
    assertThat(told("KINSAN2.EVENT", 1)).containsExactly(Told.again(1));
  }

  @Test
  void theComponentLeavesWhenItsLanesHaveEnded() throws Exception {
    holdTheNextRecording();
    senders.served(List.of(KINSAN));
    write(KINSAN, 1, 1);
    assertThat(recording.await(20, TimeUnit.SECONDS)).isTrue();

    CompletableFuture<Long> left =
        CompletableFuture.supplyAsync(
            () -> {
              senders.deactivate();
              return outbox.left();
            });
    // Nobody who tells of an event waits for that.
    senders.written(KINSAN.bank(), org.ichido.spi.store.OutboxRow.Kind.EVENT);
    assertThat(core.left("NOTHING.COMES.HERE")).isNull();
    mayEnd.countDown();
    assertThat(left.get(20, TimeUnit.SECONDS)).isZero();
    assertThat(senders.health()).isEmpty();
  }

  @Test
  void aConnectionFactoryThatIsSwappedSendsWhatTheOldOneCouldNot() throws Exception {
    try (TestBroker other = new TestBroker()) {
      other.fullQueues.add(EVENTS);
      senders.unbindConnectionFactory(factory);
      var full = other.factory(TestBroker.OURSELVES);
      senders.bindConnectionFactory(full);
      senders.served(List.of(KINSAN));
      write(KINSAN, 1, 2);
      next(outbox.postponements);

      senders.bindConnectionFactory(factory);
      senders.unbindConnectionFactory(full);

      assertThat(told(EVENTS, 2)).containsExactly(Told.again(1), Told.first(2));
    }
  }

  @Test
  void withoutAConnectionFactoryEventsWait() throws Exception {
    senders.served(List.of(KINSAN));
    untilIdle(KINSAN);
    senders.unbindConnectionFactory(factory);
    assertThat(senders.health()).isEmpty();
    write(KINSAN, 1, 1);
    assertThat(core.left(EVENTS)).isNull();
    senders.bindConnectionFactory(factory);
    assertThat(told(EVENTS, 1)).containsExactly(Told.first(1));
  }

  @Test
  void whileCoreIsAwayEventsWait() throws Exception {
    senders.outbox = null;
    senders.served(List.of(KINSAN));
    write(KINSAN, 1, 1);
    assertThat(core.left(EVENTS)).isNull();
    senders.outbox = outbox;
    assertThat(told(EVENTS, 1)).containsExactly(Told.first(1));
  }

  @Test
  void aQueueManagerThatIsStartedAnewGetsWhatWaited() throws Exception {
    senders.served(List.of(KINSAN));
    untilIdle(KINSAN);
    core.close();
    broker.stop();
    write(KINSAN, 1, 2);
    next(outbox.postponements);
    broker.start();
    core = new Peer(broker, TestBroker.CICS);
    assertThat(told(EVENTS, 2)).containsExactly(Told.again(1), Told.first(2));
  }
}
