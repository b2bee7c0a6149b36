package org.ichido.mq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.jms.BytesMessage;
import javax.jms.DeliveryMode;
import javax.jms.Queue;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.ichido.api.ContractId;
import org.ichido.api.Health;
import org.ichido.api.contract.Account;
import org.ichido.api.order.OrderNumber;
import org.ichido.mq.record.Ccsid;
import org.ichido.mq.record.RecordLayouts;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.DebitMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S4-29: what is due is put on the queue, and is recorded as sent when the queue has it. */
class DebitSendersTest {
  private static final Instant AT = Instant.parse("2026-11-24T01:15:30.500Z");
  private static final BankMessaging KINSAN =
      QueueListenersTestBase.withFees("kinsan", "KINSAN", 939);
  private static final BankMessaging KINSAN_IN_ASCII =
      QueueListenersTestBase.withFees("kinsan", "KINSAN", 819);
  private static final BankMessaging GINSAN =
      QueueListenersTestBase.withFees("ginsan", "GINSAN", 939);
  private static final BankMessaging WITHOUT_FEES =
      QueueListenersTestBase.bank("mirai", "MIRAI", 1);
  private static final String DEBITS = "KINSAN.DEBIT";

  /** The pauses as in the other tests, and a look every 10 ms. */
  private static final Timing QUICK =
      new Timing(
          Duration.ofMillis(10),
          Duration.ofMillis(10),
          Duration.ofMillis(100),
          Duration.ofSeconds(10));

  private final FakeDebits debits = new FakeDebits();
  private TestBroker broker;
  private ActiveMQConnectionFactory factory;
  private Peer core;
  private DebitSenders senders;

  /** What a record on the debit queue says. */
  private record Told(String id, boolean again) {}

  @BeforeEach
  void open() throws Exception {
    broker = new TestBroker();
    factory = broker.factory(TestBroker.OURSELVES);
    core = new Peer(broker, TestBroker.CICS);
    senders = component(QUICK);
  }

  @AfterEach
  void close() throws Exception {
    senders.deactivate();
    core.close();
    broker.close();
  }

  private DebitSenders component(Timing timing) {
    DebitSenders component = new DebitSenders(timing);
    component.debits = debits;
    component.clock = Clock.fixed(AT, ZoneOffset.UTC);
    component.bindConnectionFactory(factory);
    return component;
  }

  private static DebitMessage debit(BankMessaging bank, long order) {
    return debit(bank, order, "EXAMPLE CO.");
  }

  private static DebitMessage debit(BankMessaging bank, long order, String name) {
    return new DebitMessage(
        bank.bank(),
        DebitMessage.Subject.DEBIT,
        new OrderNumber(order),
        new ContractId("C00000000815"),
        "007",
        LocalDate.of(2026, 11, 24),
        2200,
        200,
        "OTPHT",
        new Account("007", "1", "1234567", name),
        0,
        false);
  }

  private static Told first(long order) {
    return new Told("FEE-D-%08d".formatted(order), false);
  }

  private static Told again(long order) {
    return new Told("FEE-D-%08d".formatted(order), true);
  }

  private List<Told> told(String queue, int count) throws Exception {
    List<Told> all = new ArrayList<>();
    for (int each = 0; each < count; each++) {
      String record = text((BytesMessage) core.receive(queue));
      all.add(new Told(record.substring(177, 209).strip(), record.charAt(209) == 'Y'));
    }
    return all;
  }

  private static String text(BytesMessage message) throws Exception {
    byte[] body = new byte[(int) message.getBodyLength()];
    assertThat(message.readBytes(body)).isEqualTo(RecordLayouts.load().debit().length());
    int ccsid = message.getIntProperty("JMS_IBM_Character_Set");
    return new String(body, Ccsid.charset(ccsid).orElseThrow());
  }

  private Health health(BankMessaging bank) {
    return senders.health().stream()
        .filter(health -> health.part().contains(bank.bank().value()))
        .findFirst()
        .orElseThrow();
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(20, TimeUnit.SECONDS);
    assertThat(next).isNotNull();
    return next;
  }

  /** Waits until the bank's lane has ended a round in which nothing was due. */
  private void untilIdle(BankMessaging bank) throws InterruptedException {
    debits.idle.clear();
    for (int times = 0; times < 2; times += next(debits.idle).equals(bank.bank()) ? 1 : 0) {
      assertThat(senders.health()).isNotEmpty();
    }
  }

  /** Waits until the bank's lane has ended a round, whatever came of it. */
  private void untilAsked(BankMessaging bank) throws InterruptedException {
    debits.asked.clear();
    for (int times = 0; times < 2; times += next(debits.asked).equals(bank.bank()) ? 1 : 0) {
      assertThat(senders.health()).isNotEmpty();
    }
  }

  @Test
  void whatIsDueIsAskedOnceInItsOrder() throws Exception {
    senders.served(List.of(KINSAN));
    untilIdle(KINSAN);
    debits.put(debit(KINSAN, 12));
    debits.put(debit(KINSAN, 7));
    assertThat(told(DEBITS, 2)).containsExactly(first(12), first(7));
    untilIdle(KINSAN);
    assertThat(core.left(DEBITS)).isNull();
    assertThat(debits.left()).isZero();
    assertThat(health(KINSAN))
        .isEqualTo(
            new Health(
                "bank kinsan, queue KINSAN.DEBIT (DEBIT)",
                Health.Level.OK,
                List.of("2 questions about fees sent since the start")));
  }

