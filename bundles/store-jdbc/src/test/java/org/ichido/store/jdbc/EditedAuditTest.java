package org.ichido.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.ichido.api.ChainReport;
import org.junit.jupiter.api.Test;

/** What somebody did to the audit behind the store's back shows. */
class EditedAuditTest extends OpenStoreFixture {
  @Test
  void anAuditEditedInTheDatabaseShows() throws Exception {
    assertThat(faultAfter("UPDATE audit SET detail = 'x' WHERE seq = 2"))
        .contains("entry 2 was changed");
  }

  @Test
  void anAuditEntryThatIsNoEntryShows() throws Exception {
    assertThat(faultAfter("UPDATE audit SET actor_branch = '001' WHERE seq = 2"))
        .contains("what follows entry 1 is no entry");
  }

  @Test
  void auditEntriesDeletedAtTheStartOrInTheMiddleShow() throws Exception {
    assertThat(faultAfter("DELETE FROM audit WHERE seq = 2")).contains("entry 2 is missing");
    assertThat(faultAfter("DELETE FROM audit WHERE seq = 1")).contains("entry 1 is missing");
  }

  @Test
  void anAuditEntryDeletedAtTheEndShowsWhileTheStoreIsOpen() throws Exception {
    at.sql(false, "DELETE FROM audit WHERE seq = 3");

    assertThat(store.verifyAuditChain().fault()).contains("entry 3 is missing at the end");
  }

  private String faultAfter(String sql) throws Exception {
    store.close();
    at.sql(true, sql);
    store = at.open();
    ChainReport report = store.verifyAuditChain();
    return report.fault().orElse("");
  }
}
