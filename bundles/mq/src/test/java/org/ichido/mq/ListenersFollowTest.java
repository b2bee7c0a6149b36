package org.ichido.mq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.jms.DeliveryMode;
import javax.jms.TextMessage;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.Health;
import org.ichido.api.StoreUnavailable;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.QueueRole;
import org.junit.jupiter.api.Test;

class ListenersFollowTest extends QueueListenersTestBase {
  private final BankMessaging ginsan = bank("ginsan", "GINSAN", 1);

  private String ask(String queue, String body) throws Exception {
    cics.send(queue, cics.text(body));
    return ((TextMessage) cics.receive(REPLIES)).getText();
  }

  @Test
  void aBankWhoseProfileIsWithdrawnIsNotReceivedAndItsMessagesWait() throws Exception {
    listeners.served(List.of(kinsan(2)));
    assertThat(ask(REQUESTS, "A")).isEqualTo("re:A");

    listeners.served(List.of(ginsan));
    assertThat(ask(OTHER_BANKS_REQUESTS, "B")).isEqualTo("re:B");
    cics.send(REQUESTS, cics.text("WAITS"));
    assertThat(ask(OTHER_BANKS_REQUESTS, "C")).isEqualTo("re:C");
    assertThat(exchange.seen).hasSize(3);
    assertThat(listeners.health()).hasSize(2);

    listeners.served(List.of(kinsan(2), ginsan));
    assertThat(((TextMessage) cics.receive(REPLIES)).getText()).isEqualTo("re:WAITS");
  }

