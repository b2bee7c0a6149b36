package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.Health;
import org.ichido.api.Holder;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.api.contract.Method;
import org.ichido.core.fakes.KinsanProfile;
import org.ichido.core.outbox.NoticeDelivery;
import org.ichido.evidence.Requirement;
import org.ichido.spi.notice.Delivery;
import org.ichido.spi.notice.Notice;
import org.ichido.spi.notice.Notifier;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.MailState;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.Test;

/** What becomes of a mail after the commit of the issue. */
class NoticeDeliveryTest extends ContractHouse {
  private static final Delivery SENT = new Delivery.Sent();

  /** Answers what it is told to, the last thing for ever. */
  private static final class Answering implements Notifier {
    final List<Notice> asked = new ArrayList<>();
    final Deque<Delivery> answers = new ArrayDeque<>();

    Answering(Delivery... all) {
      answers.addAll(List.of(all));
    }

    @Override
    public Delivery send(Notice notice) {
      asked.add(notice);
      return answers.size() > 1 ? answers.pop() : answers.element();
    }
  }

  private final NoticeDelivery delivery =
      new NoticeDelivery(services, profiles, news, new SameThread());

  private TokenRow issued() {
    return issued("taro");
  }

  private TokenRow issued(String name) {
    TokenRow token = plant(name, TokenKind.SOFT, TokenState.ISSUED);
    mail(token);
    return token;
  }

  private MailState mailState(TokenRow token) {
    return now(token).enrolment().map(Enrolment::mailState).orElseThrow();
  }

  private OutboxRow row(int index) {
    return store.wholeOutbox().stream()
        .filter(row -> row.kind() == OutboxRow.Kind.MAIL)
        .toList()
        .get(index);
  }

  private Answering answering(Delivery... all) {
    Answering notifier = new Answering(all);
    delivery.bindNotifier(notifier);
    return notifier;
  }

  /** The sweep has not run yet, and nobody may be led into an enrolment that is over. */
  @Test
  void noMailOfAnIssueThatAnotherMethodEndedGoesOutBeforeTheSweep() {
    opened(Method.SOFT, "taro");
    TokenRow token = issued();
    done(change(Method.TXN_AUTH, TODAY.plusDays(1)));
    clock.set(japan("2026-11-22T00:00:00"));
    Answering notifier = answering(SENT);
    delivery.tick();

    assertThat(state(token)).as("nobody has written it down").isEqualTo(TokenState.ISSUED);
    assertThat(notifier.asked).isEmpty();
    assertThat(mailState(token)).isEqualTo(MailState.FAILED);
    assertThat(store.audited(AuditEvent.MAIL_FAILED)).as("nobody waits for it").isEmpty();
  }

  @Test
  @Requirement({"S1-9", "S1-10", "S1-12", "S3-28", "S4-9"})
  void theMailBearsPairAndAddressAndComesFromWhereTheCustomerExpectsIt() {
    Answering notifier = answering(SENT);
    TokenRow token = issued();
    delivery.tick();

    Notice notice = notifier.asked.get(0);
    assertThat(notice.bank()).isEqualTo(BANK);
    assertThat(notice.recipient()).isEqualTo("taro@example.jp");
    assertThat(notice.sender()).isEqualTo("kinsan@otp-auth.net");
    assertThat(notice.subject()).isEqualTo("【きんさんビジネスダイレクト】トークン発行のお知らせ");
    assertThat(notice.body())
        .contains("サービスID：KINSAN\n")
        .contains("ユーザID　：" + token.enrolment().orElseThrow().pair().userId() + "\n")
        .contains("\nhttps://www.example.jp/otp-app/kinsan/\n")
        .contains("2026年11月24日 12時00分までに")
        .startsWith("いつもきんさんビジネスダイレクトを")
        .doesNotContain("{")
        .doesNotContain("}")
        .doesNotContain(token.enrolment().orElseThrow().password().orElseThrow());
    assertThat(notice.id()).isEqualTo(token.id().value() + "-1").matches("[A-Za-z0-9.-]{1,64}");
    assertThat(notice).hasToString("Notice(kinsan " + notice.id() + ")");
  }

