package org.ichido.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditEntryTest {
  private static final Instant AT = Instant.parse("2026-11-22T03:00:00Z");
  private static final BankId BANK = new BankId("kinsan");
  private static final ContractId CONTRACT = new ContractId("C0001");
  private static final TokenId TOKEN = new TokenId("t-1");
  private static final Actor ACTOR = new Actor.Administrator("vera");

  private static final RequestKey REQUEST =
      new RequestKey(new Requester("shell"), new RequestId("r-1"));

  @Test
  void whatIsAddedBitByBitIsWhatIsSaidAtOnce() {
    assertThat(
            AuditEntry.of(AT, AuditEvent.REFUSED, BANK)
                .withContract(CONTRACT)
                .withRequest(REQUEST)
                .withToken(TOKEN)
                .withActor(ACTOR)
                .withCause(Cause.USED)
                .withFactor(7)
                .withDetail("seen before"))
        .isEqualTo(
            new AuditEntry(
                AT,
                AuditEvent.REFUSED,
                BANK,
                Optional.of(CONTRACT),
                Optional.empty(),
                Optional.of(TOKEN),
                Optional.of(REQUEST),
                Optional.of(ACTOR),
                Optional.of(Cause.USED),
                Optional.of(7L),
                "seen before"));
  }

  @Test
  void anEntryAboutAUserNamesItsContractAndItsRequest() {
    UserId user = new UserId("taro");
    AuditEntry entry =
        AuditEntry.of(AT, AuditEvent.UNLOCKED, new Holder(BANK, CONTRACT, user), REQUEST);

    assertThat(entry.contract()).contains(CONTRACT);
    assertThat(entry.user()).contains(user);
    assertThat(entry.request()).contains(REQUEST);
  }

  /** A line of a log that somebody greps, and a row of a column of 200 characters. */
  @Test
  void aDetailIsOneLineThatFits() {
    AuditEntry entry = AuditEntry.of(AT, AuditEvent.UNLOCKED, BANK);
    assertThat(entry.withDetail("x".repeat(AuditEntry.LONGEST_DETAIL)).detail()).hasSize(200);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> entry.withDetail("x".repeat(AuditEntry.LONGEST_DETAIL + 1)));
    assertThatIllegalArgumentException().isThrownBy(() -> entry.withDetail("two\nlines"));
  }
}
