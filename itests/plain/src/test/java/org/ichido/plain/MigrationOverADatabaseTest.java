package org.ichido.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.spec.MGF1ParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.UserId;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.api.contract.BranchCount;
import org.ichido.api.contract.Count;
import org.ichido.api.contract.CountRequest;
import org.ichido.api.migration.DeltaReport;
import org.ichido.api.migration.DeltaRequest;
import org.ichido.api.migration.LoadReport;
import org.ichido.api.migration.LoadRequest;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.spi.store.TokenStore;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.testkit.token.TokenApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A former system's customers move in, over HSQLDB and the vault. */
class MigrationOverADatabaseTest {
  private static final BankId BANK = new BankId("kinsan");
  private static final Instant NOON = Instant.parse("2026-11-21T03:00:00Z");
  private static final long STEP = NOON.getEpochSecond() / 60;
  private static final int CONTRACTS = 30;
  private static final Actor.Administrator VERA = new Actor.Administrator("vera");

  @TempDir Path directory;
  private int ids;

  private PlainHouse house() {
    return new PlainHouse(directory, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private RequestKey key() {
    return new RequestKey(new Requester("shell"), new RequestId("r" + ++ids));
  }

  private static byte[] seed(int contract) {
    return "%020d".formatted(contract).getBytes(StandardCharsets.US_ASCII);
  }

  private static Holder taro(int contract) {
    return new Holder(BANK, new ContractId("C%04d".formatted(contract)), new UserId("taro"));
  }

  @BeforeEach
  void files() throws Exception {
    try (PlainHouse house = house()) {
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          house.vault().transportKey().key(),
          new OAEPParameterSpec(
              "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
      write(cipher);
    }
  }

  private void write(Cipher cipher) throws IOException, GeneralSecurityException {
    StringBuilder contracts =
        new StringBuilder(
            "contract,branch,cif,opened,closed,method,next_method,next_from,"
                + "account_branch,account_type,account_number,account_name\n");
    StringBuilder users = new StringBuilder("contract,user,role\n");
    StringBuilder tokens =
        new StringBuilder(
            "contract,user,state,activation_user_id,device_class,device,last_day,last_step,"
                + "failures,locked,suspended,seed\n");
    for (int i = 0; i < CONTRACTS; i++) {
      contracts.append("C%04d,%03d,,2020-04-01,,SOFT,,,,,,\n".formatted(i, i % 3));
      users.append("C%04d,hanako,GENERAL\nC%04d,taro,MASTER\n".formatted(i, i));
      tokens.append(
          "C%04d,taro,ACTIVE,%012d,SMARTPHONE,phone-%d,2027-03-31,%d,0,,,%s\n"
              .formatted(
                  i, i, i, STEP, Base64.getEncoder().encodeToString(cipher.doFinal(seed(i)))));
    }
    Files.writeString(directory.resolve("contracts.csv"), contracts);
    Files.writeString(directory.resolve("users.csv"), users);
    Files.writeString(directory.resolve("tokens.csv"), tokens);
  }

  private LoadReport load(PlainHouse house, boolean dryRun) throws IOException {
    return house
        .migration()
        .load(
            new LoadRequest(
                key(),
                BANK,
                directory.resolve("contracts.csv"),
                directory.resolve("users.csv"),
                directory.resolve("tokens.csv"),
                dryRun,
                VERA));
  }

  private Verdict.Kind verify(PlainHouse house, int contract, long step) {
    TokenApp app = new TokenApp(seed(contract), "HmacSHA1", 6, Duration.ofMinutes(1));
    try (OneTimeCode code = OneTimeCode.of(app.codeAt(Instant.ofEpochSecond(step * 60)))) {
      return house
          .authenticator()
          .verify(
              new VerifyRequest(
                  key(),
                  taro(contract),
                  new Use(OperationName.TRANSFER, Stage.SUBMIT, Channel.PC),
                  code))
          .kind();
    }
  }

  private static void assertWhole(PlainHouse house) {
    long third = CONTRACTS / 3;
    assertThat(house.store().count(BANK))
        .containsExactly(
            new BranchCount("000", third, 0, 2 * third, 0, 0, third),
            new BranchCount("001", third, 0, 2 * third, 0, 0, third),
            new BranchCount("002", third, 0, 2 * third, 0, 0, third));
  }

  @Test
  void whatWasAcceptedThereIsRefusedHereAndTheNextCodeIsGoodAfterARestart() throws Exception {
    try (PlainHouse house = house()) {
      LoadReport said = load(house, true);
      assertThat(said.faults()).isEmpty();
      assertThat(house.store().count(BANK)).isEmpty();

      LoadReport done = load(house, false);

      assertThat(done.faults()).isEmpty();
      assertThat(done.added())
          .isEqualTo(said.added())
          .isEqualTo(new Count(CONTRACTS, 2 * CONTRACTS, CONTRACTS));
      assertWhole(house);
    }
    try (PlainHouse house = house()) {
      assertThat(verify(house, 7, STEP)).isEqualTo(Verdict.Kind.REFUSED);
      assertThat(verify(house, 7, STEP + 1)).isEqualTo(Verdict.Kind.ACCEPTED);
      assertThat(verify(house, 7, STEP + 1)).isEqualTo(Verdict.Kind.REFUSED);
      assertThat(load(house, false).there())
          .isEqualTo(new Count(CONTRACTS, 2 * CONTRACTS, CONTRACTS));
      assertThat(verify(house, 7, STEP + 1)).isEqualTo(Verdict.Kind.REFUSED);
      assertThat(house.outbox().waiting(BANK, 10)).isEmpty();
      assertThat(house.audit().verifyChain().fault()).isEmpty();
    }
  }

  /** Breaks at the units of work that write behind so many. */
  private static final class BreakingStore extends ForwardingStore {
    private final AtomicInteger left;

    BreakingStore(TokenStore store, int units) {
      super(store);
      this.left = new AtomicInteger(units);
    }

    @Override
    public <O> O transact(UnitOfWork<O> work) {
      if (left.getAndDecrement() <= 0) {
        throw new StoreUnavailable("broken by the test");
      }
      return store.transact(work);
    }
  }

  /** The first half of the units of work only look; it breaks among those that write. */
  @Test
  void aLoadThatDiedHalfWayIsBegunAgainAndIsWhole() throws Exception {
    int units = 3 * CONTRACTS + 11;
    try (PlainHouse house =
        new PlainHouse(
            directory,
            Clock.fixed(NOON, ZoneOffset.UTC),
            database -> new BreakingStore(database, units))) {
      assertThatThrownBy(() -> load(house, false)).isInstanceOf(StoreUnavailable.class);
    }
    try (PlainHouse house = house()) {
      long some = house.store().count(BANK).stream().mapToLong(BranchCount::open).sum();
      assertThat(some).isBetween(1L, CONTRACTS - 1L);

      LoadReport again = load(house, false);

      assertThat(again.there().contracts()).isEqualTo(some);
      assertThat(again.added().contracts()).isEqualTo(CONTRACTS - some);
      assertWhole(house);
      assertThat(house.audit().verifyChain().fault()).isEmpty();
    }
  }

  @Test
  void aNightlyDeltaDoesWhatIsDifferentAndTheCountsAgree() throws Exception {
    try (PlainHouse house = house()) {
      load(house, false);
      Path contracts = directory.resolve("contracts.csv");
      Files.writeString(
          contracts,
          Files.readString(contracts)
              .replace("C0007,001,,2020-04-01,,", "C0007,001,,2020-04-01,2026-11-20,")
              .replace("C0008,002", "C0008,000"));
      DeltaReport report = delta(house);

      assertThat(report.faults()).isEmpty();
      assertThat(report.differences().stream().map(Object::toString))
          .containsExactly("C0007: closed 2026-11-20", "C0008: branch 002 to 000");
      assertThat(report.applied()).isEqualTo(2);
      assertThat(delta(house).differing()).isZero();
      assertThat(house.outbox().waiting(BANK, 10)).hasSize(1);
      assertThat(
              house
                  .contracts()
                  .compare(
                      new CountRequest(
                          key(),
                          BANK,
                          Optional.empty(),
                          new Count(CONTRACTS - 1, 2 * CONTRACTS - 2, CONTRACTS - 1),
                          VERA))
                  .equal())
          .isTrue();
    }
  }

  private DeltaReport delta(PlainHouse house) throws IOException {
    return house
        .migration()
        .delta(
            new DeltaRequest(
                key(),
                BANK,
                directory.resolve("contracts.csv"),
                directory.resolve("users.csv"),
                true,
                false,
                VERA));
  }

  /** Nothing of a seed lies anywhere but sealed: not in the database, not in its log. */
  @Test
  void noSeedLiesOnTheDiskInClear() throws Exception {
    try (PlainHouse house = house()) {
      load(house, false);
    }
    byte[] seed = seed(7);
    String raw = new String(seed, StandardCharsets.ISO_8859_1);
    String hex = HexFormat.of().formatHex(seed);
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes.contains(raw) || bytes.contains(hex)).as(file.toString()).isFalse();
      }
    }
  }
}
