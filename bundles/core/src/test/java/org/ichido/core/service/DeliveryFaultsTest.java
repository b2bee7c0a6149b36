package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.ichido.api.BankId;
import org.ichido.api.BankNotServed;
import org.ichido.api.ContractId;
import org.ichido.api.stock.DeliveryReport;
import org.ichido.api.stock.HardTokenState;
import org.ichido.core.fakes.DeliveryRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a delivery is told by line and column, and then nothing of it is taken in. */
class DeliveryFaultsTest extends StockHouse {
  /** Full-width digits look like digits; FULL stands for one, LONG for a text that is too long. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          serial, ''
          serial, 900 1
          serial, 900a
          serial, 900-FULL
          serial, 123456789012345678901
          seed_form, ''
          seed_form, hex
          seed_form, BASE32
          seed_form, FULL
          seed, ''
          seed, 00112233445566778899aabbccddee
          seed, 00112233445566778899aabbccddeeff0
          seed, 00112233445566778899aabbccddeeFULL
          seed, 00112233445566778899aabbccddeegg
          seed, LONG
          algorithm, ''
          algorithm, TOTP
          algorithm, hotp
          hash, ''
          hash, SHA256
          hash, SHA-FULL
          hash, MD5
          digits, ''
          digits, 8
          digits, 7
          digits, 06
          digits, FULL
          period, ''
          period, 30
          period, 60s
          period, FULL0
          drift, ''
          drift, +1
          drift, 01
          drift, -0
          drift, 1.5
          drift, 999
          drift, -999
          drift, FULL
          battery_end, ''
          battery_end, 2031-02-29
          battery_end, 2031/03/31
          battery_end, 2026-11-20
          battery_end, FULL031-03-31
          branch, ''
          branch, 12
          branch, 0123
          branch, 01a
          branch, 01FULL
          """)
  void aValueOfAnotherFormIsAFaultOfItsColumn(String column, String value) {
    String text = value.replace("FULL", "\uff12").replace("LONG", "ab".repeat(65));
    delivery.rows.get(1).put(column, text);

    DeliveryReport report = deliver();

    assertThat(report.faults())
        .isNotEmpty()
        .allSatisfy(
            fault -> {
              assertThat(place(fault)).isEqualTo("3 " + column);
              assertThat(text.length() > 3 && fault.toString().contains(text)).isFalse();
            });
    assertThat(report.written()).isFalse();
    assertThat(report.added()).as("of the others").isEqualTo(2);
    assertThat(store.wholeAudit()).isEmpty();
    assertThat(store.stock(BANK)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "BASE64, AAAA",
    "BASE64, ABEiM0RVZneImaq7zN3u/w",
    "BASE64, ABEiM0RVZneImaq7zN3u/x==",
    "ENCRYPTED, ABEiM0RVZneImaq7zN3u/w==",
    "ENCRYPTED, x"
  })
  void aSeedThatIsNoneIsAFault(String form, String seed) {
    delivery.rows.get(0).put("seed_form", form);
    delivery.rows.get(0).put("seed", seed);

    assertThat(faults()).containsExactly("2 seed");
  }

  /** The day on which the battery ends is one on which the device still works. */
  @Test
  void aBatteryThatEndsTodayIsTakenInAndOneThatEndedYesterdayIsNot() {
    delivery.rows.get(0).put("battery_end", "2026-11-21");
    assertThat(dryRun().faults()).isEmpty();

    delivery.rows.get(0).put("battery_end", "2026-11-20");
    assertThat(faults()).containsExactly("2 battery_end");
  }

  @Test
  void aSerialThatStandsTwiceInTheFileIsAFault() {
    delivery.rows.get(2).put("serial", delivery.rows.get(0).get("serial"));

    assertThat(faults()).containsExactly("4 serial");
  }

  /** One seed in two devices would make two tokens that accept each other's codes. */
  @Test
  void aSeedThatStandsTwiceInTheFileIsAFaultHoweverItIsWritten() {
    delivery.rows.get(2).put("seed", delivery.rows.get(0).get("seed").toUpperCase(Locale.ROOT));

    assertThat(faults()).containsExactly("4 seed");
  }

