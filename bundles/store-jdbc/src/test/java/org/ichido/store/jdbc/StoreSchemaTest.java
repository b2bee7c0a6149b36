package org.ichido.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which scripts made the database, and which the bundle knows. */
class StoreSchemaTest extends OpenStoreFixture {
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

  @Test
  void aMigrationCutShortIsRunAgain() throws Exception {
    store.close();
    at.sql(true, "DELETE FROM schema_version", "DROP INDEX audit_by_user", "DROP TABLE inbox");

    store = at.open();

    remember("R1");
    assertThat(store.verifyAuditChain().entries()).isEqualTo(3);
  }
}
