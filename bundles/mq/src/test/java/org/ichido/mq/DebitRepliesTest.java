package org.ichido.mq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.jms.BytesMessage;
import javax.jms.Message;
import javax.jms.TextMessage;
import org.ichido.api.Actor;
import org.ichido.api.RetryOutcome;
import org.ichido.api.StoreUnavailable;
import org.ichido.mq.record.Disposition;
import org.ichido.mq.record.Incoming;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.QueueRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What core banking answers about fees is taken off its queue, and nobody is answered. */
class DebitRepliesTest extends QueueListenersTestBase {
  private static final BankMessaging KINSAN = withFees("kinsan", "KINSAN", 819);
  private static final String ANSWERS = "KINSAN.DEBIT.REPLY";
  private static final Disposition TAKEN = new Disposition.Taken(Optional.empty());

  private final BlockingQueue<Incoming> came = new LinkedBlockingQueue<>();

  @BeforeEach
  void serve() {
    comesOf(incoming -> TAKEN);
    listeners.known(List.of(KINSAN));
    listeners.served(List.of(KINSAN));
  }

  private void comesOf(Function<Incoming, Disposition> behaviour) {
    exchange.behaviour =
        incoming -> {
          came.add(incoming);
          return behaviour.apply(incoming);
        };
  }

  /** Waits for so many, and for what is in hand, and then nothing more is taken. */
  private void untilCame(int count) throws Exception {
    for (int each = 0; each < count; each++) {
      assertThat(came.poll(20, TimeUnit.SECONDS)).isNotNull();
    }
    listeners.deactivate();
    assertThat(came).isEmpty();
    assertThat(operator.left(ANSWERS)).isNull();
  }

  private Message answer(Peer peer, String body) throws Exception {
    BytesMessage message = peer.session.createBytesMessage();
    message.writeBytes(body.getBytes(StandardCharsets.ISO_8859_1));
    peer.send(ANSWERS, message);
    return message;
  }

  private Message backedOut(String reason) throws Exception {
    Message message = operator.receive(BACKOUT);
    assertThat(message.getStringProperty("ICHIDO_REASON")).isEqualTo(reason);
    assertThat(message.getStringProperty("ICHIDO_QUEUE")).isEqualTo(ANSWERS);
    return message;
  }

  @Test
  void anAnswerNeedsNoReplyToAndNothingIsAnsweredToIt() throws Exception {
    answer(cics, "ONE");
    BytesMessage withReplyTo = cics.session.createBytesMessage();
    withReplyTo.writeBytes(new byte[] {65});
    withReplyTo.setJMSReplyTo(cics.queue(REPLIES));
    cics.send(ANSWERS, withReplyTo);

    untilCame(2);
    assertThat(cics.left(REPLIES)).isNull();
    assertThat(operator.left(BACKOUT)).isNull();
    assertThat(exchange.seen).allMatch(incoming -> incoming.queue() == QueueRole.DEBIT_REPLY);
    assertThat(exchange.seen.get(0).requester().name()).hasToString("core");
  }

  @Test
  void whomTheProfileDoesNotKnowSettlesNothing() throws Exception {
    try (Peer stranger = new Peer(broker, TestBroker.STRANGER)) {
      answer(stranger, "PAID");
    }
    backedOut("REQUESTER_UNKNOWN");
    assertThat(exchange.seen).isEmpty();
  }

  @Test
  void anAnswerThatCannotBeTakenIsSetAsideWithItsReasonAndTheNextOneIsTaken() throws Exception {
    comesOf(
        incoming -> incoming.body().length == 3 ? new Disposition.Unanswerable("NOT_OURS") : TAKEN);
    answer(cics, "BAD");
    answer(cics, "GOOD");
    assertThat(((BytesMessage) backedOut("NOT_OURS")).getBodyLength()).isEqualTo(3);
    untilCame(2);
    assertThat(operator.left(BACKOUT)).isNull();
  }

  @Test
  void whatCouldNotBeRecordedComesAgain() throws Exception {
    AtomicInteger left = new AtomicInteger(3);
    comesOf(
        incoming -> {
          if (left.getAndDecrement() > 0) {
            throw new StoreUnavailable("store: down on purpose");
          }
          return TAKEN;
        });
    answer(cics, "PAID");
    untilCame(4);
    assertThat(operator.left(BACKOUT)).isNull();
  }

  /** It may say so to every question of a night. */
  @Test
  void whoCannotSayNowIsAcknowledgedAsWellAndLoggedOnceUntilItSaysSomething() throws Exception {
    comesOf(
        incoming ->
            incoming.body().length == 5 ? new Disposition.Taken(Optional.of("2001")) : TAKEN);
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      for (String body : List.of("LATER", "LATER", "LATER", "PAID", "LATER", "LATER")) {
        answer(cics, body);
      }
      untilCame(6);
    } finally {
      System.setErr(before);
    }
    assertThat(log.toString(StandardCharsets.UTF_8).split("ICH-MQ-015 Bank kinsan")).hasSize(3);
    assertThat(operator.left(BACKOUT)).isNull();
  }

  /** Otherwise anybody could have us put a record where core banking reads what to debit. */
  @Test
  void nobodyHasHisAnswersOnTheQueuesForTheFee() throws Exception {
    for (String queue : List.of("KINSAN.DEBIT", ANSWERS)) {
      TextMessage request = cics.text("DEBIT ME");
      request.setJMSReplyTo(cics.queue(queue));
      cics.send("KINSAN.REQUEST", request);
      Message moved = operator.receive(BACKOUT);
      assertThat(moved.getStringProperty("ICHIDO_REASON")).isEqualTo("REPLY_TO_REFUSED");
    }
    assertThat(exchange.seen).isEmpty();
  }

  @Test
  void anAnswerThatWasSetAsideIsTakenWhenItIsTriedAgain() throws Exception {
    comesOf(
        incoming ->
            incoming.body().length == 4 ? new Disposition.Unanswerable("NOT_PERMITTED") : TAKEN);
    answer(cics, "PAID");
    answer(cics, "BEHIND IT");
    untilCame(2);
    SetAsideMessages messages = new SetAsideMessages(listeners);
    String id = messages.backedOut(KINSAN.bank(), 10).get(0).messageId();
    comesOf(incoming -> TAKEN);

    RetryOutcome outcome = messages.retry(KINSAN.bank(), id, new Actor.Administrator("vera"));

    assertThat(outcome.kind()).isEqualTo(RetryOutcome.Kind.TAKEN);
    assertThat(messages.backedOut(KINSAN.bank(), 10)).isEmpty();
    assertThat(audited.remove().detail()).startsWith("TAKEN");
  }
}