  @Test
  @Requirement({"S1-29", "S0-27"})
  void aMailThatWentIsRecordedOnceEverywhere() {
    Answering notifier = answering(SENT);
    TokenRow token = issued();
    delivery.tick();
    delivery.tick();
    clock.advance(Duration.ofMinutes(10));
    delivery.tick();

    assertThat(notifier.asked).hasSize(1);
    assertThat(mailState(token)).isEqualTo(MailState.SENT);
    assertThat(row(0).state()).isEqualTo(OutboxRow.State.SENT);
    AuditEntry entry = store.audited(AuditEvent.MAILED).get(0);
    assertThat(store.audited(AuditEvent.MAILED)).hasSize(1);
    assertThat(entry.token()).contains(token.id());
    assertThat(entry.user()).contains(new UserId("taro"));
    assertThat(entry.detail()).isEqualTo("try 1");
    assertThat(told()).isEmpty();
  }

  @Test
  @Requirement({"S4-8", "S0-27"})
  void aRefusedMailIsToldToSupportAuditAndCoreBanking() {
    answering(new Delivery.Refused("550 no such\r\nmailbox"));
    TokenRow token = issued();
    delivery.tick();

    assertThat(mailState(token)).isEqualTo(MailState.FAILED);
    assertThat(state(token)).as("the enrolment itself goes on").isEqualTo(TokenState.ISSUED);
    assertThat(row(0).state()).isEqualTo(OutboxRow.State.FAILED);
    assertThat(store.audited(AuditEvent.MAIL_FAILED))
        .extracting(AuditEntry::detail)
        .containsExactly("REFUSED: 550 no such mailbox");
    assertThat(told()).containsExactly("MAIL_FAILED REFUSED taro");
  }

  @Test
  void aPostponedMailIsTriedAfterTenSecondsThirtyAMinuteAndFiveMinutes() {
    Answering notifier = answering(new Delivery.Postponed("no connection"), SENT);
    for (int i = 0; i < 5; i++) {
      notifier.answers.push(new Delivery.Postponed("no connection"));
    }
    TokenRow token = issued();
    delivery.tick();
    int tries = 1;
    for (long pause : new long[] {10, 30, 60, 300, 300, 300}) {
      clock.advance(Duration.ofSeconds(pause).minusNanos(1));
      delivery.tick();
      assertThat(notifier.asked).as("before %d s", pause).hasSize(tries);
      clock.advance(Duration.ofNanos(1));
      delivery.tick();
      assertThat(notifier.asked).as("after %d s", pause).hasSize(++tries);
    }
    assertThat(mailState(token)).isEqualTo(MailState.SENT);
    assertThat(notifier.asked.stream().map(Notice::id).distinct()).hasSize(1);
    assertThat(store.audited(AuditEvent.MAILED).get(0).detail()).isEqualTo("try 7");
    assertThat(told()).isEmpty();
  }

  @Test
  void aMailThatWouldBeTriedAtTheDeadlineOnlyHasFailedBeforeIt() {
    Answering notifier = answering(new Delivery.Postponed("no connection"));
    TokenRow token = issued();
    Instant deadline = START.plus(SEVENTY_TWO_HOURS);
    clock.set(deadline.minusSeconds(10).minusNanos(1));
    delivery.tick();
    assertThat(mailState(token)).isEqualTo(MailState.WAITING);
    assertThat(row(0).notBefore()).isEqualTo(deadline.minusNanos(1));

    clock.set(deadline.minusNanos(1));
    delivery.tick();
    assertThat(notifier.asked).hasSize(2);
    assertThat(mailState(token)).isEqualTo(MailState.FAILED);
    assertThat(told()).containsExactly("MAIL_FAILED TOO_LATE taro");
    assertThat(store.audited(AuditEvent.MAIL_FAILED).get(0).detail())
        .isEqualTo("TOO_LATE: no connection");
  }

  @Test
  void aMailThatNobodyCouldSendUntilTheDeadlineHasFailedWhetherTheEnrolmentWasEndedYetOrNot() {
    TokenRow first = issued("taro");
    clock.set(START.plus(SEVENTY_TWO_HOURS));
    Answering notifier = answering(SENT);
    delivery.tick();
    assertThat(mailState(first)).isEqualTo(MailState.FAILED);
    dueActs.run();

    TokenRow second = issued("hanako");
    clock.advance(SEVENTY_TWO_HOURS);
    dueActs.run();
    delivery.tick();
    assertThat(mailState(second)).isEqualTo(MailState.FAILED);

    assertThat(notifier.asked).isEmpty();
    assertThat(told())
        .containsExactly(
            "MAIL_FAILED TOO_LATE taro",
            "CANCELLED DEADLINE taro",
            "CANCELLED DEADLINE hanako",
            "MAIL_FAILED TOO_LATE hanako");
  }

