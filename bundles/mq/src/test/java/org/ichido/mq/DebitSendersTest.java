package org.ichido.mq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javax.jms.BytesMessage;
import javax.jms.DeliveryMode;
import javax.jms.Queue;
import org.ichido.api.Health;
import org.ichido.spi.transport.DebitMessage;
import org.junit.jupiter.api.Test;

/** S4-29: what is due is put on the queue, and is recorded as sent when the queue has it. */
class DebitSendersTest extends DebitSendersTestBase {
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
}
