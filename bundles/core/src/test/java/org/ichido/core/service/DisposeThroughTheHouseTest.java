package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.ContractId;
import org.ichido.api.stock.DisposeOutcome;
import org.ichido.api.stock.DisposeRequest;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.TokenSerial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Devices that are destroyed. */
class DisposeThroughTheHouseTest extends StockHouse {
  @BeforeEach
  void threeAreInStock() {
    delivered();
  }

  private DisposeOutcome dispose(String serial) {
    return stock.dispose(new DisposeRequest(key(), BANK, new TokenSerial(serial), BRANCH));
  }

  /** S4-40: a device whose battery is empty. */
  @Test
  void aDeviceInStockIsDisposedOfAndItsSeedIsGone() {
    assertThat(dispose("900-0000002")).isEqualTo(DisposeOutcome.DISPOSED);

    assertThat(device(2).state()).isEqualTo(HardTokenState.DISPOSED);
    assertThat(device(2).seed()).isEmpty();
    assertThat(device(1).seed()).isPresent();
    AuditEntry entry = store.audited(AuditEvent.DISPOSED).get(0);
    assertThat(entry.token()).contains(device(2).id());
    assertThat(entry.actor()).contains(BRANCH);
    assertThat(entry.detail()).isEqualTo("serial 900-0000002, was IN_STOCK at branch 012");
  }

  @Test
  void aDeviceThatCameBackIsDisposedOf() {
    put(device(1).moved(HardTokenState.RETURNED));

    assertThat(dispose("900-0000001")).isEqualTo(DisposeOutcome.DISPOSED);
  }

  @Test
  void saidTwiceItIsDoneOnce() {
    dispose("900-0000001");

    assertThat(dispose("900-0000001")).isEqualTo(DisposeOutcome.ALREADY);
    assertThat(store.audited(AuditEvent.DISPOSED)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = HardTokenState.class,
      names = {"ORDERED", "SHIPPED", "ACTIVE", "REVOKED"})
  void whatSomebodyElseMayHoldIsNotDisposedOf(HardTokenState state) {
    put(device(1).moved(state));

    assertThat(dispose("900-0000001")).isEqualTo(DisposeOutcome.NOT_IN_STOCK);
    assertThat(device(1).state()).isEqualTo(state);
    assertThat(store.audited(AuditEvent.DISPOSED)).isEmpty();
  }

  @Test
  void aDeviceThatTheBankDoesNotHaveIsUnknown() {
    assertThat(dispose("900-9999999")).isEqualTo(DisposeOutcome.UNKNOWN);
  }

  /** S4-19: and no second contract either. */
  @Test
  void aDeviceIsOfOneContract() {
    put(device(1).registeredWith(new ContractId("C0001")));

    assertThat(device(1).contract()).contains(new ContractId("C0001"));
    assertThatThrownBy(() -> device(1).registeredWith(new ContractId("C0002")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
