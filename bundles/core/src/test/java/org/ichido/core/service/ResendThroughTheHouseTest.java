package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.BankNotServed;
import org.ichido.api.RequestKey;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.contract.Method;
import org.ichido.core.outbox.StoredOutbox;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.transport.ResendRequest;
import org.ichido.spi.transport.Resent;
import org.ichido.spi.transport.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Core banking asks for events again. */
class ResendThroughTheHouseTest extends ContractHouse {
  private final StoredOutbox outbox = new StoredOutbox(services, profiles);

  @BeforeEach
  void fourEventsOfWhichThreeWereSent() {
    opened(Method.SOFT, "taro", "hanako", "jiro", "sakura");
    for (String name : List.of("taro", "hanako", "jiro", "sakura")) {
      plant(name, TokenKind.SOFT, TokenState.ACTIVE);
      done(remove(name));
    }
    outbox.sent(outbox.waiting(BANK, 3));
    clock.advance(Duration.ofMinutes(5));
  }

  private Resent resend(long from, long to) {
    return resend(key(), from, to);
  }

  private Resent resend(RequestKey key, long from, long to) {
    AtomicReference<Resent> decided = new AtomicReference<>(new Resent(START, -1, -1));
    onceOnly.handle(
        key,
        Subject.of(BANK),
        onceOnly.fingerprint(new byte[] {1}),
        decisions.resend(new ResendRequest(key, BANK, from, to, new Actor.CoreBanking("CORE"))),
        resent -> {
          decided.set(resent);
          return new StoredReply(new byte[0], 0, 1);
        });
    return decided.get();
  }

  private List<Long> numbers() {
    return outbox.waiting(BANK, 100).stream().map(OutboxRow::number).toList();
  }

  @Test
  void eventsComeAgainUnderTheirNumbersBeforeWhatWasNotSentYet() {
    assertThat(numbers()).containsExactly(4L);

    assertThat(resend(2, 3)).isEqualTo(new Resent(clock.instant(), 2, 0));

    assertThat(numbers()).containsExactly(2L, 3L, 4L);
    List<OutboxRow> waiting = outbox.waiting(BANK, 100);
    assertThat(waiting).extracting(OutboxRow::contractSequence).containsExactly(2L, 3L, 4L);
    assertThat(waiting).extracting(OutboxRow::tries).containsExactly(1, 1, 0);
    outbox.sent(waiting);
    assertThat(numbers()).isEmpty();
  }

  @Test
  void whatWasNotSentYetIsCountedAndLeftAlone() {
    assertThat(resend(1, 1_000)).isEqualTo(new Resent(clock.instant(), 3, 1));
    assertThat(outbox.waiting(BANK, 100).get(3).tries()).isZero();
  }

  @Test
  void aRangeWithNothingInItHasNothingSentAgain() {
    assertThat(resend(100, 200)).isEqualTo(new Resent(clock.instant(), 0, 0));
    assertThat(numbers()).containsExactly(4L);
  }

  /** It may be tried once more: a profile's CCSID can have been corrected. */
  @Test
  void anEventThatWasGivenUpComesAgainToo() {
    outbox.refused(outbox.waiting(BANK, 1).get(0), "no record can say it");
    assertThat(resend(4, 4)).isEqualTo(new Resent(clock.instant(), 1, 0));
    assertThat(outbox.waiting(BANK, 100)).extracting(OutboxRow::tries).containsExactly(1);
  }

  @Test
  void askedAgainWithTheSameIdNothingComesOnceMore() {
    RequestKey key = key();
    resend(key, 1, 3);
    outbox.sent(outbox.waiting(BANK, 100));

    resend(key, 1, 3);

    assertThat(numbers()).isEmpty();
  }

  @Test
  void theAuditSaysWhoAskedForWhat() {
    resend(2, 4);
    assertThat(store.audited(AuditEvent.EVENTS_RESENT))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.detail()).isEqualTo("events 2 to 4: 2 again, 1 not sent yet");
              assertThat(entry.actor()).contains(new Actor.CoreBanking("CORE"));
              assertThat(entry).extracting(AuditEntry::bank).isEqualTo(BANK);
            });
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "5, 4", "-1, 1", "1, 1001"})
  void aRangeHasOneNumberToAThousandFromOneOn(long from, long to) {
    assertThatThrownBy(() -> resend(from, to)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBankWithoutAProfileIsNotServed() {
    ResendRequest request =
        new ResendRequest(key(), new BankId("nobody"), 1, 2, new Actor.CoreBanking("CORE"));
    assertThatThrownBy(() -> decisions.resend(request)).isInstanceOf(BankNotServed.class);
  }
}
