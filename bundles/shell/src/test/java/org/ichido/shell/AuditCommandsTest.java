package org.ichido.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.Actor;
import org.ichido.api.Audit;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.Cause;
import org.ichido.api.ChainReport;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditCommandsTest {
  private static final Holder TANAKA =
      new Holder(new BankId("kinsan"), new ContractId("K1"), new UserId("tanaka"));
  private static final RequestKey KEY =
      new RequestKey(new Requester("channel"), new RequestId("R0001"));

  private final Terminalless session = new Terminalless();
  private final List<AuditEntry> entries = new ArrayList<>();
  private ChainReport report = new ChainReport(2, "ab".repeat(32), Optional.empty());
  private final Audit audit =
      new Audit() {
        @Override
        public List<AuditEntry> of(Holder holder, int atMost) {
          return entries.stream().filter(e -> holder.equals(TANAKA)).limit(atMost).toList();
        }

        @Override
        public ChainReport verifyChain() {
          return report;
        }
      };

  @Test
  void explainSaysWhyInWordsAndWhenInJapan() throws Exception {
    Instant at = Instant.parse("2026-11-21T01:02:03Z");
    entries.add(
        AuditEntry.of(at, AuditEvent.REPLAYED, TANAKA, KEY)
            .withCause(Cause.USED)
            .withToken(FakeTokens.TOKEN)
            .withFactor(59_823_724));
    entries.add(
        AuditEntry.of(at.minusSeconds(90), AuditEvent.UNLOCKED, TANAKA, KEY)
            .withActor(
                new Actor.Operator(
                    "OP1",
                    Optional.of("001"),
                    Optional.of("OP2"),
                    Optional.of("R3"),
                    Optional.of("P-77")))
            .withDetail("5 failures"));

    assertThat(session.run(explain()))
        .isEqualTo(
            """
            kinsan/K1/tanaka, newest first
            AT                       EVENT     WHAT
            2026-11-21 10:02:03 JST  REPLAYED  USED: this step, or a later one, was accepted before
                                               token 6f1c9a52-5a7e-4b62-9d0f-1b9f3ce0a001
                                               step 59823724
                                               asked by channel, request R0001
            2026-11-21 10:00:33 JST  UNLOCKED  5 failures
                                               by operator OP1, branch 001, approved by OP2, reason R3, paper
                                               P-77
                                               asked by channel, request R0001
            """);
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void everyCauseHasASentence(Cause cause) throws Exception {
    entries.add(AuditEntry.of(Instant.EPOCH, AuditEvent.REFUSED, TANAKA, KEY).withCause(cause));

    assertThat(session.run(explain())).containsPattern(cause + ": [a-z']+ [a-z ]+");
  }

  @Test
  void aUserOfWhomNothingIsRecordedIsSaidToBe() throws Exception {
    Explain explain = explain();
    explain.user = "tanak";

    assertThat(session.run(explain))
        .isEqualTo("Nothing is recorded of kinsan/K1/tanak. Is the name right?\n");
  }

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

  private Explain explain() {
    Explain explain = new Explain();
    explain.audit = audit;
    explain.bank = "kinsan";
    explain.contract = "K1";
    explain.user = "tanaka";
    return explain;
  }

  private AuditVerify verify() {
    AuditVerify verify = new AuditVerify();
    verify.audit = audit;
    return verify;
  }
}
