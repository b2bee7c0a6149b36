package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.groups.Tuple;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.junit.jupiter.api.Test;

/** What every token store must do with its outbox. Extended beside each implementation. */
public abstract class OutboxContract extends LifeFixture {
  private static final TokenRow T1 = issued("T1", ALICE, 1);
  private static final TokenRow T2 = issued("T2", holder("bob"), 2);
  private static final BankId GINSAN = new BankId("ginsan");
  private static final Holder OTHER_BANKS = new Holder(GINSAN, ALICE.contract(), ALICE.user());
  private static final Holder OTHER_CONTRACT = new Holder(BANK, new ContractId("C2"), ALICE.user());

  private static Change.Emit event(TokenRow token, OutboxRow.Type type) {
    return new Change.Emit(OutboxRow.about(NOW, token, OutboxRow.Kind.EVENT, type, "理由"));
  }

  private static Change.Emit mail(TokenRow token) {
    return new Change.Emit(
        OutboxRow.about(NOW, token, OutboxRow.Kind.MAIL, OutboxRow.Type.ISSUED, ""));
  }

  /** Number, place in the contract, place of the token. */
  private static List<Tuple> numbers(List<OutboxRow> rows) {
    return rows.stream()
        .map(row -> Tuple.tuple(row.number(), row.contractSequence(), row.tokenSequence()))
        .toList();
  }

  private List<OutboxRow> events() {
    return store().outboxRange(BANK, 1, Long.MAX_VALUE, 100);
  }

  private static OutboxRow settled(
      OutboxRow row, OutboxRow.State state, Instant notBefore, String why) {
    return new OutboxRow(
        row.number(),
        row.bank(),
        row.kind(),
        row.type(),
        row.contract(),
        row.user(),
        row.token(),
        row.contractSequence(),
        row.tokenSequence(),
        row.at(),
        row.detail(),
        state,
        row.tries() + 1,
        notBefore,
        why);
  }

  @Test
  void whatIsEmittedWaitsWhole() {
    write(event(T1, OutboxRow.Type.LOCKED), mail(T1));

    OutboxRow event = store().outbox(BANK, OutboxRow.Kind.EVENT, NOW, 10).get(0);
    assertThat(event)
        .isEqualTo(
            new OutboxRow(
                1,
                BANK,
                OutboxRow.Kind.EVENT,
                OutboxRow.Type.LOCKED,
                ALICE.contract(),
                Optional.of(ALICE.user()),
                Optional.of(T1.id()),
                1,
                1,
                NOW,
                "理由",
                OutboxRow.State.WAITING,
                0,
                NOW,
                ""));
    OutboxRow mail = store().outbox(BANK, OutboxRow.Kind.MAIL, NOW, 10).get(0);
    assertThat(mail.type()).isEqualTo(OutboxRow.Type.ISSUED);
    assertThat(numbers(List.of(mail))).containsExactly(Tuple.tuple(2L, 0L, 0L));
    assertThat(store().outbox(GINSAN, OutboxRow.Kind.EVENT, NOW, 10)).isEmpty();
  }

  @Test
  void everyContractAndEveryTokenCountsForItself() {
    write(event(T1, OutboxRow.Type.ISSUED), mail(T1), event(T2, OutboxRow.Type.ISSUED));
    write(
        new Change.Emit(OutboxRow.about(NOW, OTHER_BANKS, OutboxRow.Type.OFF_LIST_REQUEST, "")),
        new Change.Emit(OutboxRow.about(NOW, OTHER_CONTRACT, OutboxRow.Type.OFF_LIST_REQUEST, "")),
        new Change.Emit(OutboxRow.about(NOW, ALICE, OutboxRow.Type.OFF_LIST_REQUEST, "")));
    write(event(T1, OutboxRow.Type.ACTIVATED));

    assertThat(numbers(events()))
        .containsExactly(
            Tuple.tuple(1L, 1L, 1L),
            Tuple.tuple(3L, 2L, 1L),
            Tuple.tuple(5L, 1L, 0L),
            Tuple.tuple(6L, 3L, 0L),
            Tuple.tuple(7L, 4L, 2L));
    assertThat(numbers(store().outboxRange(GINSAN, 1, 100, 100)))
        .containsExactly(Tuple.tuple(4L, 1L, 0L));
  }

  /** A number that is given to nobody would look like a lost event for ever. */
  @Test
  void numbersAreRolledBackWithTheirUnitOfWork() {
    write(event(T1, OutboxRow.Type.ISSUED));
    write(new Change.AddToken(T1));
    AtomicInteger decisions = new AtomicInteger();

    store()
        .transact(
            unit(
                Reads.NOTHING,
                rows ->
                    decisions.getAndIncrement() == 0
                        ? new Decided<>(
                            "too late",
                            List.of(
                                event(T1, OutboxRow.Type.LOCKED),
                                event(T2, OutboxRow.Type.ISSUED),
                                new Change.AddToken(T1)))
                        : new Decided<>("", List.of(event(T1, OutboxRow.Type.REVOKED)))));

    assertThat(events())
        .extracting(OutboxRow::type)
        .containsExactly(OutboxRow.Type.ISSUED, OutboxRow.Type.REVOKED);
    assertThat(numbers(events())).containsExactly(Tuple.tuple(1L, 1L, 1L), Tuple.tuple(2L, 2L, 2L));
    write(event(T2, OutboxRow.Type.ISSUED));
    assertThat(numbers(events()).get(2)).isEqualTo(Tuple.tuple(3L, 3L, 1L));
  }

