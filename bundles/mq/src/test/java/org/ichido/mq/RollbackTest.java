package org.ichido.mq;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.jms.BytesMessage;
import javax.jms.TextMessage;
import org.ichido.api.Health;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.VaultUnavailable;
import org.ichido.mq.record.Incoming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollbackTest extends QueueListenersTestBase {
  private void failFirst(int times, Supplier<RuntimeException> trouble) {
    AtomicInteger left = new AtomicInteger(times);
    exchange.behaviour =
        incoming -> {
          if (left.getAndDecrement() > 0) {
            throw trouble.get();
          }
          return FakeExchange.echo(incoming);
        };
  }

  private static RuntimeException storeUnavailable() {
    return new StoreUnavailable("store: down on purpose");
  }

  @Test
  void aMessageThatGotNoAnswerComesAgainWithTheSameBytes() throws Exception {
    failFirst(3, RollbackTest::storeUnavailable);
    listeners.served(List.of(kinsan(4)));
    BytesMessage request = cics.session.createBytesMessage();
    byte[] body = {0, 1, 2, (byte) 0xff, 0x0e, 0x0f};
    request.writeBytes(body);
    request.setJMSReplyTo(cics.queue(REPLIES));
    String id = cics.send(REQUESTS, request);

    assertThat(cics.receive(REPLIES).getJMSCorrelationID()).isEqualTo(id);
    listeners.deactivate();
    assertThat(exchange.seen).hasSize(4).extracting(Incoming::body).containsOnly(body);
    assertThat(cics.left(REPLIES)).isNull();
    assertThat(operator.left(BACKOUT)).isNull();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anyOtherFailureRollsBackToo(boolean error) throws Exception {
    AtomicInteger left = new AtomicInteger(2);
    exchange.behaviour =
        incoming -> {
          if (left.getAndDecrement() > 0) {
            if (error) {
              throw new NoClassDefFoundError("gone on purpose");
            }
            throw new IllegalStateException("broken on purpose");
          }
          return FakeExchange.echo(incoming);
        };
    listeners.served(List.of(kinsan(1)));
    cics.send(REQUESTS, cics.text("HELLO"));

    assertThat(((TextMessage) cics.receive(REPLIES)).getText()).isEqualTo("re:HELLO");
    assertThat(exchange.seen).hasSize(3);
  }

  @Test
  void aStoreThatIsAwayForLongPoisonsNoHealthyMessage() throws Exception {
    failFirst(30, RollbackTest::storeUnavailable);
    listeners.served(List.of(kinsan(1)));
    cics.send(REQUESTS, cics.text("PATIENT"));

    assertThat(((TextMessage) cics.receive(REPLIES)).getText()).isEqualTo("re:PATIENT");
    assertThat(exchange.seen).hasSize(31);
  }

  /** T19: a sealed seed that was altered is one token's trouble and not its bank's. */
  @Test
  void aMessageThatCannotBeJudgedHoldsUpNoOther() throws Exception {
    exchange.behaviour =
        incoming -> {
          if (new String(incoming.body(), StandardCharsets.UTF_8).equals("BAD")) {
            throw new VaultUnavailable("the sealed seed of one token does not open");
          }
          return FakeExchange.echo(incoming);
        };
    listeners.served(List.of(kinsan(4)));
    cics.send(REQUESTS, cics.text("BAD"));
    for (int i = 0; i < 20; i++) {
      cics.send(REQUESTS, cics.text("GOOD" + i));
    }
    for (int i = 0; i < 20; i++) {
      assertThat(((TextMessage) cics.receive(REPLIES)).getText()).startsWith("re:GOOD");
    }
  }

  @Test
  void aFullReplyQueueIsWaitedForAndPoisonsNothing() throws Exception {
    broker.fillQueue(CLOSED_REPLIES);
    listeners.served(List.of(kinsan(2)));
    TextMessage request = cics.text("PATIENT");
    request.setJMSReplyTo(cics.queue(CLOSED_REPLIES));
    cics.send(REQUESTS, request);
    for (int attempt = 0; attempt < 25; attempt++) {
      assertThat(broker.refusal()).isEqualTo(CLOSED_REPLIES);
    }
    broker.openQueues();

    assertThat(((TextMessage) cics.receive(CLOSED_REPLIES)).getText()).isEqualTo("re:PATIENT");
    listeners.deactivate();
    assertThat(cics.left(CLOSED_REPLIES)).isNull();
    assertThat(operator.left(BACKOUT)).isNull();
    assertThat(audited).isEmpty();
  }

  @Test
  void aCommitThatFailsTakesTheReplyWithIt() throws Exception {
    broker.failCommits(25);
    listeners.served(List.of(kinsan(1)));
    cics.send(REQUESTS, cics.text("HELLO"));

    assertThat(((TextMessage) cics.receive(REPLIES)).getText()).isEqualTo("re:HELLO");
    listeners.deactivate();
    assertThat(exchange.seen).hasSize(26);
    assertThat(cics.left(REPLIES)).isNull();
    assertThat(operator.left(BACKOUT)).isNull();
  }

  @Test
  void whilePausedTheHealthSaysWhyAndThenThatItIsOver() throws Exception {
    CountDownLatch mayWork = new CountDownLatch(1);
    CountDownLatch thirdTry = new CountDownLatch(3);
    exchange.behaviour =
        incoming -> {
          if (mayWork.getCount() == 0) {
            return FakeExchange.echo(incoming);
          }
          thirdTry.countDown();
          throw storeUnavailable();
        };
    listeners.served(List.of(kinsan(1)));
    cics.send(REQUESTS, cics.text("HELLO"));
    assertThat(thirdTry.await(20, TimeUnit.SECONDS)).isTrue();

    assertThat(listeners.health())
        .hasSize(2)
        .allSatisfy(
            health -> {
              assertThat(health.level()).isEqualTo(Health.Level.DOWN);
              assertThat(health.lines().toString()).contains("store: down on purpose");
            });
    mayWork.countDown();
    cics.receive(REPLIES);
    cics.send(REQUESTS, cics.text("AGAIN"));
    cics.receive(REPLIES);
    assertThat(listeners.health())
        .allSatisfy(health -> assertThat(health.level()).isEqualTo(Health.Level.OK));
  }
}