  @Test
  @Requirement({"S0-27", "S1-15"})
  void aMailOfAnEnrolmentThatIsOverIsDroppedInSilence() {
    opened(Method.SOFT, "taro");
    TokenRow former = issued();
    done(remove("taro"));
    TokenRow active = plant("hanako", TokenKind.SOFT, TokenState.ACTIVE);
    mail(active);
    Answering notifier = answering(SENT);
    delivery.tick();

    assertThat(notifier.asked).isEmpty();
    assertThat(row(0).state()).isEqualTo(OutboxRow.State.FAILED);
    assertThat(row(0).why()).isEqualTo("superseded");
    assertThat(row(1).why()).isEqualTo("superseded");
    assertThat(mailState(former)).isEqualTo(MailState.FAILED);
    assertThat(told()).containsExactly("CANCELLED USER_REMOVED taro");
    assertThat(store.audited(AuditEvent.MAIL_FAILED)).isEmpty();
  }

  @Test
  void anInitialisedTokensMailStillGoes() {
    Answering notifier = answering(SENT);
    mail(plant("taro", TokenKind.SOFT, TokenState.INITIALISED));
    delivery.tick();
    assertThat(notifier.asked).hasSize(1);
  }

  @Test
  void withoutANotifierMailsWaitAndTheStatusSaysSo() {
    assertThat(delivery.health()).isEmpty();
    TokenRow token = issued();
    delivery.tick();
    assertThat(mailState(token)).isEqualTo(MailState.WAITING);
    assertThat(row(0).tries()).isZero();
    Health health = delivery.health().get(0);
    assertThat(health.part()).isEqualTo("bank kinsan, mails");
    assertThat(health.level()).isEqualTo(Health.Level.WARN);
    assertThat(health.lines())
        .containsExactly(
            "1 waiting, the oldest of 2026-11-21 12:00:00 JST",
            "no notifier: start the bundle org.ichido.mail and see etc/org.ichido.mail.cfg; they"
                + " wait until the deadlines of their enrolments");

    Answering notifier = answering(SENT);
    assertThat(delivery.health().get(0).level()).isEqualTo(Health.Level.OK);
    delivery.tick();
    assertThat(delivery.health()).isEmpty();
    delivery.unbindNotifier(notifier);
    issued("hanako");
    delivery.tick();
    assertThat(notifier.asked).hasSize(1);
  }

  @Test
  void theStatusSaysTheLastTrouble() {
    answering(new Delivery.Postponed("no connection to mail.example.jp:25"));
    issued();
    delivery.tick();
    assertThat(delivery.health().get(0).lines())
        .contains(
            "last trouble: no connection to mail.example.jp:25; tried 1 times, next 2026-11-21"
                + " 12:00:10 JST");
    assertThat(delivery.health().get(0).level()).isEqualTo(Health.Level.WARN);
  }

  @Test
  void aNotifierThatThrowsPostponesAndItsWordsAreNotKept() {
    issued();
    delivery.bindNotifier(
        notice -> {
          throw new IllegalStateException("550 " + notice.recipient());
        });
    delivery.tick();
    assertThat(row(0).why()).isEqualTo("the notifier threw java.lang.IllegalStateException");
    assertThat(row(0).state()).isEqualTo(OutboxRow.State.WAITING);
  }

  @Test
  void aDeadMailServerIsAskedThreeTimesAndNotByEveryMailThatWaits() {
    Answering notifier = answering(new Delivery.Postponed("no connection"));
    for (int i = 0; i < 20; i++) {
      issued("u" + i);
    }
    delivery.tick();
    assertThat(notifier.asked).hasSize(3);
    clock.advance(Duration.ofSeconds(10));
    delivery.tick();
    assertThat(notifier.asked).hasSize(6);

    notifier.answers.clear();
    notifier.answers.add(SENT);
    clock.advance(Duration.ofMinutes(1));
    delivery.tick();
    assertThat(store.audited(AuditEvent.MAILED)).hasSize(20);
  }

  @Test
  void theOutcomeIsOneUnitOfWorkAndTheMailGoesAgainIfItCouldNotBeRecorded() {
    Answering notifier = answering(SENT);
    TokenRow token = issued();
    store.breakAfter(0);
    delivery.tick();
    assertThat(notifier.asked).hasSize(1);
    store.broken = false;
    assertThat(mailState(token)).isEqualTo(MailState.WAITING);
    assertThat(row(0).state()).isEqualTo(OutboxRow.State.WAITING);
    assertThat(store.audited(AuditEvent.MAILED)).isEmpty();

    clock.advance(Duration.ofSeconds(10));
    delivery.tick();
    assertThat(notifier.asked).hasSize(2);
    assertThat(notifier.asked.get(1).id()).isEqualTo(notifier.asked.get(0).id());
    assertThat(mailState(token)).isEqualTo(MailState.SENT);
  }

