package org.ichido.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.Audit;
import org.ichido.api.AuditEntry;
import org.ichido.api.ChainReport;
import org.ichido.api.Holder;
import org.junit.jupiter.api.Test;

class AuditCommandsTest {
  private final Terminalless session = new Terminalless();
  private ChainReport report = new ChainReport(2, "ab".repeat(32), Optional.empty());
  private final Audit audit =
      new Audit() {
        @Override
        public List<AuditEntry> of(Holder holder, int atMost) {
          throw new UnsupportedOperationException();
        }

        @Override
        public ChainReport verifyChain() {
          return report;
        }
      };

  @Test
  void anIntactChainIsReportedWithItsHead() throws Exception {
    assertThat(session.run(verify()))
        .startsWith("AUDIT        intact\nentries      2\nnewest hash  abab");
  }

  @Test
  void aBrokenChainFailsTheCommand() {
    report = new ChainReport(2, "ab", Optional.of("entry 2 was changed"));

    assertThatThrownBy(() -> session.run(verify()))
        .isInstanceOf(CommandException.class)
        .hasMessage("The audit is not as it was written: entry 2 was changed.");
    assertThat(session.printed()).startsWith("AUDIT        BROKEN\n");
  }

  private AuditVerify verify() {
    AuditVerify verify = new AuditVerify();
    verify.audit = audit;
    return verify;
  }
}
