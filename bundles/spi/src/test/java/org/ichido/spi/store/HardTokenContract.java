package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.TokenId;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.StockCount;
import org.ichido.api.stock.StockQuery;
import org.ichido.api.stock.TokenSerial;
import org.junit.jupiter.api.Test;

/** What every token store must do with delivered devices. Extended beside each implementation. */
public abstract class HardTokenContract extends LifeFixture {
  private static final BankId GINSAN = new BankId("ginsan");
  private static final HardTokenRow H1 = device("H1", "900-1");

  @Test
  void aDeviceComesBackWholeAndChanges() {
    write(new Change.AddHardToken(H1));
    assertThat(byId("H1")).containsExactly(H1);

    write(new Change.UpdateHardToken(H1.moved(HardTokenState.ORDERED)));
    HardTokenRow ordered = byId("H1").get(0);
    assertThat(ordered).isEqualTo(as(H1.moved(HardTokenState.ORDERED), 1));

    write(new Change.UpdateHardToken(ordered.registeredWith(ALICE.contract())));
    HardTokenRow registered = byId("H1").get(0);
    assertThat(registered.state()).isEqualTo(HardTokenState.ACTIVE);
    assertThat(registered.contract()).contains(ALICE.contract());
    assertThat(registered.seed()).contains(SEED);
  }

