package org.ichido.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.Cause;
import org.ichido.api.ContractId;
import org.ichido.api.Drained;
import org.ichido.api.HashFunction;
import org.ichido.api.Lock;
import org.ichido.api.OtpParameters;
import org.ichido.api.TokenId;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.StockCount;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.store.Attempts;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Expiry;
import org.ichido.spi.store.LifeFixture;
import org.ichido.spi.store.ParkedRow;
import org.ichido.spi.store.TokenQuery;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.TokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code schema-3.zip} is a database that the product itself wrote when its schema had version 3,
 * and closed in order: tokens, answers, a parked reply, a drained bank, an audit, and a beginning
 * of the memory.
 */
class FormerDatabaseTest extends LifeFixture {
  /** What that product said of its audit. */
  private static final String HEAD =
      "77fd556c3ec27a47f0ffa8c15a4bd667ab500a0d5121075f3e1d42c80b2f6727";

  private static final Instant MEMORY = NOW.plusSeconds(9);
  private static final Instant END = NOW.plus(Duration.ofDays(365));

  private static final TokenRow T1 = version(token("T1", "alice").accepted(58_000_000L), 1);
  private static final TokenRow T2 =
      new TokenRow(
          new TokenId("T2"),
          BANK,
          new ContractId("C2"),
          List.of(new UserId("zoe"), new UserId("bob")),
          TokenKind.SOFT,
          TokenState.ACTIVE,
          new OtpParameters("totp", HashFunction.SHA512, 8, Duration.ofSeconds(60)),
          Optional.of(new SealedSeed(7, new byte[100])),
          new Attempts(4711, 3, Optional.of(new Lock.Until(NOW, NOW.plusSeconds(600)))),
          0,
          Optional.empty(),
          new Expiry(Optional.of(END), false),
          NOW.minusSeconds(1),
          Optional.empty(),
          0);
  private static final TokenRow T3 = token("T3", "carol");

  @TempDir Path directory;
  private StoreAt at;
  private JdbcTokenStore store;

  @Override
  protected TokenStore store() {
    return store;
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void unpack(Path into) throws IOException {
    at = new StoreAt(into);
    try (InputStream resource = FormerDatabaseTest.class.getResourceAsStream("schema-3.zip");
        ZipInputStream zip = new ZipInputStream(resource)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = into.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, zip.readAllBytes());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    }
  }

  @Test
  void aDatabaseOfTheFormerSchemaComesUpWithEverythingInIt() throws Exception {
    unpack(directory);

    store = at.open();

    assertEverythingIsThere();
    assertThat(store.health().get(0).lines()).anyMatch(line -> line.startsWith("schema version 6"));
  }

  /** HSQLDB commits every definition by itself, so any of them may be the last before a crash. */
  @Test
  void aMigrationThatWasCutShortAfterAnyStatementIsRunAgain() throws Exception {
    List<String> statements = statements();
    assertThat(statements).hasSizeGreaterThan(15);
    for (int done = 1; done <= statements.size(); done++) {
      unpack(directory.resolve("cut-" + done));
      at.sql(true, statements.subList(0, done).toArray(String[]::new));

      store = at.open();

      assertEverythingIsThere();
      store.close();
    }
  }

  @Test
  void aFormerDatabaseTakesHardTokensIn() throws Exception {
    unpack(directory);
    store = at.open();
    assertThat(store.stock(BANK)).isEmpty();

    write(new Change.AddHardToken(device("H1", "900-1")));

    assertThat(store.stock(BANK))
        .containsExactly(new StockCount("012", HardTokenState.IN_STOCK, 1));
  }

  @Test
  void whatIsNewHoldsForFormerTokensToo() throws Exception {
    unpack(directory);
    store = at.open();

    assertThat(store.overdue(BANK, END.minusNanos(1), 10)).isEmpty();
    assertThat(store.overdue(BANK, END, 10)).containsExactly(T2);
    assertThat(changed(ALICE, row -> row.drifted(2)).drift()).isEqualTo(2);
    assertThat(changed(ALICE, row -> row.ended(TokenState.REVOKED)).seed()).isEmpty();
    write(new Change.AddToken(issued("T4", ALICE, 1)), new Change.UpdateToken(T2.withExpiryTold()));
    assertThat(store.overdue(BANK, END, 10))
        .extracting(TokenRow::id)
        .containsExactly(new TokenId("T4"));
    assertThat(store.verifyAuditChain().fault()).isEmpty();
  }

  private static List<String> statements() throws IOException {
    HsqldbDialect dialect = new HsqldbDialect("jdbc:hsqldb:file:unused");
    List<String> statements = new ArrayList<>();
    for (String script : dialect.schemaScripts().subList(3, dialect.schemaScripts().size())) {
      try (InputStream in = Migrations.class.getResourceAsStream(dialect.schemaFolder() + script)) {
        statements.addAll(
            Migrations.statements(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      }
    }
    return statements;
  }

  private void assertEverythingIsThere() {
    assertThat(
            store.find(new TokenQuery(Optional.empty(), Optional.empty(), Optional.empty(), 100)))
        .containsExactly(T1, T3, T2);
    assertThat(remembered("R1")).contains(answer("R1", "受付完了", NOW));
    assertThat(remembered("R2")).contains(answer("R2", "second", NOW.plusNanos(1)));
    assertThat(store.inbox().answers()).isEqualTo(2);
    assertThat(store.drained())
        .containsExactly(new Drained(BANK, NOW, new Actor.Administrator("vera")));
    assertThat(store.parked(BANK, 10)).extracting(ParkedRow::messageId).containsExactly("M1");
    assertThat(store.memoryBegins()).isEqualTo(MEMORY);
    assertThat(store.verifyAuditChain().fault()).isEmpty();
    assertThat(store.verifyAuditChain().entries()).isEqualTo(4);
    assertThat(store.verifyAuditChain().head()).isEqualTo(HEAD);
    assertThat(store.audit(ALICE, 10)).hasSize(3).contains(byAnOperator());
  }

  private static AuditEntry byAnOperator() {
    return audited(ALICE, "R2")
        .withActor(
            new Actor.Operator(
                "op1",
                Optional.of("001"),
                Optional.of("op2"),
                Optional.of("紛失"),
                Optional.of("P-77")))
        .withCause(Cause.INVALID)
        .withDetail("失効 – one line");
  }
}