  @Test
  void aSerialThatIsThereWithAnotherSeedIsAFault() {
    delivered();
    delivery.rows.get(1).put("seed", DeliveryRows.device(77).get("seed"));

    assertThat(faults()).containsExactly("3 seed");
    assertThat(device(2).seed().orElseThrow().bytes()).isEqualTo(DeliveryRows.seed(2));
  }

  @Test
  void aSeedThatIsThereUnderAnotherSerialIsAFaultAtEveryBank() {
    delivered();
    delivery.rows.get(1).put("serial", "X-1");
    assertThat(faults()).containsExactly("3 seed");

    BankId mirai = serve("mirai");
    delivery.write(file());
    assertThat(deliver(mirai, false, false).faults())
        .extracting(StockHouse::place)
        .containsExactly("2 seed", "3 seed", "4 seed");
    assertThat(store.stock(mirai)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "hash, SHA-1",
    "drift, 1",
    "battery_end, 2031-04-01",
    "branch, 013",
  })
  void aDeviceThatIsThereInAnotherFormIsAFaultAndStaysAsItIs(String column, String value) {
    delivered();
    var before = device(2);
    delivery.rows.get(1).put(column, value);

    assertThat(faults()).containsExactly("3 " + column);
    assertThat(device(2)).isEqualTo(before);
  }

  /** S4-35: a maker's file that comes again brings no device back. */
  @Test
  void aDeviceThatWasRevokedIsNotTakenInAgain() {
    delivered();
    put(device(2).registeredWith(new ContractId("C0001")));
    put(device(2).moved(HardTokenState.REVOKED));

    assertThat(delivered().there()).isEqualTo(3);
    assertThat(device(2).state()).isEqualTo(HardTokenState.REVOKED);
    assertThat(device(2).contract()).contains(new ContractId("C0001"));

    delivery.rows.get(1).put("serial", "900-NEW");
    assertThat(faults()).containsExactly("3 seed");
  }

  @Test
  void withAFaultInTheLastRowNothingIsTakenIn() {
    delivery = DeliveryRows.of(250);
    delivery.rows.get(249).put("digits", "8");

    assertThat(faults()).containsExactly("251 digits");
    assertThat(store.wholeAudit()).isEmpty();
  }

  @Test
  void aHundredFaultsAreToldAndTheOthersCounted() {
    delivery = DeliveryRows.of(150);
    delivery.rows.forEach(row -> row.put("drift", "x"));

    DeliveryReport report = deliver();

    assertThat(report.faults()).hasSize(100);
    assertThat(report.faulty()).isEqualTo(150);
  }

  @Test
  void aHeaderAloneIsNoDelivery() {
    delivery.rows.clear();

    assertThat(faults()).containsExactly("1 ");
  }

  @Test
  void aHeaderOfOtherColumnsIsAFault() throws Exception {
    delivery.write(file());
    Files.writeString(file(), Files.readString(file()).replace("battery_end", "battery"));

    assertThat(deliver(BANK, false, false).faults())
        .extracting(StockHouse::place)
        .containsExactly("1 ", "1 battery_end");
    assertThat(store.stock(BANK)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx-----x"})
  void aFileThatIsOpenToOthersIsNotRead(String rights) throws Exception {
    delivery.write(file());
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(rights));

    assertThatThrownBy(() -> deliver(BANK, false, false))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("open to others than its owner")
        .hasMessageContaining("chmod 600");
    assertThat(store.wholeAudit()).isEmpty();
  }

  @Test
  void aLinkIsNotFollowed() throws Exception {
    Path elsewhere = directory.resolve("elsewhere.csv");
    delivery.write(elsewhere);
    Files.createSymbolicLink(file(), elsewhere);

    assertThatThrownBy(() -> deliver(BANK, false, false)).hasMessageContaining("links are refused");
  }

  @Test
  void aBankThatIsNotServedTakesNothingIn() {
    delivery.write(file());

    assertThatThrownBy(() -> deliver(new BankId("dosan"), false, false))
        .isInstanceOf(BankNotServed.class);
  }
}
