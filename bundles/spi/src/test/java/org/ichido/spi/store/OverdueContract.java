package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.ichido.api.BankId;
import org.ichido.api.Holder;
import org.ichido.api.TokenId;
import org.ichido.api.TokenState;
import org.junit.jupiter.api.Test;

/** What every token store must find when its time has come. Extended beside each implementation. */
public abstract class OverdueContract extends LifeFixture {
  private static final Holder BOB = holder("bob");

  /** An instant belongs to what comes after it. */
  @Test
  void anEnrolmentIsOverdueFromItsDeadlineOn() {
    write(new Change.AddToken(issued("T1", ALICE, 1)));

    assertThat(overdue(DEADLINE.minusNanos(1))).isEmpty();
    assertThat(overdue(DEADLINE)).containsExactly(new TokenId("T1"));
    assertThat(overdue(DEADLINE.plusNanos(1))).containsExactly(new TokenId("T1"));
    assertThat(store().overdue(new BankId("ginsan"), DEADLINE, 10)).isEmpty();

    changed(ALICE, row -> initialised(row, PHONE));
    assertThat(overdue(DEADLINE)).containsExactly(new TokenId("T1"));
    changed(ALICE, LifeFixture::confirmed);
    assertThat(overdue(DEADLINE)).isEmpty();
  }

  @Test
  void anActiveTokenIsOverdueFromItsExpiryUntilThatIsTold() {
    write(
        new Change.AddToken(confirmed(initialised(issued("T1", ALICE, 1), PHONE))),
        new Change.AddToken(token("T2", "bob")));

    assertThat(overdue(EXPIRY.minusNanos(1))).isEmpty();
    assertThat(overdue(EXPIRY)).containsExactly(new TokenId("T1"));

    changed(ALICE, TokenRow::withExpiryTold);
    assertThat(overdue(EXPIRY)).isEmpty();
    changed(ALICE, row -> row.renewed(EXPIRY.plusSeconds(1)));
    assertThat(overdue(EXPIRY)).isEmpty();
    assertThat(overdue(EXPIRY.plusSeconds(1))).containsExactly(new TokenId("T1"));
    changed(ALICE, row -> row.ended(TokenState.REVOKED));
    assertThat(overdue(EXPIRY.plusSeconds(1))).isEmpty();
  }

  @Test
  void theLongestOverdueComeFirstAndNoMoreThanAskedFor() {
    write(
        new Change.AddToken(confirmed(initialised(issued("T1", ALICE, 1), PHONE))),
        new Change.AddToken(issued("T2", BOB, 2)));

    assertThat(overdue(EXPIRY)).containsExactly(new TokenId("T2"), new TokenId("T1"));
    assertThat(store().overdue(BANK, EXPIRY, 1))
        .extracting(TokenRow::id)
        .containsExactly(new TokenId("T2"));
  }

  private List<TokenId> overdue(Instant now) {
    return store().overdue(BANK, now, 10).stream().map(TokenRow::id).toList();
  }
}
