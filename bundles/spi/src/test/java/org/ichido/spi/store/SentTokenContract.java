package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.TokenId;
import org.ichido.api.TokenState;
import org.ichido.api.contract.BranchCount;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.TokenSerial;
import org.junit.jupiter.api.Test;

/**
 * What every token store must do with the token of a device that was sent and that nobody has
 * registered yet. Extended beside each implementation.
 */
public abstract class SentTokenContract extends LifeFixture {
  private static final Holder BOB = holder("bob");
  private static final HardTokenRow H1 = device("H1", "900-1");
  private static final TokenRow SENT = TokenRow.sent(H1, ALICE.contract(), NOW);

  @Test
  void aTokenWithoutUsersComesBackWhole() {
    write(new Change.AddToken(SENT));

    assertThat(find(Optional.of("H1"), Optional.empty())).containsExactly(SENT);
    assertThat(find(Optional.empty(), Optional.of("C1"))).containsExactly(SENT);
    assertThat(load(Reads.tokensOf(ALICE)).tokens()).isEmpty();
    assertThat(store().holdsSealedSeeds()).isTrue();
    assertThat(store().overdue(BANK, NOW.plusSeconds(1_000_000_000), 10)).isEmpty();
  }

  /** S4-36: wrong codes lock it before anybody registered it. */
  @Test
  void itsAttemptsCount() {
    write(new Change.AddToken(SENT));
    write(new Change.UpdateToken(SENT.failed(Optional.empty()).withSuspension(stopped())));

    TokenRow failed = find(Optional.of("H1"), Optional.empty()).get(0);

    assertThat(failed)
        .isEqualTo(version(SENT.failed(Optional.empty()).withSuspension(stopped()), 1));
    write(new Change.UpdateToken(failed.ended(TokenState.CANCELLED)));
    assertThat(store().holdsSealedSeeds()).isFalse();
  }

  @Test
  void theWholeContractHasItBesideTheTokensOfItsUsers() {
    write(
        new Change.PutContract(contract(C1), true),
        new Change.AddToken(SENT),
        new Change.AddToken(issued("T1", ALICE, 1)),
        new Change.AddToken(token("H2", "carol", "bob")));

    Rows rows = load(Reads.NOTHING.withWhole(C1));

    assertThat(rows.contractTokens())
        .containsExactly(SENT, token("H2", "carol", "bob"), issued("T1", ALICE, 1));
    assertThat(store().count(BANK)).containsExactly(new BranchCount("001", 1, 0, 0, 1, 1, 1));
  }

  /** A registration names a serial: the device comes with its token, whoever's that is. */
  @Test
  void theTokensOfDevicesComeWithTheDevices() {
    HardTokenRow inStock = device("H2", "900-2");
    HardTokenRow shared = device("H3", "900-3").moved(HardTokenState.SHIPPED);
    TokenRow elsewhere =
        TokenRow.sent(shared, new ContractId("C2"), NOW).boundTo(List.of(ALICE.user(), BOB.user()));
    write(
        new Change.AddHardToken(H1),
        new Change.AddHardToken(inStock),
        new Change.AddHardToken(shared),
        new Change.AddToken(SENT),
        new Change.AddToken(elsewhere));

    Rows rows = delivered("900-1", "900-2", "900-3", "900-4");

    assertThat(rows.hardTokens()).containsExactlyInAnyOrder(H1, inStock, shared);
    assertThat(rows.deviceTokens()).containsExactlyInAnyOrder(SENT, elsewhere);
    assertThat(delivered("900-2").deviceTokens()).isEmpty();
    assertThat(
            load(Reads.NOTHING.withDelivered(
                    new Reads.Delivered(BANK, List.of(), List.of(new TokenId("H1")))))
                .deviceTokens())
        .containsExactly(SENT);
    assertThat(load(Reads.NOTHING).deviceTokens()).isEmpty();
  }

  private static Optional<Suspension> stopped() {
    return Optional.of(new Suspension(NOW, "LOST"));
  }

  private Rows delivered(String... serials) {
    return load(
        Reads.NOTHING.withDelivered(
            new Reads.Delivered(
                BANK, List.of(serials).stream().map(TokenSerial::new).toList(), List.of())));
  }
}