  @Test
  void aCommitThatWroteAMailSendsItWithoutWaitingForTheNextLook() {
    Answering notifier = answering(SENT);
    issued();
    delivery.written(BANK, OutboxRow.Kind.EVENT);
    assertThat(notifier.asked).isEmpty();
    delivery.written(BANK, OutboxRow.Kind.MAIL);
    assertThat(notifier.asked).hasSize(1);
  }

  @Test
  void theTextIsThatOfTheMomentOfTheTry() {
    Answering notifier = answering(new Delivery.Postponed("no connection"), SENT);
    issued();
    delivery.tick();
    configure(KinsanProfile.with("mail.sender", "otp@kinsan.co.jp"));
    clock.advance(Duration.ofSeconds(10));
    delivery.tick();
    assertThat(notifier.asked)
        .extracting(Notice::sender)
        .containsExactly("kinsan@otp-auth.net", "otp@kinsan.co.jp");
  }

  @Test
  void aBankWithoutAValidProfileSendsNothingAndGoesOnWhenItIsMended() {
    Answering notifier = answering(SENT);
    issued();
    configure(KinsanProfile.without("mail.sender"));
    delivery.tick();
    delivery.written(BANK, OutboxRow.Kind.MAIL);
    assertThat(notifier.asked).isEmpty();
    configure(KinsanProfile.values());
    clock.advance(Duration.ofSeconds(10));
    delivery.tick();
    assertThat(notifier.asked).hasSize(1);
  }

  /** Hangs for one bank until it is let go. */
  private static final class Hanging implements Notifier {
    final CountDownLatch inside = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);
    final CountDownLatch others = new CountDownLatch(1);
    private final BankId bank;

    Hanging(BankId bank) {
      this.bank = bank;
    }

    @Override
    public Delivery send(Notice notice) {
      if (notice.bank().equals(bank)) {
        inside.countDown();
        try {
          goOn.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      } else {
        others.countDown();
      }
      return SENT;
    }
  }

  @Test
  void aNotifierThatHangsForOneBankHoldsUpNoRequestAndNoOtherBankAndItsSuccessorGoesOn()
      throws Exception {
    BankId mirai = serve("mirai");
    ExecutorService threads = Executors.newCachedThreadPool();
    NoticeDelivery threaded = new NoticeDelivery(services, profiles, news, threads);
    Hanging hanging = new Hanging(BANK);
    threaded.bindNotifier(hanging);
    try {
      TokenRow taros = issued();
      threaded.written(BANK, OutboxRow.Kind.MAIL);
      assertThat(hanging.inside.await(30, TimeUnit.SECONDS)).isTrue();

      opened(Method.SOFT, "jiro");
      mail(
          plant(
              TokenKind.SOFT,
              TokenState.ISSUED,
              List.of(new Holder(mirai, CONTRACT.contract(), new UserId("hanako")))));
      threaded.written(mirai, OutboxRow.Kind.MAIL);
      assertThat(hanging.others.await(30, TimeUnit.SECONDS)).as("the other bank's").isTrue();

      clock.advance(Duration.ofMinutes(3));
      assertThat(
              threaded.health().stream()
                  .filter(health -> health.part().equals("bank kinsan, mails"))
                  .findFirst()
                  .orElseThrow()
                  .lines())
          .last()
          .isEqualTo(
              "the notifier has not answered since 2026-11-21 12:00:00 JST: restart or replace its"
                  + " bundle");

      CountDownLatch sent = new CountDownLatch(1);
      Notifier successor =
          notice -> {
            sent.countDown();
            return SENT;
          };
      threaded.bindNotifier(successor);
      threaded.unbindNotifier(hanging);
      threaded.tick();
      assertThat(sent.await(30, TimeUnit.SECONDS)).as("by the successor").isTrue();

      hanging.goOn.countDown();
      threads.shutdown();
      assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
      assertThat(mailState(taros)).isEqualTo(MailState.SENT);
      assertThat(store.audited(AuditEvent.MAILED).stream().map(AuditEntry::user))
          .as("the late word of the former says nothing new")
          .containsOnlyOnce(Optional.of(new UserId("taro")));
    } finally {
      threads.shutdownNow();
    }
  }
}
