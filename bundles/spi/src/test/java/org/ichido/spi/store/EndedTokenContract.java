package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ichido.api.Holder;
import org.ichido.api.TokenId;
import org.ichido.api.TokenState;
import org.junit.jupiter.api.Test;

/**
 * What every token store must do when a token's life is over. Extended beside each implementation.
 */
public abstract class EndedTokenContract extends LifeFixture {
  private static final Holder BOB = holder("bob");

  /** S0-36, S1-7: a revoked token's sealed seed is gone, and so is a dead activation password. */
  @Test
  void anEndedTokenKeepsNeitherSeedNorActivationPassword() {
    write(
        new Change.AddToken(initialised(issued("T1", ALICE, 1), PHONE)),
        new Change.AddToken(issued("T2", BOB, 2)));
    assertThat(store().holdsSealedSeeds()).isTrue();

    TokenRow revoked = changed(ALICE, row -> row.ended(TokenState.REVOKED));
    TokenRow cancelled = changed(BOB, row -> row.ended(TokenState.CANCELLED));

    assertThat(revoked.state()).isEqualTo(TokenState.REVOKED);
    assertThat(revoked.seed()).isEmpty();
    assertThat(cancelled.enrolment().orElseThrow().password()).isEmpty();
    assertThat(store().holdsSealedSeeds()).isFalse();
  }

  /** The store's own law, whatever a decision forgot. */
  @Test
  void anEndedTokenThatIsHandedInWithItsSecretsLosesThem() {
    TokenRow live = issued("T1", ALICE, 1);
    TokenRow careless =
        new TokenRow(
            live.id(),
            live.bank(),
            live.contract(),
            live.users(),
            live.kind(),
            TokenState.CANCELLED,
            live.otp(),
            Optional.of(SEED),
            new Attempts(live.lastFactor(), 0, Optional.empty()),
            0,
            Optional.empty(),
            new Expiry(Optional.empty(), false),
            live.registered(),
            live.enrolment(),
            0);
    write(new Change.AddToken(live));
    write(new Change.UpdateToken(careless));
    assertThat(onlyToken(ALICE)).isEqualTo(version(live.ended(TokenState.CANCELLED), 1));

    TokenRow other = version(careless, 0);
    write(new Change.AddToken(renamed(other, "T2", 2)));
    assertThat(find(Optional.of("T2"), Optional.empty()).get(0).seed()).isEmpty();
    assertThat(store().holdsSealedSeeds()).isFalse();
  }

  @Test
  void tokensThatWaitForTheirActivationHoldNoSealedSeed() {
    write(new Change.AddToken(issued("T1", ALICE, 1)));
    assertThat(store().holdsSealedSeeds()).isFalse();

    changed(ALICE, row -> initialised(row, PHONE));
    assertThat(store().holdsSealedSeeds()).isTrue();
  }

  private static TokenRow renamed(TokenRow row, String id, int number) {
    return new TokenRow(
        new TokenId(id),
        row.bank(),
        row.contract(),
        row.users(),
        row.kind(),
        row.state(),
        row.otp(),
        row.seed(),
        new Attempts(row.lastFactor(), row.failures(), row.lock()),
        row.drift(),
        row.suspension(),
        new Expiry(row.expires(), row.expiry().told()),
        row.registered(),
        issued(id, ALICE, number).enrolment(),
        0);
  }
}