  @Test
  void aQuestionIsPersistentNeverExpiresAndSaysWhereItsAnswerGoes() throws Exception {
    senders.served(List.of(KINSAN));
    debits.put(debit(KINSAN, 12, "ﾔﾏﾀﾞ ﾀﾛｳ"));
    BytesMessage message = (BytesMessage) core.receive(DEBITS);
    assertThat(message.getJMSDeliveryMode()).isEqualTo(DeliveryMode.PERSISTENT);
    assertThat(message.getJMSExpiration()).isZero();
    assertThat(message.getIntProperty("JMS_IBM_Character_Set")).isEqualTo(939);
    assertThat(((Queue) message.getJMSReplyTo()).getQueueName()).isEqualTo("KINSAN.DEBIT.REPLY");
    assertThat(text(message)).contains("ﾔﾏﾀﾞ ﾀﾛｳ");
  }

  /** More than go in one transaction, and nobody waits for the next look. */
  @Test
  void manyAreAskedForOneAfterTheOther() throws Exception {
    senders.deactivate();
    Duration hour = Duration.ofHours(1);
    senders = component(new Timing(hour, hour, hour, Duration.ofSeconds(10)));
    for (int order = 1; order <= 250; order++) {
      debits.put(debit(KINSAN, order));
    }
    senders.served(List.of(KINSAN));
    List<Told> told = told(DEBITS, 250);
    assertThat(told).extracting(Told::id).doesNotHaveDuplicates();
    assertThat(core.left(DEBITS)).isNull();
  }

  /** After a crash between the queue's commit and the record of it. */
  @Test
  void whatWasDueWhenItBeganMayHaveBeenSentAndWhatFollowsWasNot() throws Exception {
    debits.put(debit(KINSAN, 1));
    senders.served(List.of(KINSAN));
    assertThat(told(DEBITS, 1)).containsExactly(again(1));
    debits.put(debit(KINSAN, 2));
    assertThat(told(DEBITS, 1)).containsExactly(first(2));
  }

  @Test
  void whatCoreSaysMayHaveBeenSentIsFlagged() throws Exception {
    senders.served(List.of(KINSAN));
    untilIdle(KINSAN);
    DebitMessage plain = debit(KINSAN, 1);
    debits.put(
        new DebitMessage(
            plain.bank(),
            plain.subject(),
            plain.order(),
            plain.contract(),
            plain.branch(),
            plain.businessDate(),
            plain.yen(),
            plain.tax(),
            plain.feeCode(),
            plain.account(),
            plain.inquiry(),
            true));
    assertThat(told(DEBITS, 1)).containsExactly(again(1));
  }

  @Test
  void whatWasPutOnTheQueueAndNotRecordedComesAgainAndSaysSo() throws Exception {
    senders.served(List.of(KINSAN));
    untilIdle(KINSAN);
    debits.unrecorded.set(1);
    debits.put(debit(KINSAN, 1));
    assertThat(told(DEBITS, 2)).containsExactly(first(1), again(1));
    untilIdle(KINSAN);
    debits.put(debit(KINSAN, 2));
    assertThat(told(DEBITS, 1)).containsExactly(first(2));
    assertThat(core.left(DEBITS)).isNull();
  }

  /** Whether a commit that fails was one is not known. */
  @Test
  void afterACommitThatFailedItComesAsPerhapsSentBefore() throws Exception {
    senders.served(List.of(KINSAN));
    untilIdle(KINSAN);
    broker.failingCommits.set(1);
    debits.put(debit(KINSAN, 1));
    assertThat(told(DEBITS, 1)).containsExactly(again(1));
    assertThat(core.left(DEBITS)).isNull();
  }

  @Test
  void aQueueThatCannotBeWrittenHoldsThemAndTheyComeLater() throws Exception {
    senders.served(List.of(KINSAN));
    untilIdle(KINSAN);
    broker.closedQueues.add(DEBITS);
    debits.put(debit(KINSAN, 1));
    assertThat(broker.refusal()).isEqualTo(DEBITS);
    untilAsked(KINSAN);
    Health held = health(KINSAN);
    assertThat(held.level()).isEqualTo(Health.Level.WARN);
    assertThat(held.lines().get(0))
        .startsWith("fees wait, tries again: ")
        .contains("not authorized to write to KINSAN.DEBIT");
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

  @Test
  void aBankWithoutFeesHasNoLane() {
    senders.served(List.of(KINSAN, WITHOUT_FEES));
    assertThat(senders.health()).singleElement().isEqualTo(health(KINSAN));
  }

  /** A drained bank is not among those that are served. */
  @Test
  void theFeesOfABankThatIsDrainedWaitUntilItIsBack() throws Exception {
    senders.served(List.of(KINSAN));
    untilIdle(KINSAN);
    senders.served(List.of());
    debits.put(debit(KINSAN, 1));
    assertThat(core.left(DEBITS)).isNull();
    assertThat(senders.health()).isEmpty();
    senders.served(List.of(KINSAN));
    assertThat(told(DEBITS, 1)).extracting(Told::id).containsExactly("FEE-D-00000001");
  }

  @Test
  void whileCoreIsAwayFeesWait() throws Exception {
    senders.debits = null;
    senders.served(List.of(KINSAN));
    debits.put(debit(KINSAN, 1));
    assertThat(core.left(DEBITS)).isNull();
    senders.debits = debits;
    assertThat(told(DEBITS, 1)).extracting(Told::id).containsExactly("FEE-D-00000001");
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