  /** S4-35: no other contract, not after the revocation either. */
  @Test
  void aDeviceBelongsToItsFirstContractForEver() {
    HardTokenRow bound = H1.registeredWith(ALICE.contract());
    HardTokenRow revoked = bound.moved(HardTokenState.REVOKED);
    write(new Change.AddHardToken(H1), new Change.UpdateHardToken(revoked));

    HardTokenRow stored = byId("H1").get(0);

    assertThat(stored.contract()).contains(ALICE.contract());
    assertThat(stored.seed()).as("of what is over").isEmpty();
    assertThatThrownBy(() -> bound.registeredWith(new ContractId("C2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another contract");
    assertThatThrownBy(() -> stored.registeredWith(ALICE.contract()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("REVOKED for ever");
  }

  @Test
  void devicesAreFoundBySerialWithinTheBankAndByIdInAll() {
    HardTokenRow elsewhere = ofBank(device("H2", "900-1"), GINSAN);
    write(new Change.AddHardToken(H1), new Change.AddHardToken(elsewhere));

    assertThat(delivered(List.of("900-1", "900-2"), List.of())).containsExactly(H1);
    assertThat(delivered(List.of(), List.of("H2", "H9"))).containsExactly(elsewhere);
    assertThat(delivered(List.of("900-1"), List.of("H1"))).as("each once").containsExactly(H1);
    assertThat(delivered(List.of("900-9"), List.of())).isEmpty();
    assertThat(load(Reads.NOTHING).hardTokens()).isEmpty();
  }

  @Test
  void aSerialOrASeedThatIsThereIsDecidedAgain() {
    write(new Change.AddHardToken(H1));

    assertDecidedAgain(new Change.AddHardToken(device("H2", "900-1")));
    assertDecidedAgain(new Change.AddHardToken(ofBank(device("H1", "900-2"), GINSAN)));
    assertThat(byId("H1")).containsExactly(H1);
    assertThat(byId("H2")).isEmpty();
  }

  @Test
  void aStaleDeviceAndOneThatIsNotThereAreDecidedAgain() {
    assertDecidedAgain(new Change.UpdateHardToken(H1));
    write(new Change.AddHardToken(H1));
    write(new Change.UpdateHardToken(H1.moved(HardTokenState.ORDERED)));

    assertDecidedAgain(new Change.UpdateHardToken(H1.moved(HardTokenState.DISPOSED)));
    assertThat(byId("H1").get(0).state()).isEqualTo(HardTokenState.ORDERED);
  }

  @Test
  void devicesAreCountedByBranchAndState() {
    write(
        new Change.AddHardToken(at(device("H1", "900-1"), "013")),
        new Change.AddHardToken(device("H2", "900-2")),
        new Change.AddHardToken(device("H3", "900-3").moved(HardTokenState.DISPOSED)),
        new Change.AddHardToken(device("H4", "900-4")),
        new Change.AddHardToken(ofBank(device("H5", "900-5"), GINSAN)));

    assertThat(store().stock(BANK))
        .containsExactly(
            new StockCount("012", HardTokenState.IN_STOCK, 2),
            new StockCount("012", HardTokenState.DISPOSED, 1),
            new StockCount("013", HardTokenState.IN_STOCK, 1));
    assertThat(store().stock(new BankId("dosan"))).isEmpty();
  }

  /** S4-40: the day on which the battery ends is the last that is not found. */
  @Test
  void devicesAreListedByTheEndOfTheirBatteries() {
    LocalDate day = H1.batteryEnd();
    HardTokenRow later = ending(at(device("H2", "900-0"), "013"), day.plusDays(1));
    HardTokenRow ordered = device("H3", "900-3").moved(HardTokenState.ORDERED);
    write(
        new Change.AddHardToken(later),
        new Change.AddHardToken(ordered),
        new Change.AddHardToken(H1),
        new Change.AddHardToken(ofBank(device("H4", "900-4"), GINSAN)));
    HardTokenRow over = device("H5", "900-5").moved(HardTokenState.DISPOSED);
    write(new Change.AddHardToken(over));

    assertThat(list(Optional.empty(), Optional.empty(), Optional.empty(), 10))
        .containsExactly(H1, ordered, over, later);
    assertThat(list(Optional.empty(), Optional.empty(), Optional.empty(), 1)).containsExactly(H1);
    assertThat(list(Optional.empty(), Optional.empty(), Optional.of(day), 10)).isEmpty();
    assertThat(list(Optional.empty(), Optional.empty(), Optional.of(day.plusDays(1)), 10))
        .containsExactly(H1, ordered);
    assertThat(list(Optional.of("013"), Optional.empty(), Optional.empty(), 10))
        .containsExactly(later);
    assertThat(
            list(
                Optional.of("012"),
                Optional.of(HardTokenState.ORDERED),
                Optional.of(day.plusDays(9)),
                10))
        .containsExactly(ordered);
  }

  /** A vault that made new keys then could open no device of the stock. */
  @Test
  void theStoreHoldsTheSealedSeedsOfItsStock() {
    assertThat(store().holdsSealedSeeds()).isFalse();
    write(new Change.AddHardToken(H1));
    assertThat(store().holdsSealedSeeds()).isTrue();
    write(new Change.UpdateHardToken(H1.moved(HardTokenState.DISPOSED)));
    assertThat(store().holdsSealedSeeds()).isFalse();
  }

  private List<HardTokenRow> byId(String id) {
    return delivered(List.of(), List.of(id));
  }

  private List<HardTokenRow> delivered(List<String> serials, List<String> ids) {
    return load(Reads.NOTHING.withDelivered(
            new Reads.Delivered(
                BANK,
                serials.stream().map(TokenSerial::new).toList(),
                ids.stream().map(TokenId::new).toList())))
        .hardTokens();
  }

  private List<HardTokenRow> list(
      Optional<String> branch,
      Optional<HardTokenState> state,
      Optional<LocalDate> before,
      int atMost) {
    return store().hardTokens(new StockQuery(BANK, branch, state, before, atMost));
  }

  private static HardTokenRow as(HardTokenRow row, long version) {
    return copy(row, row.bank(), row.batteryEnd(), row.branch(), version);
  }

  private static HardTokenRow ofBank(HardTokenRow row, BankId bank) {
    return copy(row, bank, row.batteryEnd(), row.branch(), row.version());
  }

  private static HardTokenRow at(HardTokenRow row, String branch) {
    return copy(row, row.bank(), row.batteryEnd(), branch, row.version());
  }

  private static HardTokenRow ending(HardTokenRow row, LocalDate day) {
    return copy(row, row.bank(), day, row.branch(), row.version());
  }

  private static HardTokenRow copy(
      HardTokenRow row, BankId bank, LocalDate batteryEnd, String branch, long version) {
    return new HardTokenRow(
        row.id(),
        bank,
        row.serial(),
        row.otp(),
        row.seed(),
        row.drift(),
        batteryEnd,
        branch,
        row.state(),
        row.contract(),
        row.delivered(),
        version);
  }
}
