package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.Drained;
import org.ichido.api.RequestId;
import org.ichido.api.Requester;
import org.junit.jupiter.api.Test;

/**
 * What every token store must do with drained banks, parked replies and figures. Extended beside
 * each implementation.
 */
public abstract class OperationsContract extends TokenStoreFixture {
  private static final Drained MARK = new Drained(BANK, NOW, new Actor.Administrator("vera"));

  protected static ParkedRow parked(String messageId, Instant at) {
    return new ParkedRow(
        ParkedRow.UNNUMBERED,
        BANK,
        new Requester("kinsan.channel"),
        Optional.of(new RequestId("R1")),
        Optional.of(ALICE),
        messageId,
        "queue://QM1/CORE.REPLY?targetClient=1",
        "ID:correlation",
        true,
        7,
        Optional.of(at.plusSeconds(30)),
        true,
        new StoredReply("受付完了".getBytes(StandardCharsets.UTF_8), 1208, 1),
        "2035: not authorised",
        at);
  }

  private static ParkedRow numbered(long number, ParkedRow row) {
    return new ParkedRow(
        number,
        row.bank(),
        row.requester(),
        row.request(),
        row.holder(),
        row.messageId(),
        row.queue(),
        row.correlationId(),
        row.persistent(),
        row.priority(),
        row.expires(),
        row.text(),
        row.reply(),
        row.why(),
        row.at());
  }

  private List<ParkedRow> parked() {
    return store().parked(BANK, 100);
  }

  private void write(Change... changes) {
    store().transact(writing(changes));
  }

  @Test
  void aDrainedBankKeepsItsFirstMarkUntilItIsTakenOff() {
    Drained later = new Drained(BANK, NOW.plusSeconds(9), new Actor.Administrator("otto"));
    Drained other = new Drained(new BankId("ginsan"), NOW, new Actor.Administrator("otto"));
    write(new Change.Drain(MARK));
    write(new Change.Drain(later), new Change.Drain(other));

    assertThat(store().drained()).containsExactlyInAnyOrder(MARK, other);

    write(new Change.Resume(BANK));
    write(new Change.Resume(BANK));
    assertThat(store().drained()).containsExactly(other);
  }

  @Test
  void aParkedReplyComesBackWholeAndNumbered() {
    ParkedRow full = parked("M1", NOW);
    ParkedRow bare =
        new ParkedRow(
            ParkedRow.UNNUMBERED,
            BANK,
            new Requester("kinsan.channel"),
            Optional.empty(),
            Optional.empty(),
            "M2",
            "Q",
            "C",
            false,
            0,
            Optional.empty(),
            false,
            new StoredReply(new byte[] {0, -1}, 0, 2),
            "",
            NOW);
    write(new Change.Park(full), new Change.Append(audited(ALICE, "R1")));
    write(new Change.Park(bare));

    long first = parked().get(0).number();
    assertThat(first).isPositive();
    assertThat(parked()).containsExactly(numbered(first, full), numbered(first + 1, bare));
    assertThat(store().parked(BANK, 1)).hasSize(1);
    assertThat(store().parked(new BankId("ginsan"), 100)).isEmpty();
  }

  @Test
  void theReplyToOneMessageIsParkedOnce() {
    write(new Change.Park(parked("M1", NOW)));
    write(new Change.Park(parked("M1", NOW.plusSeconds(1))));

    assertThat(parked()).singleElement().satisfies(row -> assertThat(row.at()).isEqualTo(NOW));
  }

  /** A host may give all its messages one id. */
  @Test
  void anotherReplyUnderTheSameMessageIdIsParkedToo() {
    ParkedRow first = parked("M1", NOW);
    ParkedRow other =
        new ParkedRow(
            first.number(),
            first.bank(),
            first.requester(),
            Optional.of(new RequestId("R2")),
            first.holder(),
            first.messageId(),
            first.queue(),
            first.correlationId(),
            first.persistent(),
            first.priority(),
            first.expires(),
            first.text(),
            new StoredReply(new byte[] {1, 2}, 1208, 1),
            first.why(),
            first.at());
    write(new Change.Park(first));
    write(new Change.Park(other));

    assertThat(parked()).hasSize(2);
  }

  @Test
  void aNumberIsNeverGivenAgain() {
    write(new Change.Park(parked("M1", NOW)));
    long first = parked().get(0).number();
    write(new Change.Unpark(first), new Change.Append(audited(ALICE, "R1")));
    assertThat(parked()).isEmpty();

    write(new Change.Park(parked("M1", NOW)));
    assertThat(parked().get(0).number()).isGreaterThan(first);
    write(new Change.Unpark(first));
    assertThat(parked()).hasSize(1);
  }

  @Test
  void whatIsForgottenIsForgottenWithItsParkedReplies() {
    for (int i = 0; i < 5; i++) {
      Instant at = NOW.plus(Duration.ofSeconds(i));
      write(new Change.Remember(answer("R" + i, "x", at)), new Change.Park(parked("M" + i, at)));
    }

    write(new Change.Forget(NOW.plusSeconds(4), 3));

    assertThat(parked()).extracting(ParkedRow::messageId).containsExactly("M3", "M4");
    assertThat(store().inbox()).isEqualTo(new InboxFigures(2, Optional.of(NOW.plusSeconds(3)), 3));
  }

  @Test
  void anEmptyMemoryHasNoOldestAnswer() {
    assertThat(store().inbox()).isEqualTo(new InboxFigures(0, Optional.empty(), 0));
  }
}
