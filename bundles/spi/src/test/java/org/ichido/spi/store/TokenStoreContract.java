package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.ichido.api.ContractId;
import org.ichido.api.HashFunction;
import org.ichido.api.Lock;
import org.ichido.api.OtpParameters;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.TokenId;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.spi.SealedSeed;
import org.junit.jupiter.api.Test;

/**
 * What every token store must do with tokens. Extended beside each implementation, as are the other
 * contracts of this package.
 */
public abstract class TokenStoreContract extends TokenStoreFixture {
  @Test
  void aTokenComesBackAsItWasAdded() {
    TokenRow soft = token("T1", "alice");
    TokenRow full =
        new TokenRow(
            new TokenId("T2"),
            BANK,
            new ContractId("C2"),
            List.of(new UserId("zoe"), new UserId("bob")),
            TokenKind.HARD,
            TokenState.ACTIVE,
            new OtpParameters("totp", HashFunction.SHA512, 8, Duration.ofSeconds(60)),
            Optional.of(new SealedSeed(7, new byte[100])),
            new Attempts(4711, 3, Optional.of(new Lock.Until(NOW, NOW.plusSeconds(600)))),
            0,
            Optional.empty(),
            new Expiry(Optional.of(NOW.plus(Duration.ofDays(3650))), false),
            NOW.minusSeconds(1),
            Optional.empty(),
            0);

    store().transact(writing(new Change.AddToken(soft), new Change.AddToken(full)));

    assertThat(onlyToken(ALICE)).isEqualTo(soft);
    assertThat(find(Optional.of("T2"), Optional.empty())).containsExactly(full);
  }

  @Test
  void everyUserOfASharedTokenFindsIt() {
    store().transact(writing(new Change.AddToken(token("T1", "alice", "bob"))));

    assertThat(onlyToken(holder("bob"))).isEqualTo(onlyToken(ALICE));
  }

  @Test
  void tokensAreFoundByContractAndInTheOrderOfRegistration() {
    TokenRow late = registered("T1", "C1", "alice", NOW.plusSeconds(1));
    TokenRow early = registered("T2", "C1", "bob", NOW);
    TokenRow other = registered("T3", "C0", "carol", NOW.plusSeconds(2));
    store()
        .transact(
            writing(
                new Change.AddToken(late), new Change.AddToken(early), new Change.AddToken(other)));

    assertThat(find(Optional.empty(), Optional.empty())).containsExactly(other, early, late);
    assertThat(find(Optional.empty(), Optional.of("C1"))).containsExactly(early, late);
    assertThat(find(Optional.of("T4"), Optional.empty())).isEmpty();
    assertThat(
            store().find(new TokenQuery(Optional.empty(), Optional.of(BANK), Optional.empty(), 2)))
        .containsExactly(other, early);
  }

  @Test
  void aUsersTokensComeNewestFirstWithTheRevokedOnes() {
    TokenRow old = registered("T1", "C1", "alice", NOW);
    store().transact(writing(new Change.AddToken(old)));
    store().transact(writing(new Change.UpdateToken(revoked(old))));
    TokenRow fresh = registered("T2", "C1", "alice", NOW.plusSeconds(1));
    store().transact(writing(new Change.AddToken(fresh)));

    List<TokenRow> tokens =
        store().transact(unit(Reads.tokensOf(ALICE), r -> new Decided<>(r.tokens(), List.of())));

    assertThat(tokens).extracting(TokenRow::id).containsExactly(fresh.id(), old.id());
    assertThat(tokens.get(1).state()).isEqualTo(TokenState.REVOKED);
  }

  @Test
  void aSecondActiveTokenOfAUserIsDecidedAgain() {
    store().transact(writing(new Change.AddToken(token("T1", "alice"))));
    AtomicInteger decisions = new AtomicInteger();

    String outcome =
        store()
            .transact(
                unit(
                    Reads.tokensOf(ALICE),
                    rows ->
                        decisions.getAndIncrement() == 0
                            ? new Decided<>(
                                "added", List.of(new Change.AddToken(token("T2", "alice"))))
                            : new Decided<>("still bound " + rows.tokens().size(), List.of())));

    assertThat(outcome).isEqualTo("still bound 1");
    assertThat(find(Optional.of("T2"), Optional.empty())).isEmpty();
  }

