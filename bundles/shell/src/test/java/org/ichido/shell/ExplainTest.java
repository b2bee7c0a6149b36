package org.ichido.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.Actor;
import org.ichido.api.Audit;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.BankNotServed;
import org.ichido.api.Cause;
import org.ichido.api.ChainReport;
import org.ichido.api.ContractId;
import org.ichido.api.HashFunction;
import org.ichido.api.Holder;
import org.ichido.api.Lock;
import org.ichido.api.OtpParameters;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.TokenDescription;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.DeviceClass;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;
import org.ichido.api.contract.Role;
import org.ichido.api.helpdesk.Act;
import org.ichido.api.helpdesk.ActView;
import org.ichido.api.helpdesk.ContractView;
import org.ichido.api.helpdesk.DemandView;
import org.ichido.api.helpdesk.EnrolmentView;
import org.ichido.api.helpdesk.Explanation;
import org.ichido.api.helpdesk.HelpDesk;
import org.ichido.api.helpdesk.TokenView;
import org.ichido.api.helpdesk.UserView;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.Demand;
import org.ichido.api.requirement.NextStep;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainTest {
  private static final Holder TANAKA =
      new Holder(new BankId("kinsan"), new ContractId("K1"), new UserId("tanaka"));
  private static final RequestKey KEY =
      new RequestKey(new Requester("channel"), new RequestId("R0001"));
  private static final Instant AT = Instant.parse("2026-11-21T01:02:03Z");

  private final Terminalless session = new Terminalless();
  private final List<AuditEntry> entries = new ArrayList<>();
  private Optional<Explanation> explanation = Optional.empty();
  private final Audit audit =
      new Audit() {
        @Override
        public List<AuditEntry> of(Holder holder, int atMost) {
          return entries.stream().filter(e -> holder.equals(TANAKA)).limit(atMost).toList();
        }

        @Override
        public ChainReport verifyChain() {
          throw new UnsupportedOperationException();
        }
      };
  private final HelpDesk helpDesk =
      holder ->
          explanation.orElseThrow(
              () -> new BankNotServed("bank kinsan has no valid profile: see ichido:status"));

  private Explain explain() {
    Explain explain = new Explain();
    explain.audit = audit;
    explain.helpDesk = helpDesk;
    explain.bank = "kinsan";
    explain.contract = "K1";
    explain.user = "tanaka";
    return explain;
  }

  private static DemandView demand(Use use, Demand demand) {
    return new DemandView(use, demand, "ご利用いただけません。", "operation table, line 18: S0-13");
  }

  private static Use transfer(Channel channel) {
    return new Use(OperationName.TRANSFER, Stage.SUBMIT, channel);
  }

  private static Explanation locked() {
    TokenDescription token =
        new TokenDescription(
            FakeTokens.TOKEN,
            TANAKA.bank(),
            TANAKA.contract(),
            List.of(TANAKA.user()),
            TokenKind.SOFT,
            TokenState.ACTIVE,
            new OtpParameters("totp", HashFunction.SHA1, 6, Duration.ofMinutes(1)),
            5,
            Optional.of(new Lock.UntilUnlocked(AT.minusSeconds(60))),
            Optional.empty(),
            Optional.of(Instant.parse("2028-11-21T15:00:00Z")),
            AT.minusSeconds(3_600),
            Optional.of(1));
    TokenView view =
        new TokenView(
            token,
            Optional.of(new TokenView.SuspensionView(AT.minusSeconds(30), "LOSS")),
            -3,
            Optional.of(
                new EnrolmentView(
                    EnrolmentView.Mail.SENT,
                    1,
                    5,
                    AT.plusSeconds(60),
                    Optional.of(DeviceClass.SMARTPHONE),
                    Optional.of(AT.minusSeconds(1_800)))));
    return new Explanation(
        AT,
        TANAKA,
        Optional.of(
            new ContractView(
                "012",
                LocalDate.of(2020, 4, 1),
                Optional.empty(),
                Method.SOFT,
                Optional.of(new MethodChange(Method.HARD, LocalDate.of(2027, 1, 1))))),
        Optional.of(
            new UserView(
                Role.GENERAL,
                Optional.empty(),
                Optional.of(AT.plusSeconds(1_800)),
                4,
                Optional.of(5))),
        Optional.of(view),
        NextStep.UNLOCK,
        Optional.empty(),
        "ワンタイムパスワードのご利用を停止しております。利用停止解除のお手続きをお願いいたします。",
        "locked by failures",
        List.of(
            demand(Use.login(Channel.PC), new Demand.NotRequired()),
            demand(Use.login(Channel.SMARTPHONE), new Demand.NotRequired()),
            demand(transfer(Channel.PC), new Demand.Required(Method.SOFT)),
            demand(transfer(Channel.SMARTPHONE), new Demand.Blocked())),
        List.of(
            ActView.nobody(Act.ISSUE, Reason.COOLDOWN, Optional.of(AT.plusSeconds(1_800))),
            ActView.ofCustomer(Act.RENEW, true),
            new ActView(
                Act.UNLOCK,
                false,
                Set.of(Role.SUB_ADMIN, Role.MASTER),
                List.of(new UserId("hanako"), new UserId("sato")),
                true,
                Optional.of(ActView.Approval.ASKED),
                false,
                Optional.empty(),
                Optional.empty()),
            new ActView(
                Act.REVOKE,
                false,
                Set.of(Role.MASTER),
                List.of(),
                true,
                Optional.of(ActView.Approval.NAMED),
                false,
                Optional.empty(),
                Optional.empty()),
            new ActView(
                Act.CHANGE_CONTRACT,
                false,
                Set.of(),
                List.of(),
                false,
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty())));
  }

  private static Explanation ofNobody() {
    return new Explanation(
        AT,
        TANAKA,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        NextStep.CONTACT_BANK,
        Optional.empty(),
        "お問い合わせください。",
        "core banking told of no such user",
        List.of(),
        List.of());
  }

  @Test
  void aCustomerIsExplainedFromTheNextStepToWhoCanAct() throws Exception {
    explanation = Optional.of(locked());

    assertThat(session.run(explain()))
        .isEqualTo(
            """
            kinsan/K1/tanaka at 2026-11-21 10:02:03 JST
            NEXT STEP   UNLOCK
                        ワンタイムパスワードのご利用を停止しております。利用停止解除のお手続きをお願いいたしま
                        す。
            why         locked by failures
            login       PC, SMARTPHONE: NOT_REQUIRED
                        ご利用いただけません。
                        operation table, line 18: S0-13
            transfer    PC: REQUIRED, SOFT
                        ご利用いただけません。
                        operation table, line 18: S0-13
                        SMARTPHONE: BLOCKED
                        ご利用いただけません。
                        operation table, line 18: S0-13
            contract    SOFT, branch 012, opened 2020-04-01
                        HARD from 2027-01-01 on
            user        GENERAL
                        cool-down until 2026-11-21 10:32:03 JST
                        seeds delivered: 4 of 5
            token       6f1c9a52-5a7e-4b62-9d0f-1b9f3ce0a001
                        SOFT ACTIVE
            failures    5 in a row
            lock        since 2026-11-21 10:01:03 JST, until somebody who may do so unlocks it
            suspension  since 2026-11-21 10:01:33 JST, reason LOSS
            clock       3 steps behind ours when last measured
            expires     2028-11-22 00:00:00 JST
            enrolment   mail SENT
                        wrong activations: 1 of 5
                        activated on a smartphone
                        confirmed 2026-11-21 09:32:03 JST

            ACT              WHO CAN NOW
            issue            nobody: COOLDOWN, until 2026-11-21 10:32:03 JST
            renew            the customer, with a current code
            unlock           MASTER, SUB_ADMIN, with a current code: hanako sato
                             an operator, when another has approved it
            revoke           MASTER, with a current code: none of them can now
                             an operator who names another as approver
            change contract  core banking

            Nothing is recorded of kinsan/K1/tanaka
            """);
  }

  /** Counted as a terminal does: Japanese characters take two columns. */
  @Test
  void noLineIsWiderThanOneHundredColumns() throws Exception {
    explanation = Optional.of(locked());

    assertThat(session.run(explain()).lines())
        .allSatisfy(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(100));
  }

  @Test
  void whatWasRecordedIsSaidInWordsAndWithTimesInJapan() throws Exception {
    entries.add(
        AuditEntry.of(AT, AuditEvent.REPLAYED, TANAKA, KEY)
            .withCause(Cause.USED)
            .withToken(FakeTokens.TOKEN)
            .withFactor(59_823_724));
    entries.add(
        AuditEntry.of(AT.minusSeconds(90), AuditEvent.UNLOCKED, TANAKA, KEY)
            .withActor(
                new Actor.Operator(
                    "OP1",
                    Optional.of("001"),
                    Optional.of("OP2"),
                    Optional.of("R3"),
                    Optional.of("P-77")))
            .withDetail("5 failures"));
    explanation = Optional.of(ofNobody());

    assertThat(session.run(explain()))
        .endsWith(
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
  void aUserWhomNobodyKnowsIsSaidToBeUnknown() throws Exception {
    explanation = Optional.of(ofNobody());

    assertThat(session.run(explain()))
        .isEqualTo("Nothing is recorded of kinsan/K1/tanaka. Is the name right?\n");
  }

  @Test
  void aUserWhoIsKnownAndDidNothingYetIsExplained() throws Exception {
    explanation = Optional.of(locked());

    assertThat(session.run(explain()))
        .startsWith("kinsan/K1/tanaka at 2026-11-21 10:02:03 JST\nNEXT STEP")
        .endsWith("\nNothing is recorded of kinsan/K1/tanaka\n");
  }

  /** The profile is broken, and somebody wants to know why a code was refused an hour ago. */
  @Test
  void withoutAProfileWhatWasRecordedIsShownAllTheSame() throws Exception {
    entries.add(AuditEntry.of(AT, AuditEvent.REFUSED, TANAKA, KEY).withCause(Cause.INVALID));

    assertThat(session.run(explain()))
        .startsWith(
            "How the user stands cannot be said: bank kinsan has no valid profile: see"
                + " ichido:status\nkinsan/K1/tanaka, newest first\n")
        .contains("INVALID: the code matches no step");
  }

  @Test
  void aListThatWasCutSaysSo() throws Exception {
    explanation = Optional.of(locked());
    entries.add(AuditEntry.of(AT, AuditEvent.ISSUED, TANAKA, KEY));
    Explain explain = explain();
    explain.limit = 1;

    assertThat(session.run(explain)).endsWith("There may be more than these 1: raise --limit.\n");
  }

  @Test
  void forProgramsEverythingIsOneDocumentOfPlainAscii() throws Exception {
    explanation = Optional.of(locked());
    entries.add(AuditEntry.of(AT, AuditEvent.REFUSED, TANAKA, KEY).withCause(Cause.LOCKED));
    Explain explain = explain();
    explain.json = true;

    String printed = session.run(explain);

    assertThat(printed.strip()).matches("\\{\"[ -~]*\\}");
    JSONObject document = new JSONObject(printed);
    assertThat(document.getString("step")).isEqualTo("UNLOCK");
    assertThat(document.getString("shown")).startsWith("ワンタイムパスワード");
    assertThat(document.isNull("until")).isTrue();
    assertThat(document.isNull("noAnswer")).isTrue();
    assertThat(document.getJSONObject("contract").toMap())
        .containsEntry("method", "SOFT")
        .containsEntry("nextMethodFrom", "2027-01-01");
    assertThat(document.getJSONObject("user").toMap())
        .containsEntry("role", "GENERAL")
        .containsEntry("mostDownloads", 5)
        .containsEntry("coolDownUntil", "2026-11-21T01:32:03Z");
    assertThat(document.getJSONObject("token").toMap())
        .containsEntry("locked", true)
        .containsEntry("driftSteps", -3)
        .containsEntry("suspensionReason", "LOSS")
        .containsEntry("mail", "SENT");
    assertThat(document.getJSONArray("demands").getJSONObject(2).toMap())
        .containsEntry("operation", "TRANSFER")
        .containsEntry("channel", "PC")
        .containsEntry("demand", "REQUIRED");
    assertThat(document.getJSONArray("acts").getJSONObject(2).toMap())
        .containsEntry("act", "UNLOCK")
        .containsEntry("roles", List.of("MASTER", "SUB_ADMIN"))
        .containsEntry("users", List.of("hanako", "sato"))
        .containsEntry("operators", "ASKED")
        .containsEntry("refused", null);
    assertThat(document.getJSONArray("entries").getJSONObject(0).getString("cause"))
        .isEqualTo("LOCKED");
  }

  @Test
  void forProgramsWhatCannotBeSaidIsNullAndWhyIsThere() throws Exception {
    Explain explain = explain();
    explain.json = true;

    JSONObject document = new JSONObject(session.run(explain));

    assertThat(document.isNull("step")).isTrue();
    assertThat(document.isNull("token")).isTrue();
    assertThat(document.getString("noAnswer")).startsWith("bank kinsan has no valid profile");
    assertThat(document.getJSONArray("acts").length()).isZero();
  }

  @Test
  void aServiceThatIsMissingIsNamed() {
    Explain explain = explain();
    explain.helpDesk = null;

    assertThatThrownBy(() -> session.run(explain))
        .isInstanceOf(CommandException.class)
        .hasMessageStartingWith("Missing: service org.ichido.api.helpdesk.HelpDesk.");
  }
}
