package org.ichido.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.act.Outcome;
import org.ichido.api.contract.BranchCount;
import org.ichido.api.contract.ContractAdministration;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.contract.Count;
import org.ichido.api.contract.CountOutcome;
import org.ichido.api.contract.CountRequest;
import org.ichido.api.migration.DeltaReport;
import org.ichido.api.migration.DeltaRequest;
import org.ichido.api.migration.Difference;
import org.ichido.api.migration.LoadReport;
import org.ichido.api.migration.LoadRequest;
import org.ichido.api.migration.Migration;
import org.ichido.api.migration.MigrationFile;
import org.ichido.api.migration.RowFault;
import org.junit.jupiter.api.Test;

class MigrationCommandsTest {
  private static final BankId KINSAN = new BankId("kinsan");
  private static final List<BranchCount> FILES =
      List.of(new BranchCount("012", 1_200, 1, 3_400, 0, 2, 2_000));
  private static final RowFault FAULT =
      new RowFault(MigrationFile.TOKENS, 7, "last_step", "lies in the future");

  private final Terminalless session = new Terminalless().in(Path.of("/srv/migration"));
  private final FakeMigration core = new FakeMigration();
  private final Load load = new Load();
  private final Delta delta = new Delta();
  private final CountCheck count = new CountCheck();

  /** Answers what it was told, and remembers. */
  private static final class FakeMigration implements Migration, ContractAdministration {
    private final List<Object> asked = new ArrayList<>();
    private LoadReport loaded =
        new LoadReport(
            false, new Count(1_201, 3_400, 2_002), Count.NONE, FILES, List.of(), List.of(), 0);
    private DeltaReport told = new DeltaReport(2, 3, List.of(), 0, 0, List.of(), 0, List.of(), 0);
    private boolean unreadable;

    @Override
    public LoadReport load(LoadRequest request) throws IOException {
      asked.add(request);
      if (unreadable) {
        throw new NoSuchFileException("/srv/migration/tokens.csv");
      }
      return loaded;
    }

    @Override
    public DeltaReport delta(DeltaRequest request) {
      asked.add(request);
      return told;
    }

    @Override
    public List<BranchCount> count(BankId bank) {
      asked.add(bank);
      return FILES;
    }

    @Override
    public Outcome perform(ContractRequest request) {
      throw new StoreUnavailable("not asked for");
    }

    @Override
    public CountOutcome compare(CountRequest request) {
      asked.add(request);
      Count ours = FILES.get(0).count();
      return new CountOutcome(Instant.EPOCH, ours, ours.equals(request.expected()), FILES);
    }
  }

  MigrationCommandsTest() {
    for (MigrationCommand command : List.of(load, delta)) {
      command.migration = core;
      command.random = RandomGenerator.of("L64X128MixRandom");
      command.bank = "kinsan";
      command.contracts = "contracts.csv";
      command.users = "/elsewhere/users.csv";
    }
    load.tokens = "tokens.csv";
    count.migration = core;
    count.administration = core;
    count.random = RandomGenerator.of("L64X128MixRandom");
    count.bank = "kinsan";
  }

  @Test
  void aDryRunPrintsWhatWouldBeAddedByBranch() throws Exception {
    load.dryRun = true;

    assertThat(session.run(load, "vera"))
        .isEqualTo(
            """
            What the files hold:
            BRANCH  OPEN   CLOSED  USERS  ISSUED  INITIALISED  ACTIVE
            012     1,200  1       3,400  0       2            2,000
            all     1,200  1       3,400  0       2            2,000
            What bank kinsan has now:
            BRANCH  OPEN  CLOSED  USERS  ISSUED  INITIALISED  ACTIVE
            all     0     0       0      0       0            0
            To be added: 1,201 contracts, 3,400 users, 2,002 tokens.
            There already: 0 contracts, 0 users, 0 tokens.
            Dry run: nothing was written.
            """);
    LoadRequest request = (LoadRequest) core.asked.get(0);
    assertThat(request.dryRun()).isTrue();
    assertThat(request.bank()).isEqualTo(KINSAN);
    assertThat(request.actor()).isEqualTo(new Actor.Administrator("vera"));
    assertThat(request.contracts()).isEqualTo(Path.of("/srv/migration/contracts.csv"));
    assertThat(request.users()).isEqualTo(Path.of("/elsewhere/users.csv"));
    assertThat(request.tokens()).isEqualTo(Path.of("/srv/migration/tokens.csv"));
  }

  @Test
  void aRunSaysThatItWrote() throws Exception {
    core.loaded =
        new LoadReport(true, new Count(1, 2, 3), new Count(4, 5, 6), FILES, FILES, List.of(), 0);

    assertThat(session.run(load, "vera"))
        .endsWith(
            """
            Added: 1 contracts, 2 users, 3 tokens.
            There already: 4 contracts, 5 users, 6 tokens.
            Loaded.
            """);
    assertThat(((LoadRequest) core.asked.get(0)).dryRun()).isFalse();
  }