  @Test
  void whatMayBeTriedOnlyLaterWaitsUntilThen() {
    write(event(T1, OutboxRow.Type.ISSUED), event(T2, OutboxRow.Type.ISSUED));
    OutboxRow first = events().get(0);
    Instant later = NOW.plusSeconds(30);

    write(new Change.Settle(settled(first, OutboxRow.State.WAITING, later, "2085")));

    assertThat(store().outbox(BANK, OutboxRow.Kind.EVENT, later.minusNanos(1), 10))
        .extracting(OutboxRow::number)
        .containsExactly(2L);
    assertThat(store().outbox(BANK, OutboxRow.Kind.EVENT, later, 10))
        .extracting(OutboxRow::number)
        .containsExactly(1L, 2L);
    assertThat(store().outbox(BANK, OutboxRow.Kind.EVENT, later, 1)).hasSize(1);
    assertThat(events().get(0)).isEqualTo(settled(first, OutboxRow.State.WAITING, later, "2085"));
  }

  @Test
  void whatIsSettledWaitsNoMoreAndNothingElseOfItChanges() {
    write(event(T1, OutboxRow.Type.ISSUED), event(T2, OutboxRow.Type.ISSUED));
    OutboxRow sent = events().get(0);
    OutboxRow failed = events().get(1);
    OutboxRow edited =
        new OutboxRow(
            sent.number(),
            GINSAN,
            OutboxRow.Kind.MAIL,
            OutboxRow.Type.REVOKED,
            OTHER_CONTRACT.contract(),
            Optional.empty(),
            Optional.empty(),
            7,
            7,
            NOW.plusSeconds(7),
            "x",
            OutboxRow.State.SENT,
            1,
            NOW,
            "");

    write(
        new Change.Settle(edited),
        new Change.Settle(settled(failed, OutboxRow.State.FAILED, NOW, "x".repeat(2_000))));

    assertThat(store().outbox(BANK, OutboxRow.Kind.EVENT, NOW, 10)).isEmpty();
    assertThat(events())
        .containsExactly(
            settled(sent, OutboxRow.State.SENT, NOW, ""),
            settled(failed, OutboxRow.State.FAILED, NOW, "x".repeat(OutboxRow.LONGEST)));
  }

  @Test
  void whatIsGoneCannotBeSettled() {
    write(event(T1, OutboxRow.Type.ISSUED));
    OutboxRow row = events().get(0);
    write(new Change.Settle(settled(row, OutboxRow.State.SENT, NOW, "")));
    write(new Change.Forget(NOW.plusSeconds(1), 10));

    write(new Change.Settle(settled(row, OutboxRow.State.WAITING, NOW, "")));

    assertThat(events()).isEmpty();
    assertThat(store().outbox(BANK, OutboxRow.Kind.EVENT, NOW, 10)).isEmpty();
  }

  @Test
  void aRangeIsWholeWhateverItsStateAndWithoutMails() {
    write(
        event(T1, OutboxRow.Type.ISSUED),
        mail(T1),
        event(T2, OutboxRow.Type.ISSUED),
        event(T1, OutboxRow.Type.ACTIVATED));
    write(new Change.Settle(settled(events().get(0), OutboxRow.State.SENT, NOW, "")));

    assertThat(store().outboxRange(BANK, 1, 3, 10))
        .extracting(OutboxRow::number)
        .containsExactly(1L, 3L);
    assertThat(store().outboxRange(BANK, 3, 4, 10))
        .extracting(OutboxRow::number)
        .containsExactly(3L, 4L);
    assertThat(store().outboxRange(BANK, 1, 4, 2)).hasSize(2);
    assertThat(store().outboxRange(BANK, 5, 9, 10)).isEmpty();
  }

  @Test
  void theOldestThatAreSettledAreForgottenSomeAtATimeAndNothingThatWaits() {
    for (int i = 0; i < 6; i++) {
      write(event(T1, OutboxRow.Type.LOCKED));
    }
    List<OutboxRow> rows = events();
    for (int i = 1; i < 6; i++) {
      OutboxRow.State state = i % 2 == 0 ? OutboxRow.State.SENT : OutboxRow.State.FAILED;
      write(new Change.Settle(settled(rows.get(i), state, NOW.plusSeconds(i), "")));
    }

    write(new Change.Forget(NOW.plusSeconds(5), 1));
    assertThat(events()).extracting(OutboxRow::number).containsExactly(1L, 4L, 5L, 6L);
    write(new Change.Forget(NOW.plusSeconds(5), 10));
    assertThat(events()).extracting(OutboxRow::number).containsExactly(1L, 6L);

    write(event(T1, OutboxRow.Type.UNLOCKED));
    assertThat(numbers(events()).get(2))
        .as("numbers outlive what had them")
        .isEqualTo(Tuple.tuple(7L, 7L, 7L));
  }

  @Test
  void numbersGoOnWhenEverythingIsForgotten() {
    write(event(T1, OutboxRow.Type.ISSUED));
    write(new Change.Settle(settled(events().get(0), OutboxRow.State.SENT, NOW, "")));
    write(new Change.Forget(NOW.plusSeconds(1), 10));
    assertThat(events()).isEmpty();

    write(event(T1, OutboxRow.Type.ACTIVATED));

    assertThat(numbers(events())).containsExactly(Tuple.tuple(2L, 2L, 2L));
  }
}
