package org.ichido.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CoreBankingTest {
  private static final LocalDate DAY = LocalDate.of(2027, 4, 1);
  private static final Account ACCOUNT = new Account("012", "1", "0001234");

  private final CoreBanking core = new CoreBanking().open(ACCOUNT, 5_000);

  @Test
  void aDebitTakesTheMoneyAndStandsInTheBooks() {
    Answer answer = core.judge(debit(1));

    assertThat(answer).isEqualTo(new Answer(Subject.DEBIT, 1, Result.BOOKED, "B00000001", 2_200));
    assertThat(core.balance(ACCOUNT)).isEqualTo(2_800);
    assertThat(core.books())
        .containsExactly(new Booking("B00000001", Subject.DEBIT, 1, ACCOUNT, 2_200, DAY));
  }

  @Test
  void aRepeatedOrderNumberIsAnsweredFromMemory() {
    Answer first = core.judge(debit(1));

    assertThat(core.judge(debit(1))).isEqualTo(first);
    assertThat(core.judge(inquiry(Subject.DEBIT, 1))).isEqualTo(first);
    assertThat(core.books()).hasSize(1);
  }

  @Test
  void aRefusalIsRememberedTooSoThatMoneyWhichComesLaterIsNotTaken() {
    Account poor = new Account("012", "1", "0000001");
    core.open(poor, 2_199);
    Asked asked = new Asked(false, Subject.DEBIT, 1, poor, 2_200, DAY);
    assertThat(core.judge(asked).result()).isEqualTo(Result.FUNDS);

    core.open(poor, 100_000);

    assertThat(core.judge(asked).result()).isEqualTo(Result.FUNDS);
    assertThat(core.books()).isEmpty();
  }

  @Test
  void aClosedAccountAndARefusedOrderSaySo() {
    core.refuse(1);
    assertThat(core.judge(debit(1)).result()).isEqualTo(Result.OTHER);

    core.close(ACCOUNT);
    assertThat(core.judge(debit(2)).result()).isEqualTo(Result.ACCOUNT);
    assertThat(core.books()).isEmpty();
  }

  @Test
  void aRefundOfTheSameOrderIsABookingOfItsOwnAndGivesTheMoneyBack() {
    core.judge(debit(1));

    Answer refund = core.judge(new Asked(false, Subject.REFUND, 1, ACCOUNT, 2_200, DAY));

    assertThat(refund).isEqualTo(new Answer(Subject.REFUND, 1, Result.BOOKED, "B00000002", 2_200));
    assertThat(core.balance(ACCOUNT)).isEqualTo(5_000);
    assertThat(core.day(DAY)).isEqualTo(new DayBooks(1, 2_200, 1, 2_200));
    assertThat(core.day(DAY.plusDays(1))).isEqualTo(new DayBooks(0, 0, 0, 0));
  }

  @Test
  void whatItNeverSawItSays() {
    assertThat(core.judge(inquiry(Subject.DEBIT, 1)).result()).isEqualTo(Result.NEVER_SEEN);
    core.judge(debit(1));
    assertThat(core.judge(inquiry(Subject.REFUND, 1)).result()).isEqualTo(Result.NEVER_SEEN);
  }

  @Test
  void onceItForgotItDebitsASecondTimeAndRemembersThat() {
    core.judge(debit(1));

    core.forget();

    assertThat(core.judge(inquiry(Subject.DEBIT, 1)).result()).isEqualTo(Result.NEVER_SEEN);
    assertThat(core.judge(debit(1)).booking()).isEqualTo("B00000002");
    assertThat(core.judge(debit(1)).booking()).isEqualTo("B00000002");
    assertThat(core.balance(ACCOUNT)).isEqualTo(600);
  }

  @Test
  void withItsMemoryOffItDebitsAsOftenAsItIsAsked() {
    core.memory(false);
    core.judge(debit(1));
    core.judge(debit(1));
    assertThat(core.day(DAY)).isEqualTo(new DayBooks(2, 4_400, 0, 0));

    core.memory(true);
    core.judge(debit(2));
    assertThat(core.judge(debit(2)).result()).isEqualTo(Result.FUNDS);
  }

  private static Asked debit(int order) {
    return new Asked(false, Subject.DEBIT, order, ACCOUNT, 2_200, DAY);
  }

  private static Asked inquiry(Subject subject, int order) {
    return new Asked(true, subject, order, ACCOUNT, 2_200, DAY);
  }
}
