package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ichido.api.TokenId;
import org.ichido.api.stock.HardTokenState;
import org.junit.jupiter.api.Test;

/**
 * What every token store must do with the device of a token whose life is over (S4-35). Extended
 * beside each implementation.
 */
public abstract class RetireContract extends LifeFixture {
  private static final HardTokenRow ACTIVE = device("H1", "900-1").registeredWith(ALICE.contract());
  private static final Change RETIRED = new Change.RetireHardToken(ACTIVE.id());

  @Test
  void theDeviceIsRevokedAndItsSeedIsGone() {
    write(new Change.AddHardToken(ACTIVE), new Change.AddHardToken(device("H2", "900-2")));
    write(RETIRED);

    HardTokenRow retired = byId("H1");

    assertThat(retired.state()).isEqualTo(HardTokenState.REVOKED);
    assertThat(retired.contract()).as("for ever").contains(ALICE.contract());
    assertThat(retired.seed()).isEmpty();
    assertThat(retired.version()).isEqualTo(1);
    assertThat(byId("H2")).isEqualTo(device("H2", "900-2"));
  }

  /** Every token that ends says so, also one that has no device in stock. */
  @Test
  void ofATokenWithoutADeviceNothingHappens() {
    write(RETIRED, new Change.AddHardToken(device("H2", "900-2")));

    assertThat(byId("H2")).isEqualTo(device("H2", "900-2"));
  }

  @Test
  void whatIsOverStaysAsItIs() {
    HardTokenRow disposed = ACTIVE.moved(HardTokenState.DISPOSED);
    write(new Change.AddHardToken(disposed), new Change.AddHardToken(device("H2", "900-2")));
    Change second = new Change.RetireHardToken(new TokenId("H2"));
    write(RETIRED, second, second);

    assertThat(byId("H1")).isEqualTo(disposed);
    assertThat(byId("H2").version()).as("retired once").isEqualTo(1);
  }

  @Test
  void whoeverChangesTheDeviceAtTheSameTimeDecidesAgain() {
    write(new Change.AddHardToken(ACTIVE));
    write(RETIRED);

    assertDecidedAgain(new Change.UpdateHardToken(ACTIVE.moved(HardTokenState.RETURNED)));

    assertThat(byId("H1").state()).isEqualTo(HardTokenState.REVOKED);
  }

  private HardTokenRow byId(String id) {
    return load(Reads.NOTHING.withDelivered(
            new Reads.Delivered(BANK, List.of(), List.of(new TokenId(id)))))
        .hardTokens()
        .get(0);
  }
}