  @Test
  void anUpdateWritesTheChangingColumnsAndRaisesTheVersion() {
    store().transact(writing(new Change.AddToken(token("T1", "alice"))));
    Lock lock = new Lock.UntilUnlocked(NOW);

    change(row -> row.accepted(42));
    assertThat(onlyToken(ALICE).lastFactor()).isEqualTo(42);
    assertThat(onlyToken(ALICE).version()).isEqualTo(1);

    change(row -> row.failed(Optional.of(lock)));
    assertThat(onlyToken(ALICE).failures()).isEqualTo(1);
    assertThat(onlyToken(ALICE).lock()).contains(lock);
    assertThat(onlyToken(ALICE).version()).isEqualTo(2);

    change(TokenRow::unlocked);
    assertThat(onlyToken(ALICE).lock()).isEmpty();
    assertThat(onlyToken(ALICE).lastFactor()).isEqualTo(42);
  }

  @Test
  void aStaleVersionWritesNothingAndDecidesAgainFromFreshRows() {
    store().transact(writing(new Change.AddToken(token("T1", "alice"))));
    TokenRow stale = onlyToken(ALICE);
    change(row -> row.accepted(10));
    AtomicInteger decisions = new AtomicInteger();

    long seen =
        store()
            .transact(
                unit(
                    Reads.tokensOf(ALICE),
                    rows -> {
                      boolean first = decisions.getAndIncrement() == 0;
                      TokenRow row = first ? stale : rows.tokens().get(0);
                      return new Decided<>(
                          row.version(),
                          List.of(
                              new Change.Append(audited(ALICE, "attempt-" + decisions.get())),
                              new Change.UpdateToken(row.accepted(11))));
                    }));

    assertThat(decisions).hasValue(2);
    assertThat(seen).isEqualTo(1);
    assertThat(onlyToken(ALICE).lastFactor()).isEqualTo(11);
    assertThat(store().audit(ALICE, 10)).containsExactly(audited(ALICE, "attempt-2"));
    assertThat(store().verifyAuditChain().intact()).isTrue();
  }

  @Test
  void theLastFactorNeverGoesBack() {
    store().transact(writing(new Change.AddToken(token("T1", "alice"))));
    TokenRow before = onlyToken(ALICE).accepted(5);
    store().transact(writing(new Change.UpdateToken(before.accepted(100))));
    TokenRow forged = withVersion(before, 1);

    assertThatThrownBy(() -> store().transact(writing(new Change.UpdateToken(forged))))
        .isInstanceOf(StoreUnavailable.class);
    assertThat(onlyToken(ALICE).lastFactor()).isEqualTo(100);
  }

  @Test
  void sealedSeedsAreHeldOnceThereIsAToken() {
    assertThat(store().holdsSealedSeeds()).isFalse();
    store().transact(writing(new Change.AddToken(token("T1", "alice"))));
    assertThat(store().holdsSealedSeeds()).isTrue();
  }

  private void change(Function<TokenRow, TokenRow> change) {
    store()
        .transact(
            unit(
                Reads.tokensOf(ALICE),
                rows ->
                    new Decided<>(
                        "changed",
                        List.of(new Change.UpdateToken(change.apply(rows.tokens().get(0)))))));
  }

  private static TokenRow registered(String id, String contract, String user, Instant at) {
    TokenRow row = token(id, user);
    return copy(row, new ContractId(contract), row.state(), at, 0);
  }

  private static TokenRow revoked(TokenRow row) {
    return copy(row, row.contract(), TokenState.REVOKED, row.registered(), row.version());
  }

  private static TokenRow withVersion(TokenRow row, long version) {
    return copy(row, row.contract(), row.state(), row.registered(), version);
  }

  private static TokenRow copy(
      TokenRow row, ContractId contract, TokenState state, Instant registered, long version) {
    return new TokenRow(
        row.id(),
        row.bank(),
        contract,
        row.users(),
        row.kind(),
        state,
        row.otp(),
        row.seed(),
        new Attempts(row.lastFactor(), row.failures(), row.lock()),
        row.drift(),
        row.suspension(),
        new Expiry(row.expires(), row.expiry().told()),
        registered,
        row.enrolment(),
        version);
  }
}
