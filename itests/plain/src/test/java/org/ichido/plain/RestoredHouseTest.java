package org.ichido.plain;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.RegisterRequest;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.Seed;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.TokenKind;
import org.ichido.api.UserId;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.evidence.Check;
import org.ichido.evidence.Evidence;
import org.ichido.testkit.token.TokenApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T2: the database is replaced by a backup from before a code was accepted. */
class RestoredHouseTest {
  private static final Holder HOLDER =
      new Holder(new BankId("kinsan"), new ContractId("C0001"), new UserId("taro"));
  private static final Actor.Administrator VERA = new Actor.Administrator("vera");
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:10Z");
  private static final Duration MINUTE = Duration.ofSeconds(60);

  private final TokenApp app = new TokenApp(new byte[20], "HmacSHA1", 6, MINUTE);
  @TempDir Path directory;

  @Test
  void aCodeThatWasAcceptedAfterTheBackupIsNotAcceptedAgain() throws Exception {
    Check check =
        new Check(Evidence.attacks(), "accepted code again after a backup was put back", "service");
    Path backup = directory.resolve("backup");
    try (PlainHouse house = at(NOW)) {
      register(house);
    }
    copy(directory.resolve("store"), backup);
    String code = app.codeAt(NOW);
    try (PlainHouse house = at(NOW)) {
      check.equal("before the loss", Verdict.Kind.ACCEPTED, verify(house, "v1", code));
    }
    copy(backup, directory.resolve("store"));
    Instant soon = NOW.plusSeconds(20);
    try (PlainHouse house = at(soon)) {
      assertThatThrownBy(() -> verify(house, "v2", code))
          .isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("older than the one that was used last");
      check.equal("memory begins", soon, house.storeAdministration().acceptRestored(VERA));
      check.equal("the same code again", Verdict.Kind.REFUSED, verify(house, "v3", code));
    }
    // One step ahead, and five for a clock that was measured after the backup was made.
    Instant later = NOW.plus(MINUTE.multipliedBy(7));
    try (PlainHouse house = at(later)) {
      check.equal(
          "a code that cannot have been accepted",
          Verdict.Kind.ACCEPTED,
          verify(house, "v4", app.codeAt(later)));
      check.equal("audit", Optional.empty(), house.audit().verifyChain().fault());
    }
    check.done();
  }

  private PlainHouse at(Instant now) {
    return new PlainHouse(directory, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static void register(PlainHouse house) {
    try (Seed seed = Seed.copyOf(new byte[20])) {
      house
          .administration()
          .register(
              new RegisterRequest(key("r"), HOLDER, TokenKind.SOFT, seed, Optional.empty(), VERA));
    }
  }

  private static Verdict.Kind verify(PlainHouse house, String id, String code) {
    try (OneTimeCode oneTimeCode = OneTimeCode.of(code)) {
      return house
          .authenticator()
          .verify(
              new VerifyRequest(
                  key(id),
                  HOLDER,
                  new Use(OperationName.TRANSFER, Stage.SUBMIT, Channel.PC),
                  oneTimeCode))
          .kind();
    }
  }

  private static RequestKey key(String id) {
    return new RequestKey(new Requester("plain"), new RequestId(id));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> there = Files.list(to)) {
      for (Path file : there.toList()) {
        Files.delete(file);
      }
    }
    try (Stream<Path> files = Files.list(from)) {
      List<Path> all = files.toList();
      for (Path file : all) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
