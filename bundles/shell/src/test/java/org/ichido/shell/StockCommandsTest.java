package org.ichido.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.HashFunction;
import org.ichido.api.OtpParameters;
import org.ichido.api.TokenId;
import org.ichido.api.stock.DeliveryFault;
import org.ichido.api.stock.DeliveryProgress;
import org.ichido.api.stock.DeliveryReport;
import org.ichido.api.stock.DeliveryRequest;
import org.ichido.api.stock.DisposeOutcome;
import org.ichido.api.stock.DisposeRequest;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.HardTokenStock;
import org.ichido.api.stock.StockCount;
import org.ichido.api.stock.StockQuery;
import org.ichido.api.stock.StockedToken;
import org.ichido.api.stock.TokenSerial;
import org.junit.jupiter.api.Test;

class StockCommandsTest {
  private static final List<StockCount> COUNTS =
      List.of(
          new StockCount("012", HardTokenState.IN_STOCK, 1_200),
          new StockCount("012", HardTokenState.DISPOSED, 3),
          new StockCount("013", HardTokenState.ACTIVE, 7));
  private static final DeliveryFault FAULT = new DeliveryFault(7, "seed", "stands twice");
  private static final String TABLE =
      """
      BRANCH  IN_STOCK  ORDERED  SHIPPED  ACTIVE  RETURNED  DISPOSED  REVOKED
      012     1,200     0        0        0       0         3         0
      013     0         0        0        7       0         0         0
      all     1,200     0        0        7       0         3         0
      """;

  private final Terminalless session = new Terminalless().in(Path.of("/srv/stock"));
  private final FakeStock core = new FakeStock();
  private final StockImport take = new StockImport();
  private final StockList list = new StockList();
  private final StockDispose dispose = new StockDispose();

  /** Answers what it was told, and remembers. */
  private static final class FakeStock implements HardTokenStock {
    private final List<Object> asked = new ArrayList<>();
    private DeliveryReport report = report(false, 0, List.of(), 0, false);
    private DisposeOutcome disposed = DisposeOutcome.DISPOSED;
    private boolean open;

    @Override
    public DeliveryReport deliver(DeliveryRequest request, DeliveryProgress progress)
        throws IOException {
      asked.add(request);
      if (open) {
        throw new IOException("/srv/stock/d.csv is open to others than its owner");
      }
      progress.rows(false, 1_203);
      return report;
    }

    @Override
    public List<StockCount> count(BankId bank) {
      asked.add(bank);
      return COUNTS;
    }

    @Override
    public List<StockedToken> list(StockQuery query) {
      asked.add(query);
      return List.of(
          new StockedToken(
              new TokenSerial("900-1"),
              new TokenId("67b1771f-bce8-1e4b-5ac8-20850d106441"),
              "012",
              HardTokenState.ACTIVE,
              new OtpParameters("totp", HashFunction.SHA256, 6, Duration.ofSeconds(60)),
              LocalDate.of(2029, 9, 30),
              Optional.of(new ContractId("C0001")),
              Instant.EPOCH));
    }

    @Override
    public DisposeOutcome dispose(DisposeRequest request) {
      asked.add(request);
      return disposed;
    }
  }

  private static DeliveryReport report(
      boolean written, long added, List<DeliveryFault> faults, long faulty, boolean wiped) {
    return new DeliveryReport(written, added, 3, COUNTS, faults, faulty, wiped);
  }

  StockCommandsTest() {
    take.stock = core;
    take.random = RandomGenerator.of("L64X128MixRandom");
    take.bank = "kinsan";
    take.file = "d.csv";
    list.stock = core;
    list.bank = "kinsan";
    dispose.stock = core;
    dispose.random = RandomGenerator.of("L64X128MixRandom");
    dispose.bank = "kinsan";
    dispose.serial = "900-1";
  }

  @Test
  void aDryRunSaysWhatWouldBeTakenIn() throws Exception {
    take.dryRun = true;
    core.report = report(false, 1_200, List.of(), 0, false);

    assertThat(session.run(take, "vera"))
        .isEqualTo(
            """
            Checked: 1,203 devices
            What bank kinsan has in stock now:
            """
                + TABLE
                + """
                To be added: 1,200 devices.
                There already: 3 devices.
                Dry run: nothing was written.
                """);
    DeliveryRequest request = (DeliveryRequest) core.asked.get(0);
    assertThat(request.dryRun()).isTrue();
    assertThat(request.wipe()).isFalse();
    assertThat(request.file()).isEqualTo(Path.of("/srv/stock/d.csv"));
    assertThat(request.actor()).isEqualTo(new Actor.Administrator("vera"));
  }