  @Test
  void aDrainedBankFinishesWhatIsInHandAndSaysWhenItHas() throws Exception {
    CountDownLatch inHand = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    exchange.behaviour =
        incoming -> {
          inHand.countDown();
          try {
            assertThat(mayEnd.await(20, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return FakeExchange.echo(incoming);
        };
    BankId kinsan = kinsan(1).bank();
    listeners.known(List.of(kinsan(1)));
    listeners.served(List.of(kinsan(1)));
    cics.send(REQUESTS, cics.text("IN HAND"));
    assertThat(inHand.await(20, TimeUnit.SECONDS)).isTrue();
    cics.send(REQUESTS, cics.text("WAITS"));

    listeners.served(List.of());

    assertThat(listeners.banks().inHand(kinsan, Duration.ofMillis(1))).isPositive();
    assertThat(listeners.health())
        .hasSize(2)
        .allSatisfy(health -> assertThat(health.level()).isEqualTo(Health.Level.WARN))
        .anySatisfy(health -> assertThat(health.lines().get(0)).contains("still at work"));
    mayEnd.countDown();
    assertThat(listeners.banks().inHand(kinsan, Duration.ofSeconds(20))).isZero();
    assertThat(((TextMessage) cics.receive(REPLIES)).getText()).isEqualTo("re:IN HAND");
    assertThat(exchange.seen).hasSize(1);
    assertThat(listeners.health())
        .allSatisfy(
            health ->
                assertThat(health.lines())
                    .containsExactly(
                        "not received, nothing is in hand; messages stay on the queue, see bank"
                            + " kinsan"));

    listeners.served(List.of(kinsan(1)));
    assertThat(((TextMessage) cics.receive(REPLIES)).getText()).isEqualTo("re:WAITS");
  }

  /** The stop itself has given up by then, and said so. */
  @Test
  void whatOutlastsTheStopIsStillInHandUntilItEnds() throws Exception {
    listeners.deactivate();
    listeners =
        component(
            new Timing(
                QUICK.receive(),
                QUICK.shortestPause(),
                QUICK.longestPause(),
                Duration.ofMillis(20)));
    CountDownLatch inHand = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    exchange.behaviour =
        incoming -> {
          inHand.countDown();
          try {
            assertThat(mayEnd.await(20, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return FakeExchange.echo(incoming);
        };
    BankId kinsan = kinsan(1).bank();
    listeners.served(List.of(kinsan(1)));
    cics.send(REQUESTS, cics.text("LONG"));
    assertThat(inHand.await(20, TimeUnit.SECONDS)).isTrue();
    listeners.served(List.of());

    assertThat(listeners.banks().inHand(kinsan, Duration.ofSeconds(2))).isOne();
    CompletableFuture<Integer> asked =
        CompletableFuture.supplyAsync(
            () -> listeners.banks().inHand(kinsan, Duration.ofSeconds(20)));
    mayEnd.countDown();
    assertThat(asked.get(20, TimeUnit.SECONDS)).isZero();
  }

  @Test
  void aChangedProfileRestartsThatBankAlone() throws Exception {
    Map<String, Thread> threads = new ConcurrentHashMap<>();
    exchange.behaviour =
        incoming -> {
          threads.put(incoming.bank().bank().value(), Thread.currentThread());
          return FakeExchange.echo(incoming);
        };
    listeners.served(List.of(kinsan(1), ginsan));
    ask(REQUESTS, "1");
    ask(OTHER_BANKS_REQUESTS, "1");
    Map<String, Thread> before = Map.copyOf(threads);

    BankMessaging changed = bank("ginsan", "GINSAN2", 1);
    listeners.served(List.of(kinsan(1), changed));
    ask("GINSAN2.REQUEST", "2");
    ask(REQUESTS, "2");

    assertThat(threads.get("kinsan")).isSameAs(before.get("kinsan"));
    assertThat(threads.get("ginsan")).isNotSameAs(before.get("ginsan"));
    assertThat(before.get("ginsan").isAlive()).isFalse();
    cics.send(OTHER_BANKS_REQUESTS, cics.text("NOBODY READS THIS"));
    ask("GINSAN2.REQUEST", "3");
    listeners.deactivate();
    assertThat(operator.left(OTHER_BANKS_REQUESTS)).isNotNull();
  }

  @Test
  void aStopFinishesTheMessageInHandAndLeavesTheOthers() throws Exception {
    CountDownLatch inHand = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    exchange.behaviour =
        incoming -> {
          inHand.countDown();
          await(mayEnd);
          return FakeExchange.echo(incoming);
        };
    listeners.served(List.of(kinsan(1)));
    cics.send(REQUESTS, cics.text("IN HAND"));
    assertThat(inHand.await(20, TimeUnit.SECONDS)).isTrue();
    cics.send(REQUESTS, cics.text("NEXT"));
    CountDownLatch stopped = new CountDownLatch(1);
    Thread stopper =
        new Thread(
            () -> {
              listeners.served(List.of());
              mayEnd.countDown();
              listeners.deactivate();
              stopped.countDown();
            });
    stopper.start();

    assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
    Set<String> all = new HashSet<>();
    for (TextMessage reply = (TextMessage) cics.left(REPLIES);
        reply != null;
        reply = (TextMessage) cics.left(REPLIES)) {
      assertThat(all.add(reply.getText())).isTrue();
    }
    assertThat(all).contains("re:IN HAND");
    for (TextMessage request = (TextMessage) cics.left(REQUESTS);
        request != null;
        request = (TextMessage) cics.left(REQUESTS)) {
      assertThat(all.add("re:" + request.getText())).isTrue();
    }
    assertThat(all).containsExactlyInAnyOrder("re:IN HAND", "re:NEXT");
  }

  @Test
  void stopsInTheMiddleLoseAndDoubleNothing() throws Exception {
    int requests = 100;
    for (int i = 0; i < requests; i++) {
      cics.send(REQUESTS, cics.text("N" + i));
    }
    BlockingQueue<String> handled = new LinkedBlockingQueue<>();
    exchange.behaviour =
        incoming -> {
          handled.add("one");
          return FakeExchange.echo(incoming);
        };
    Set<String> answered = new HashSet<>();
    for (int round = 0; round < 5; round++) {
      listeners.served(List.of(kinsan(4)));
      for (int i = 0; i < 10; i++) {
        assertThat(handled.poll(20, TimeUnit.SECONDS)).isNotNull();
      }
      listeners.deactivate();
      listeners = component(QUICK);
    }
    listeners.served(List.of(kinsan(4)));
    for (int i = 0; i < requests; i++) {
      assertThat(answered.add(((TextMessage) cics.receive(REPLIES)).getText())).isTrue();
    }
    listeners.deactivate();
    assertThat(cics.left(REPLIES)).isNull();
    assertThat(exchange.seen).hasSize(requests);
  }

  @Test
  void theListenersComeBackWithTheBroker() throws Exception {
    listeners.served(List.of(kinsan(2)));
    assertThat(ask(REQUESTS, "BEFORE")).isEqualTo("re:BEFORE");
    cics.close();
    operator.close();
    broker.stop();
    broker.start();
    cics = new Peer(broker, TestBroker.CICS);
    operator = new Peer(broker, TestBroker.OURSELVES);

    assertThat(ask(REQUESTS, "AFTER")).isEqualTo("re:AFTER");
  }

  @Test
  void aConnectionThatBreaksWhileTheBankIsPausedIsMadeAnew() throws Exception {
    FlakyFactory flaky = new FlakyFactory();
    AtomicBoolean works = new AtomicBoolean();
    CountDownLatch failed = new CountDownLatch(1);
    exchange.behaviour =
        incoming -> {
          if (works.get()) {
            return FakeExchange.echo(incoming);
          }
          failed.countDown();
          throw new StoreUnavailable("store: down on purpose");
        };
    listeners.deactivate();
    Duration second = Duration.ofSeconds(1);
    listeners = component(new Timing(Duration.ofMillis(300), second, second, second));
    listeners.bindConnectionFactory(flaky.around(factory));
    listeners.served(List.of(kinsan(4)));
    cics.send(REQUESTS, cics.text("FAILS"));
    await(failed);
    flaky.failOnceInEachThread();
    works.set(true);

    assertThat(((TextMessage) cics.receive(REPLIES)).getText()).isEqualTo("re:FAILS");
    assertThat(flaky.connections).hasValueGreaterThan(kinsan(4).queues().size());
    assertThat(ask(OPERATORS, "AFTER")).isEqualTo("re:AFTER");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aBrokerThatIsNotThereYetIsWaitedFor() throws Exception {
    cics.close();
    operator.close();
    broker.stop();
    listeners.served(List.of(kinsan(2)));
    broker.start();
    cics = new Peer(broker, TestBroker.CICS);
    operator = new Peer(broker, TestBroker.OURSELVES);

    assertThat(ask(REQUESTS, "AFTER")).isEqualTo("re:AFTER");
  }

  @Test
  void withoutAConnectionFactoryTheHealthSaysWhatIsMissing() throws Exception {
    listeners.served(List.of(kinsan(1)));
    ask(REQUESTS, "BEFORE");
    listeners.unbindConnectionFactory(factory);
    listeners.served(List.of(kinsan(1)));

    assertThat(listeners.health()).hasSize(2);
    listeners.bindConnectionFactory(factory);
    assertThat(ask(REQUESTS, "AFTER")).isEqualTo("re:AFTER");
    listeners.deactivate();
    listeners.unbindConnectionFactory(factory);
    assertThat(listeners.health())
        .allSatisfy(
            health -> {
              assertThat(health.level()).isEqualTo(Health.Level.DOWN);
              assertThat(health.lines().toString()).contains("ConnectionFactory");
            });
  }

  @Test
  void withoutRecordsNothingIsReceived() throws Exception {
    listeners.served(List.of(kinsan(1)));
    ask(REQUESTS, "BEFORE");
    listeners.unbindRecordExchange(exchange);
    assertThat(listeners.health())
        .allSatisfy(
            health -> {
              assertThat(health.level()).isEqualTo(Health.Level.DOWN);
              assertThat(health.lines().toString()).contains("RecordExchange");
            });
    FakeExchange other = new FakeExchange();
    cics.send(REQUESTS, cics.text("LATER"));
    listeners.bindRecordExchange(other);

    assertThat(((TextMessage) cics.receive(REPLIES)).getText()).isEqualTo("re:LATER");
  }

  /** F19: a session may have waited for the message since before the swap. */
  @Test
  void aMessageIsHandledByTheServicesOfItsOwnMoment() throws Exception {
    QueueListeners patient =
        component(
            new Timing(
                Duration.ofSeconds(3),
                Duration.ofMillis(10),
                Duration.ofMillis(100),
                Duration.ofSeconds(10)));
    patient.served(List.of(kinsan(1)));
    ask(REQUESTS, "BEFORE");
    while (!waitsForAMessage("ichido-mq kinsan REQUEST 1")) {
      Thread.onSpinWait();
    }
    FakeExchange other = new FakeExchange();
    patient.unbindRecordExchange(exchange);
    patient.bindRecordExchange(other);

    assertThat(ask(REQUESTS, "AFTER")).isEqualTo("re:AFTER");
    assertThat(exchange.seen).hasSize(1);
    assertThat(other.seen).hasSize(1);
    patient.deactivate();
  }

  private static boolean waitsForAMessage(String thread) {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(entry -> entry.getKey().getName().equals(thread))
        .flatMap(entry -> Arrays.stream(entry.getValue()))
        .anyMatch(frame -> frame.getClassName().endsWith(".ActiveMQMessageConsumer"));
  }

  @Test
  void aBetterClockTakesOverWhileTheListenersGoOn() throws Exception {
    listeners.served(List.of(kinsan(1)));
    ask(REQUESTS, "BEFORE");
    DrivenClock better = new DrivenClock();
    better.advance(Duration.ofMinutes(2));
    listeners.bindClock(better);
    listeners.unbindClock(clock);
    cics.send(REQUESTS, cics.text("LATE"), DeliveryMode.PERSISTENT, Duration.ofMinutes(1));

    assertThat(ask(REQUESTS, "NO HURRY")).isEqualTo("re:NO HURRY");
    assertThat(audited).extracting(AuditEntry::event).containsExactly(AuditEvent.REPLY_DROPPED);
  }

  /** Else one queue that is deleted while it probes the store would stop the bank for ever. */
  @Test
  void aQueueThatIsGoneDoesNotKeepTheBanksOtherQueueWaiting() throws Exception {
    FlakyFactory flaky = new FlakyFactory();
    exchange.behaviour =
        incoming -> {
          if (incoming.queue() == QueueRole.OPERATOR) {
            flaky.goes(OPERATORS);
            throw new StoreUnavailable("store: down on purpose");
          }
          return FakeExchange.echo(incoming);
        };
    listeners.unbindConnectionFactory(factory);
    listeners.bindConnectionFactory(flaky.around(factory));
    listeners.served(List.of(kinsan(1)));
    cics.send(REQUESTS, cics.text("BEFORE"));
    cics.receive(REPLIES);

    cics.send(OPERATORS, cics.text("UNLOCK"));
    while (exchange.seen.size() < 2) {
      Thread.onSpinWait();
    }
    cics.send(REQUESTS, cics.text("AFTER"));

    assertThat(((TextMessage) cics.receive(REPLIES)).getText()).isEqualTo("re:AFTER");
  }

  /** F19: classes of the queue's client may be missing while its bundle is swapped. */
  @Test
  void anErrorOutOfTheClientEndsNoSession() throws Exception {
    FlakyFactory flaky = new FlakyFactory();
    exchange.behaviour =
        incoming -> {
          if (exchange.seen.size() == 1) {
            flaky.breakNext("rollback", "close");
            throw new StoreUnavailable("store: down on purpose");
          }
          return FakeExchange.echo(incoming);
        };
    listeners.unbindConnectionFactory(factory);
    listeners.bindConnectionFactory(flaky.around(factory));
    listeners.served(List.of(kinsan(1)));

    assertThat(ask(REQUESTS, "HELLO")).isEqualTo("re:HELLO");
  }
}
