package org.ichido.mq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ichido.api.BackedOutMessage;
import org.ichido.api.Health;
import org.ichido.api.RetryOutcome;
import org.ichido.mq.QueueInquiry.Answer;
import org.ichido.mq.QueueInquiry.Attributes;
import org.ichido.queuemanager.queues.QueueAttribute;
import org.ichido.queuemanager.queues.QueueDefinition;
import org.ichido.queuemanager.trouble.Call;
import org.ichido.queuemanager.wire.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BOTHRESH and BOQNAME, asked of the queue manager when a connection is made. */
class BackoutDefinitionTest extends IbmClientTestBase {
  private Health healthThatSays(String words) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    List<Health> last = List.of();
    while (System.nanoTime() < end) {
      last = listeners.health();
      for (Health health : last) {
        if (health.part().contains(REQUESTS) && health.lines().toString().contains(words)) {
          return health;
        }
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("nothing says " + words + " but " + last);
  }

  private void defined(int threshold, String backoutQueue) {
    queueManager.queueManager.define(
        QueueDefinition.local(REQUESTS)
            .with(QueueAttribute.BOTHRESH, threshold)
            .withBackoutQueue(backoutQueue));
    listeners.served(List.of(kinsan(1)));
  }

  @Test
  void theShippedDefinitionIsNothingToSpeakOf() throws Exception {
    listeners.served(List.of(kinsan(1)));
    theNextGoodOneIsAnswered();
    Health health = healthThatSays("at queue manager QM1 as user ICHIDO");

    assertThat(health.level()).isEqualTo(Health.Level.OK);
    assertThat(health.lines()).hasSize(2);
  }

  @Test
  void aThresholdThatIsLowIsAnAlarm() {
    defined(3, BACKOUT);

    Health health = healthThatSays("BOTHRESH is 3");
    assertThat(health.level()).isEqualTo(Health.Level.WARN);
    assertThat(health.lines().toString())
        .contains("ALTER QLOCAL(KINSAN.REQUEST) BOTHRESH(400) BOQNAME(KINSAN.BACKOUT)");
  }

  @Test
  void anotherBackoutQueueThanTheProfilesIsAnAlarm() {
    defined(400, "SOMEBODY.ELSES");

    assertThat(healthThatSays("BOQNAME is SOMEBODY.ELSES").level()).isEqualTo(Health.Level.WARN);
  }

  @ParameterizedTest
  @CsvSource({"0, ''", "400, ''", "0, KINSAN.BACKOUT", "20, KINSAN.BACKOUT", "379, KINSAN.BACKOUT"})
  void whatIsNotAsItIsShippedIsANote(int threshold, String backoutQueue) {
    defined(threshold, backoutQueue);

    assertThat(healthThatSays("BOTHRESH is " + threshold).level()).isEqualTo(Health.Level.OK);
  }

  @ParameterizedTest
  @CsvSource({"1, true", "19, true", "20, false", "379, false", "380, false"})
  void theBoundsAreThoseOfOurOwnThreshold(int threshold, boolean alarming) {
    Answer answer = new Answer(0, Optional.of(new Attributes("Q", threshold, "B")));

    BackoutDefinition judged = BackoutDefinition.judged(answer, "Q", "B");

    assertThat(judged.alarming()).isEqualTo(alarming);
    assertThat(judged.line().isPresent()).isEqualTo(threshold < 380);
  }

  @Test
  void anAnswerAboutAnotherQueueIsNone() {
    Answer answer = new Answer(0, Optional.of(new Attributes("OTHER", 1, "B")));

    assertThat(BackoutDefinition.judged(answer, "Q", "B").line().orElseThrow())
        .contains("could not be asked");
  }

  @Test
  void withoutTheAuthorityToAskItIsSaidHowToLookByHand() throws Exception {
    queueManager.refuse("SYSTEM.ADMIN.COMMAND.QUEUE", Reason.NOT_AUTHORIZED);
    listeners.served(List.of(kinsan(1)));

    Health health = healthThatSays("2035 MQRC_NOT_AUTHORIZED");
    assertThat(health.lines().toString())
        .contains("look by hand: DISPLAY QLOCAL(KINSAN.REQUEST) BOTHRESH BOQNAME");
    assertThat(health.level()).isEqualTo(Health.Level.OK);
    theNextGoodOneIsAnswered();
  }

  /** Whoever asks waits for the answer in a thread of its own. */
  @Test
  void whileNobodyAnswersRequestsAreAnswered() throws Exception {
    var held =
        queueManager
            .queueManager
            .troubles()
            .at(Call.PUT)
            .onQueue("SYSTEM.ADMIN.COMMAND.QUEUE")
            .always()
            .hold();
    listeners.served(List.of(kinsan(1)));
    assertThat(held.awaitStruck(1, Duration.ofSeconds(20))).isTrue();

    theNextGoodOneIsAnswered();
    theNextGoodOneIsAnswered();
    held.end();
  }

  /** What IBM's client itself moved has no word of ours; it is listed, and explained. */
  @Test
  void whatTheClientItselfMovedIsListedAndStays() throws Exception {
    queueManager.queueManager.define(
        QueueDefinition.local(REQUESTS).with(QueueAttribute.BOTHRESH, 2).withBackoutQueue(BACKOUT));
    exchange.behaviour =
        incoming -> {
          throw new IllegalStateException("breaks on purpose");
        };
    serve(kinsan(1));
    host.put(REQUESTS, HostProgram.text("HELLO"));
    List<BackedOutMessage> listed = messages().backedOut(KINSAN, 10);
    while (listed.isEmpty()) {
      listed = messages().backedOut(KINSAN, 10);
    }

    assertThat(listed.get(0).reason()).isEqualTo("NOT_BY_ICHIDO");
    assertThat(listed.get(0).putBy()).isEqualTo(TestBroker.CICS);
    RetryOutcome outcome = messages().retry(KINSAN, listed.get(0).messageId(), VERA);
    assertThat(outcome.kind()).isEqualTo(RetryOutcome.Kind.STAYS);
    assertThat(outcome.detail()).contains("put there by 'CICS1' and not by us");
    assertThat(messages().backedOut(KINSAN, 10)).hasSize(1);
  }
}