  @Test
  void faultsArePrintedByLineAndTheCommandFails() {
    core.loaded =
        new LoadReport(false, Count.NONE, Count.NONE, FILES, List.of(), List.of(FAULT), 1_234);

    assertThatThrownBy(() -> session.run(load, "vera"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("Nothing was loaded: 1,234 faults");
    assertThat(session.printed())
        .contains("FILE    LINE  COLUMN     FAULT\n", "TOKENS  7     last_step  lies in the future")
        .contains("and 1,233 more\n")
        .doesNotContain("Loaded");
  }

  @Test
  void aRunThatStoppedOnTheWaySaysWhatStays() {
    core.loaded =
        new LoadReport(true, new Count(7, 8, 9), Count.NONE, FILES, FILES, List.of(FAULT), 1);

    assertThatThrownBy(() -> session.run(load, "vera"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("7 contracts, 8 users, 9 tokens were added and stay");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    core.unreadable = true;

    assertThatThrownBy(() -> session.run(load, "vera"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("/srv/migration/tokens.csv")
        .hasMessageContaining("on the machine of Karaf");
  }

  @Test
  void aDeltaPrintsWhatIsDifferentAndWhatIsMissing() throws Exception {
    core.told =
        new DeltaReport(
            2,
            3,
            List.of(new Difference("C0001", "branch 012 to 099")),
            1,
            1,
            List.of(new Difference("C0001/TARO", "user is not in the file")),
            150,
            List.of(),
            0);
    delta.full = true;

    assertThat(session.run(delta, "vera"))
        .isEqualTo(
            """
            DIFFERENT  WHAT
            C0001      branch 012 to 099
            MISSING     WHAT
            C0001/TARO  user is not in the file
            and 149 more
            Compared: 2 contracts, 3 users. Different: 1. Missing: 150, and none removed.
            Done: 1 acts.
            """);
    DeltaRequest request = (DeltaRequest) core.asked.get(0);
    assertThat(request.full()).isTrue();
    assertThat(request.dryRun()).isFalse();
    assertThat(request.actor()).isEqualTo(new Actor.Administrator("vera"));
  }

  @Test
  void aDryRunOfADeltaSaysThatNothingWasDone() throws Exception {
    delta.dryRun = true;

    assertThat(session.run(delta, "vera"))
        .isEqualTo(
            """
            Compared: 2 contracts, 3 users. Different: 0. Missing: 0, and none removed.
            Dry run: nothing was done.
            """);
    assertThat(((DeltaRequest) core.asked.get(0)).dryRun()).isTrue();
  }

  @Test
  void aDeltaWithFaultsFails() {
    core.told = new DeltaReport(2, 3, List.of(), 0, 0, List.of(), 0, List.of(FAULT), 1);
    assertThatThrownBy(() -> session.run(delta, "vera"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("Nothing was done: 1 faults");

    core.told = new DeltaReport(2, 3, List.of(), 5, 4, List.of(), 0, List.of(FAULT), 1);
    assertThatThrownBy(() -> session.run(delta, "vera"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("Stopped after 4 acts, which stay");
  }

  @Test
  void theCountsOfABankAreATableOrADocument() throws Exception {
    assertThat(session.run(count, "vera"))
        .isEqualTo(
            """
            BRANCH  OPEN   CLOSED  USERS  ISSUED  INITIALISED  ACTIVE
            012     1,200  1       3,400  0       2            2,000
            all     1,200  1       3,400  0       2            2,000
            """);
    count.json = true;
    assertThat(new Terminalless().run(count, "vera"))
        .isEqualTo(
            "{\"branches\":[{\"branch\":\"012\",\"open\":1200,\"closed\":1,\"users\":3400,"
                + "\"issued\":0,\"initialised\":2,\"active\":2000}]}\n");
    assertThat(core.asked).containsExactly(KINSAN, KINSAN);
  }

  @Test
  void aCountThatAgreesSaysSoAndAnotherFails() throws Exception {
    count.contracts = 1_200;
    count.users = 3_400;
    count.tokens = 2_002;
    count.branch = "012";
    assertThat(session.run(count, "vera")).endsWith("Equal.\n");
    CountRequest request = (CountRequest) core.asked.get(0);
    assertThat(request.branch()).isEqualTo(Optional.of("012"));
    assertThat(request.actor()).isEqualTo(new Actor.Administrator("vera"));

    count.tokens = 2_003;
    assertThatThrownBy(() -> session.run(count, "vera"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("1,200 contracts, 3,400 users, 2,002 tokens");
  }

  @Test
  void aCountIsComparedWithAllThreeNumbersOrNone() {
    count.contracts = 1_200;
    assertThatThrownBy(() -> session.run(count, "vera"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("--tokens");
    count.contracts = -1;
    count.branch = "012";
    assertThatThrownBy(() -> session.run(count, "vera")).isInstanceOf(CommandException.class);
    assertThat(core.asked).isEmpty();
  }

  @Test
  void whatCannotBeABranchOrABankIsNotAsked() {
    count.contracts = 1;
    count.users = 1;
    count.tokens = 1;
    count.branch = "1";
    assertThatThrownBy(() -> session.run(count, "vera")).isInstanceOf(CommandException.class);
    load.bank = "Kinsan";
    assertThatThrownBy(() -> session.run(load, "vera"))
        .isInstanceOf(CommandException.class)
        .hasMessageStartingWith("Not accepted: bank id");
    assertThat(core.asked).isEmpty();
  }
}
