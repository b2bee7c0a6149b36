package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.junit.jupiter.api.Test;

/**
 * What every token store must do with what records say of themselves. Extended beside each
 * implementation.
 */
public abstract class RecordMarkContract extends LifeFixture {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  private static final Requester IB = key("R").requester();

  private static InboxRow request(String id, Instant at, RecordMark mark) {
    InboxRow row = answer(id, "x", at);
    return new InboxRow(row.key(), row.fingerprint(), row.reply(), at, Optional.of(mark));
  }

  private static RecordMark mark(String branch, LocalDate day, long serial, String code) {
    return new RecordMark(BANK, "CHANNEL1", day, serial, branch, "VERIFY", code);
  }

  @Test
  void aRequestIsFoundByTheSerialNumberOfItsRecord() {
    InboxRow row = request("R1", NOW, mark("001", DAY, 42, "0000"));
    write(new Change.Remember(row));
    write(new Change.Remember(answer("R2", "no record", NOW)));

    assertThat(store().marked(IB, "CHANNEL1", DAY, 42)).contains(row);
    assertThat(remembered("R1")).contains(row);
    assertThat(remembered("R2").orElseThrow().mark()).isEmpty();
    assertThat(store().marked(IB, "CHANNEL1", DAY, 43)).isEmpty();
    assertThat(store().marked(IB, "CHANNEL1", DAY.plusDays(1), 42)).isEmpty();
    assertThat(store().marked(IB, "CHANNEL2", DAY, 42)).isEmpty();
    assertThat(store().marked(new Requester("OTHER"), "CHANNEL1", DAY, 42)).isEmpty();
  }

  /** A host that numbers twice gets an answer all the same. */
  @Test
  void ofTwoWithOneNumberTheOneJudgedLastIsFound() {
    InboxRow late = request("R2", NOW.plusSeconds(1), mark("001", DAY, 42, "0000"));
    write(
        new Change.Remember(late),
        new Change.Remember(request("R1", NOW, mark("001", DAY, 42, "1001"))));

    assertThat(store().marked(IB, "CHANNEL1", DAY, 42)).contains(late);
  }

  @Test
  void aDayIsCountedByBranchTypeAndResponse() {
    BankId ginsan = new BankId("ginsan");
    RequestKey elsewhere = new RequestKey(new Requester("G"), new RequestId("R1"));
    InboxRow plain = answer("R0", "x", NOW);
    RecordMark other = new RecordMark(ginsan, "CHANNEL1", DAY, 1, "001", "VERIFY", "0000");
    write(
        new Change.Remember(plain),
        new Change.Remember(request("R1", NOW, mark("002", DAY, 1, "0000"))),
        new Change.Remember(request("R2", NOW, mark("001", DAY, 2, "1001"))),
        new Change.Remember(request("R3", NOW, mark("001", DAY, 3, "0000"))),
        new Change.Remember(request("R4", NOW, mark("001", DAY, 4, "0000"))),
        new Change.Remember(
            request("R5", NOW, new RecordMark(BANK, "OPS", DAY, 1, "001", "UNLOCK", "0000"))),
        new Change.Remember(request("R6", NOW, mark("001", DAY.plusDays(1), 5, "0000"))),
        new Change.Remember(
            new InboxRow(elsewhere, plain.fingerprint(), plain.reply(), NOW, Optional.of(other))));

    assertThat(store().totals(BANK, DAY))
        .containsExactly(
            new Total("001", "UNLOCK", "0000", 1),
            new Total("001", "VERIFY", "0000", 2),
            new Total("001", "VERIFY", "1001", 1),
            new Total("002", "VERIFY", "0000", 1));
    assertThat(store().totals(ginsan, DAY))
        .isEqualTo(List.of(new Total("001", "VERIFY", "0000", 1)));
    assertThat(store().totals(BANK, DAY.minusDays(1))).isEmpty();
  }

  @Test
  void whatIsForgottenIsNeitherFoundNorCounted() {
    write(
        new Change.Remember(request("R1", NOW, mark("001", DAY, 1, "0000"))),
        new Change.Remember(request("R2", NOW.plusSeconds(1), mark("001", DAY, 2, "0000"))));

    write(new Change.Forget(NOW.plusSeconds(1), 10));

    assertThat(store().marked(IB, "CHANNEL1", DAY, 1)).isEmpty();
    assertThat(store().marked(IB, "CHANNEL1", DAY, 2)).isPresent();
    assertThat(store().totals(BANK, DAY)).containsExactly(new Total("001", "VERIFY", "0000", 1));
  }
}
