package org.ichido.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ichido.testkit.clock.DrivenClock;
import org.ichido.testkit.host.BankHost;
import org.ichido.testkit.host.HostRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DebitQueueTest {
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final Account ACCOUNT = new Account("012", "1", "0001234");

  private final BankHost host =
      new BankHost("9990", new DrivenClock(Instant.parse("2027-04-01T03:00:00Z")));
  private final CoreBanking core = new CoreBanking().open(ACCOUNT, 100_000);
  private InMemoryBroker broker;
  private DebitQueue debits;

  @BeforeEach
  void coreBankingIsAtTheQueue() throws Exception {
    broker = new InMemoryBroker();
    debits = atTheQueue();
  }

  private DebitQueue atTheQueue() throws Exception {
    return DebitQueue.loggedIn(
        broker.factory, "core", "any", InMemoryBroker.REQUESTS, InMemoryBroker.REPLIES, core);
  }

  @AfterEach
  void hangUp() throws Exception {
    debits.close();
    broker.close();
  }

  @Test
  void aRequestIsAnsweredWithItsBooking() throws Exception {
    broker.ask(debit(12));

    assertThat(debits.serveNext(WAIT).orElseThrow().order()).isEqualTo(12);

    HostRecord reply = broker.answer().orElseThrow();
    assertThat(reply.get("ICH-KIND")).isEqualTo("R");
    assertThat(reply.get("ICH-SOURCE")).isEqualTo("CORE");
    assertThat(reply.get("ICH-REQUEST-ID")).isEqualTo("FEE-D-00000012");
    assertThat(reply.get("ICH-FEE-REPLY-SUBJECT")).isEqualTo("DEBIT");
    assertThat(reply.number("ICH-FEE-REPLY-ORDER")).isEqualTo(12);
    assertThat(reply.get("ICH-FEE-RESULT")).isEqualTo("BOOKED");
    assertThat(reply.get("ICH-BOOKING-NUMBER")).isEqualTo("B00000001");
    assertThat(reply.number("ICH-FEE-REPLY-YEN")).isEqualTo(2_200);
    assertThat(core.day(LocalDate.of(2027, 4, 1))).isEqualTo(new DayBooks(1, 2_200, 0, 0));
  }

  @Test
  void itAnswersTwiceWhatItBookedOnce() throws Exception {
    core.answers(Manner.TWICE);
    broker.ask(debit(1));
    debits.serveNext(WAIT);

    assertThat(result()).contains("BOOKED");
    assertThat(result()).contains("BOOKED");
    assertThat(result()).isEmpty();
    assertThat(core.books()).hasSize(1);
  }

  @Test
  void itIsSilentAboutWhatItBookedUntilItIsAskedWhatBecameOfIt() throws Exception {
    core.answers(1, Manner.NEVER);
    broker.ask(debit(1));
    debits.serveNext(WAIT);
    assertThat(result()).isEmpty();
    assertThat(core.books()).hasSize(1);

    core.answers(1, Manner.AT_ONCE);
    broker.ask(record("DINQ", 1));
    debits.serveNext(WAIT);
    assertThat(result()).contains("BOOKED");
  }

  @Test
  void aSlowAnswerOutlivesItsConnectionAndComesWhenTheScriptSaysSo() throws Exception {
    core.answers(1, Manner.WHEN_TOLD);
    broker.ask(debit(1));
    debits.serveNext(WAIT);
    assertThat(result()).isEmpty();

    debits.close();
    debits = atTheQueue();
    assertThat(debits.tell(2, 1)).isZero();
    assertThat(debits.tell(1, 2)).isEqualTo(1);

    assertThat(result()).contains("BOOKED");
    assertThat(result()).contains("BOOKED");
    assertThat(result()).isEmpty();
    assertThat(debits.tell(1, 2)).isZero();
  }

  @Test
  void anAccountThatItDoesNotHaveIsRefused() throws Exception {
    broker.ask(debit(1).move("ICH-FEE-ACCOUNT-NUMBER", "7654321"));
    debits.serveNext(WAIT);

    assertThat(result()).contains("ACCOUNT");
    assertThat(core.books()).isEmpty();
  }

  private Optional<String> result() throws Exception {
    return broker.answer().map(reply -> reply.get("ICH-FEE-RESULT"));
  }

  private HostRecord debit(int order) {
    return record("DBIT", order);
  }

  private HostRecord record(String type, int order) {
    return host.request("ICHDBQ", type, "FEE-D-%08d".formatted(order))
        .move("ICH-SOURCE", "ICHIDO-F")
        .move("ICH-DESTINATION", "CORE")
        .move("ICH-FEE-SUBJECT", "DEBIT")
        .move("ICH-FEE-ORDER-NUMBER", Integer.toString(order))
        .move("ICH-FEE-ACCOUNT-BRANCH", "012")
        .move("ICH-FEE-ACCOUNT-TYPE", "1")
        .move("ICH-FEE-ACCOUNT-NUMBER", "0001234")
        .move("ICH-FEE-YEN", "2200");
  }
}