  @Test
  void aRunSaysWhatBecameOfTheFile() throws Exception {
    core.report = report(true, 1_200, List.of(), 0, false);
    assertThat(session.run(take, "vera"))
        .contains("Added: 1,200 devices.\n")
        .endsWith("In stock. The file is still there, with its seeds: wipe it.\n");

    take.wipe = true;
    core.report = report(true, 1_200, List.of(), 0, true);
    assertThat(session.run(take, "vera"))
        .contains("overwritten and deleted; journals, copies on write, backups and solid-state");
    assertThat(((DeliveryRequest) core.asked.get(1)).wipe()).isTrue();
  }

  @Test
  void faultsArePrintedByLineAndTheCommandFails() {
    core.report = report(false, 0, List.of(FAULT), 1_234, false);

    assertThatThrownBy(() -> session.run(take, "vera"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("Nothing was taken in: 1,234 faults");
    assertThat(session.printed())
        .contains("LINE  COLUMN  FAULT\n", "7     seed    stands twice", "and 1,233 more\n")
        .doesNotContain("In stock.");
  }

  @Test
  void aRunThatStoppedOnTheWaySaysWhatStays() {
    core.report = report(true, 100, List.of(FAULT), 1, false);

    assertThatThrownBy(() -> session.run(take, "vera"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("100 devices were added and stay");
  }

  @Test
  void aFileThatIsNotReadIsNamed() {
    core.open = true;

    assertThatThrownBy(() -> session.run(take, "vera"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("open to others than its owner");
  }

  @Test
  void theStockIsATableOrADocument() throws Exception {
    assertThat(session.run(list)).isEqualTo(TABLE);

    list.json = true;
    list.branch = "013";
    assertThat(new Terminalless().run(list))
        .isEqualTo(
            "{\"branches\":[{\"branch\":\"013\",\"inStock\":0,\"ordered\":0,\"shipped\":0,"
                + "\"active\":7,\"returned\":0,\"disposed\":0,\"revoked\":0}]}\n");
  }

  /** S4-40. */
  @Test
  void devicesWhoseBatteryEndsAreListed() throws Exception {
    list.batteryBefore = "2030-01-01";
    list.branch = "012";

    assertThat(session.run(list))
        .startsWith("SERIAL  BATTERY     BRANCH  STATE   CONTRACT  TOKEN\n")
        .contains("900-1   2029-09-30  012     ACTIVE  C0001     67b1771f-");
    assertThat(core.asked.get(0))
        .isEqualTo(
            new StockQuery(
                new BankId("kinsan"),
                Optional.of("012"),
                Optional.empty(),
                Optional.of(LocalDate.of(2030, 1, 1)),
                100));

    list.json = true;
    assertThat(new Terminalless().run(list))
        .isEqualTo(
            "{\"devices\":[{\"serial\":\"900-1\","
                + "\"token\":\"67b1771f-bce8-1e4b-5ac8-20850d106441\",\"branch\":\"012\","
                + "\"state\":\"ACTIVE\",\"batteryEnd\":\"2029-09-30\",\"contract\":\"C0001\","
                + "\"delivered\":\"1970-01-01T00:00:00Z\"}]}\n");
  }

  @Test
  void whatIsNoDayAndNoNumberIsNotAsked() {
    list.batteryBefore = "2030-02-30";
    assertThatThrownBy(() -> session.run(list)).hasMessageContaining("--battery-before");
    list.batteryBefore = "2030-01-01";
    list.limit = 10_001;
    assertThatThrownBy(() -> session.run(list)).hasMessageContaining("--limit");
    dispose.serial = "900 1";
    assertThatThrownBy(() -> session.run(dispose, "vera")).hasMessageContaining("serial");
    assertThat(core.asked).isEmpty();
  }

  @Test
  void aDeviceIsDisposedOfOrTheCommandFails() throws Exception {
    assertThat(session.run(dispose, "vera")).isEqualTo("Disposed of: 900-1. Its seed is gone.\n");
    DisposeRequest request = (DisposeRequest) core.asked.get(0);
    assertThat(request.serial()).isEqualTo(new TokenSerial("900-1"));
    assertThat(request.actor()).isEqualTo(new Actor.Administrator("vera"));

    core.disposed = DisposeOutcome.ALREADY;
    assertThat(session.run(dispose, "vera")).endsWith("Disposed of before: 900-1.\n");
    core.disposed = DisposeOutcome.NOT_IN_STOCK;
    assertThatThrownBy(() -> session.run(dispose, "vera")).hasMessageContaining("neither in stock");
    core.disposed = DisposeOutcome.UNKNOWN;
    assertThatThrownBy(() -> session.run(dispose, "vera")).hasMessageContaining("has no device");
  }
}
