package org.ichido.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ichido.api.order.OrderQuery;
import org.ichido.api.stock.StockQuery;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.HardTokenRow;
import org.ichido.spi.store.OrderFixture;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Posting;
import org.junit.jupiter.api.Test;

/** Which scripts made the database, and which the bundle knows. */
class StoreSchemaTest extends OpenStoreFixture {
  private static final StockQuery STOCK =
      new StockQuery(BANK, Optional.empty(), Optional.empty(), Optional.empty(), 10);
  private static final OrderQuery ORDERS = new OrderQuery(BANK, Optional.empty(), false, 10);

  /** Reaches rows of the contracts. */
  private abstract static class Rows extends OrderFixture {
    static HardTokenRow device() {
      return device("H1", "900-1");
    }

    static OrderRow order() {
      return order(1, Posting.QUEUED);
    }
  }

  @Test
  void aDatabaseThatIsNewerThanTheBundleIsRefusedAndBothAreNamed() throws Exception {
    assertRefusedWhen(
        () -> at.sql(true, "INSERT INTO schema_version VALUES (99, 'V099__later.sql', 'x')"),
        "schema version 99 (V099__later.sql), but this bundle knows versions up to ");
  }

  @Test
  void aScriptThatWasChangedAfterItWasAppliedIsRefused() throws Exception {
    assertRefusedWhen(
        () -> at.sql(true, "UPDATE schema_version SET sha256 = 'abc' WHERE version = 1"),
        "was made by V001__tokens_inbox_audit.sql with SHA-256 abc");
  }

  @Test
  void aDatabaseOfTheFirstVersionIsBroughtUpWithEverythingInIt() throws Exception {
    remember("R1");
    store.close();
    at.sql(
        true,
        "DROP TABLE drained",
        "DROP TABLE parked_reply",
        "DELETE FROM schema_version WHERE version > 1");

    store = at.open();

    assertThat(store.drained()).isEmpty();
    assertThat(store.parked(BANK, 1)).isEmpty();
    assertThat(remembers("R1")).isTrue();
    assertThat(store.inbox().answers()).as("the engine's own count, after a restart").isOne();
    assertThat(store.verifyAuditChain().entries()).isEqualTo(3);
  }

  /** S4-28: the devices of the version before are ordered as if it had been there always. */
  @Test
  void aDatabaseBeforeOrdersIsBroughtUpWithEverythingInIt() throws Exception {
    store.transact(
        writing(
            new Change.AddHardToken(Rows.device()),
            new Change.AddToken(token("T1", "alice")),
            new Change.Remember(answer("R1", "x", NOW))));
    store.close();
    at.sql(
        true,
        "DROP TABLE token_order",
        "DROP TABLE booking",
        "DELETE FROM schema_version WHERE version > 5");

    store = at.open();

    assertThat(reason(store)).startsWith("schema version 6");
    assertThat(store.hardTokens(STOCK)).containsExactly(Rows.device());
    assertThat(onlyToken(ALICE)).isEqualTo(token("T1", "alice"));
    assertThat(remembers("R1")).isTrue();
    assertThat(store.orders(ORDERS)).isEmpty();
    store.transact(writing(new Change.PutOrder(Rows.order(), true)));
    assertThat(store.orders(ORDERS)).containsExactly(Rows.order());
    assertThat(store.verifyAuditChain().entries()).isEqualTo(3);
  }

  @Test
  void aMigrationCutShortIsRunAgain() throws Exception {
    store.close();
    at.sql(true, "DELETE FROM schema_version", "DROP INDEX audit_by_user", "DROP TABLE inbox");

    store = at.open();

    remember("R1");
    assertThat(store.verifyAuditChain().entries()).isEqualTo(3);
  }
}
