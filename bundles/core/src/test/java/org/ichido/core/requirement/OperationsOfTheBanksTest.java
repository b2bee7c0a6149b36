package org.ichido.core.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.contract.Method;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.Demand;
import org.ichido.api.requirement.Facts;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.evidence.Requirement;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each bank's document says, asked of the table that is shipped for it. */
class OperationsOfTheBanksTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Demand REQUIRED = new Demand.Required(Method.SOFT);
  private static final Demand NOT_REQUIRED = new Demand.NotRequired();
  private static final Demand NOT_ELIGIBLE = new Demand.NotEligible();
  private static final Facts PAID_BEFORE = Facts.NONE.withPayeePaid(TODAY.minusDays(1), TODAY);

  @Nested
  class Mirai {
    private final Bank mirai = new Bank("mirai");

    @Test
    @Requirement("S0-13")
    void s0_13_withoutApprovalTheMakerIsAskedAtConfirmation() {
      Facts noApproval = Facts.NONE.withApprovalInUse(false);
      assertThat(mirai.at(Stage.SUBMIT, "TRANSFER", noApproval)).isEqualTo(REQUIRED);
    }

    @Test
    @Requirement("S0-13")
    void s0_13_withApprovalTheApproverIsAskedAndTheMakerIsNot() {
      Facts approval = Facts.NONE.withApprovalInUse(true);
      assertThat(mirai.at(Stage.SUBMIT, "TRANSFER", approval)).isEqualTo(NOT_REQUIRED);
      assertThat(mirai.at(Stage.APPROVE, "TRANSFER", approval)).isEqualTo(REQUIRED);
    }

    @Test
    @Requirement("S0-13")
    void s0_13_whoeverDoesNotSayWhetherThereIsApprovalIsAskedAtBothStages() {
      assertThat(mirai.at(Stage.SUBMIT, "TRANSFER", Facts.NONE)).isEqualTo(REQUIRED);
      assertThat(mirai.at(Stage.APPROVE, "TRANSFER", Facts.NONE)).isEqualTo(REQUIRED);
    }

    @Test
    @Requirement("S0-14")
    void s0_14_aRegisteredPayeeIsExemptAtTheStageThatWouldHaveAsked() {
      Demand exempt = new Demand.Exempt("PAYEE_REGISTERED");
      Facts registered = Facts.NONE.withPayeeRegistered(true);
      assertThat(mirai.at(Stage.SUBMIT, "TRANSFER", registered.withApprovalInUse(false)))
          .isEqualTo(exempt);
      assertThat(mirai.at(Stage.APPROVE, "TRANSFER", registered.withApprovalInUse(true)))
          .isEqualTo(exempt);
      assertThat(mirai.at(Stage.SUBMIT, "TRANSFER", registered.withApprovalInUse(true)))
          .isEqualTo(NOT_REQUIRED);
    }

    /** However long ago. */
    @Test
    @Requirement("S0-15")
    void s0_15_thereIsNoUpperLimit() {
      Facts longAgo = Facts.NONE.withPayeePaid(TODAY.minusYears(20), TODAY);
      assertThat(mirai.at(Stage.SUBMIT, "TRANSFER", longAgo))
          .isEqualTo(new Demand.Exempt("PAYEE_PAID_BEFORE"));
    }

    @Test
    @Requirement("S0-15")
    void s0_15_aPayeePaidBeforeIsExemptAtTheStageThatWouldHaveAsked() {
      Demand exempt = new Demand.Exempt("PAYEE_PAID_BEFORE");
      assertThat(mirai.at(Stage.SUBMIT, "TRANSFER", PAID_BEFORE.withApprovalInUse(false)))
          .isEqualTo(exempt);
      assertThat(mirai.at(Stage.APPROVE, "TRANSFER", PAID_BEFORE.withApprovalInUse(true)))
          .isEqualTo(exempt);
    }

    @Test
    @Requirement("S0-15")
    void s0_15_aPayeePaidTodayIsNotExempt() {
      Facts today = Facts.NONE.withPayeePaid(TODAY, TODAY);
      assertThat(mirai.at(Stage.SUBMIT, "TRANSFER", today)).isEqualTo(REQUIRED);
    }

    @Test
    @Requirement("S0-15")
    void s0_15_aMissingFactMeansRequired() {
      Facts withoutToday =
          new Facts(
              Optional.empty(),
              Optional.empty(),
              Optional.of(TODAY.minusYears(9)),
              Optional.empty(),
              Optional.empty());
      assertThat(mirai.at(Stage.SUBMIT, "TRANSFER", withoutToday)).isEqualTo(REQUIRED);
      assertThat(mirai.at(Stage.SUBMIT, "TRANSFER", Facts.NONE)).isEqualTo(REQUIRED);
    }

    /** The favourites of the customer are no fact that a channel could pass (S0-14). */
    @Test
    @Requirement("S0-14")
    void s0_14_aPayeeThatIsNotRegisteredIsNotExempt() {
      Facts favourite = Facts.NONE.withPayeeRegistered(false);
      assertThat(mirai.at(Stage.SUBMIT, "TRANSFER", favourite)).isEqualTo(REQUIRED);
    }

    @Test
    @Requirement("S0-16")
    void s0_16_payEasyIsAskedForPrivateBillersAndExemptForPublicOnes() {
      assertThat(mirai.at(Stage.SUBMIT, "PAYEASY", Facts.NONE.withPrivateBiller(true)))
          .isEqualTo(REQUIRED);
      assertThat(mirai.at(Stage.SUBMIT, "PAYEASY", Facts.NONE.withPrivateBiller(false)))
          .isEqualTo(new Demand.Exempt("PUBLIC_BILLER"));
      assertThat(mirai.at(Stage.SUBMIT, "PAYEASY", Facts.NONE)).isEqualTo(REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BULK_TRANSFER", "PAYROLL", "BONUS"})
    @Requirement("S0-17")
    void s0_17_bulkPaymentsAreAskedAtApprovalAlone(String operation) {
      assertThat(mirai.at(Stage.APPROVE, operation, Facts.NONE)).isEqualTo(REQUIRED);
      assertThat(mirai.at(Stage.SUBMIT, operation, Facts.NONE)).isEqualTo(NOT_REQUIRED);
    }

    @Test
    @Requirement("S0-17")
    void s0_17_aKnownPayeeDoesNotExemptBulkPayments() {
      assertThat(mirai.at(Stage.APPROVE, "BULK_TRANSFER", PAID_BEFORE.withPayeeRegistered(true)))
          .isEqualTo(REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOKEN_ADMIN", "USER_ADMIN"})
    @Requirement("S0-18")
    void s0_18_tokenAndUserManagementAreAsked(String operation) {
      assertThat(mirai.at(Stage.SUBMIT, operation, Facts.NONE)).isEqualTo(REQUIRED);
    }

    @Test
    @Requirement("S0-19")
    void s0_19_whatIsNotInTheListIsNotAsked() {
      assertThat(mirai.at(Stage.SUBMIT, "INQUIRY", Facts.NONE)).isEqualTo(NOT_REQUIRED);
      assertThat(mirai.login(Method.SOFT, Channel.PC, true)).isEqualTo(NOT_REQUIRED);
    }

    @Test
    @Requirement("S0-34")
    void s0_34_withoutATokenLoginGoesOnAndTheListedOperationsStillAsk() {
      assertThat(mirai.login(Method.SOFT, Channel.PC, false)).isEqualTo(NOT_REQUIRED);
      assertThat(
              mirai.ask(
                  new Use(new OperationName("TRANSFER"), Stage.SUBMIT, Channel.PC),
                  Facts.NONE,
                  false))
          .isEqualTo(REQUIRED);
    }

    @Test
    @Requirement("S0-2")
    void s0_2_requiredNamesTransactionAuthenticationWhereTheContractHasIt() {
      Use transfer = new Use(new OperationName("TRANSFER"), Stage.SUBMIT, Channel.PC);
      assertThat(mirai.table.answer(transfer, Method.TXN_AUTH, Facts.NONE, true).demand())
          .isEqualTo(new Demand.Required(Method.TXN_AUTH));
    }
  }

  @Nested
  class Shiten {
    private final Bank shiten = new Bank("shiten");

    @Test
    @Requirement("S2-5")
    void s2_5_onASmartphoneLoginPassesBeforeTheTokenIsInUseAndEveryOperationIsRefused() {
      assertThat(shiten.login(Method.SOFT, Channel.SMARTPHONE, false)).isEqualTo(NOT_REQUIRED);
      for (String operation : new String[] {"TRANSFER", "INQUIRY", "PAYEASY"}) {
        assertThat(ask(operation, Channel.SMARTPHONE, Facts.NONE, false))
            .isEqualTo(new Demand.Blocked());
      }
      assertThat(ask("TRANSFER", Channel.SMARTPHONE, PAID_BEFORE.withPayeeRegistered(true), false))
          .as("no fact opens it")
          .isEqualTo(new Demand.Blocked());
    }

    @Test
    @Requirement("S2-5")
    void s2_5_onAComputerNothingIsAskedBeforeTheTokenIsInUse() {
      assertThat(shiten.login(Method.SOFT, Channel.PC, false)).isEqualTo(NOT_REQUIRED);
      assertThat(ask("TRANSFER", Channel.PC, Facts.NONE, false)).isEqualTo(NOT_REQUIRED);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    @Requirement("S2-13")
    void s2_13_inUseLoginAndTransferAreAskedOnEveryChannel(Channel channel) {
      assertThat(shiten.login(Method.SOFT, channel, true)).isEqualTo(REQUIRED);
      assertThat(ask("TRANSFER", channel, Facts.NONE, true)).isEqualTo(REQUIRED);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    @Requirement("S2-13")
    void s2_13_noPayeeIsExempt(Channel channel) {
      assertThat(ask("TRANSFER", channel, PAID_BEFORE.withPayeeRegistered(true), true))
          .isEqualTo(REQUIRED);
    }

    private Demand ask(String operation, Channel channel, Facts facts, boolean inUse) {
      return shiten.ask(new Use(new OperationName(operation), Stage.SUBMIT, channel), facts, inUse);
    }
  }

  @Nested
  class Kenshin {
    private final Bank kenshin = new Bank("kenshin");

    @ParameterizedTest
    @EnumSource(value = Stage.class, names = "LOGIN", mode = EnumSource.Mode.EXCLUDE)
    @Requirement("S3-12")
    void s3_12_transfersToPayeesNamedEachTimeAreAsked(Stage stage) {
      assertThat(kenshin.at(stage, "TRANSFER", Facts.NONE)).isEqualTo(REQUIRED);
      assertThat(kenshin.at(stage, "TRANSFER", Facts.NONE.withPayeeRegistered(false)))
          .isEqualTo(REQUIRED);
    }

    @Test
    @Requirement("S3-12")
    void s3_12_transfersToRegisteredPayeesAreOffTheList() {
      assertThat(kenshin.at(Stage.SUBMIT, "TRANSFER", Facts.NONE.withPayeeRegistered(true)))
          .isEqualTo(NOT_ELIGIBLE);
    }

    @Test
    @Requirement("S3-12")
    void s3_12_aPayeePaidBeforeIsAskedAllTheSame() {
      assertThat(kenshin.at(Stage.SUBMIT, "TRANSFER", PAID_BEFORE)).isEqualTo(REQUIRED);
    }

    @Test
    @Requirement("S3-13")
    void s3_13_feesArePaidWithACodeToPrivateBillersAlone() {
      assertThat(kenshin.at(Stage.SUBMIT, "PAYEASY", Facts.NONE.withPrivateBiller(true)))
          .isEqualTo(REQUIRED);
      assertThat(kenshin.at(Stage.SUBMIT, "PAYEASY", Facts.NONE)).isEqualTo(REQUIRED);
      assertThat(kenshin.at(Stage.SUBMIT, "PAYEASY", Facts.NONE.withPrivateBiller(false)))
          .isEqualTo(NOT_ELIGIBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BULK_TRANSFER", "PAYROLL", "BONUS"})
    @Requirement("S3-14")
    void s3_14_bulkPaymentsAreAsked(String operation) {
      assertThat(kenshin.at(Stage.APPROVE, operation, Facts.NONE)).isEqualTo(REQUIRED);
    }

    @Test
    @Requirement("S3-15")
    void s3_15_tokenManagementIsAsked() {
      assertThat(kenshin.at(Stage.SUBMIT, "TOKEN_ADMIN", Facts.NONE)).isEqualTo(REQUIRED);
    }

    @Test
    @Requirement("S3-16")
    void s3_16_changesOfAUsersDataAreAsked() {
      assertThat(kenshin.at(Stage.SUBMIT, "USER_ADMIN", Facts.NONE)).isEqualTo(REQUIRED);
    }

    @Test
    @Requirement({"S3-4", "S3-17"})
    void s3_4_s3_17_loginAndWhateverIsNotInTheListAreNotEligible() {
      assertThat(kenshin.login(Method.SOFT, Channel.PC, true)).isEqualTo(NOT_ELIGIBLE);
      assertThat(kenshin.login(Method.SOFT, Channel.SMARTPHONE, false)).isEqualTo(NOT_ELIGIBLE);
      assertThat(kenshin.at(Stage.SUBMIT, "INQUIRY", Facts.NONE)).isEqualTo(NOT_ELIGIBLE);
    }
  }

  @Nested
  class Kinsan {
    private final Bank kinsan = new Bank("kinsan");

    @Test
    @Requirement("S4-13")
    void s4_13_loginIsAskedOfHardTokensAndNotOfSoftOnes() {
      assertThat(kinsan.login(Method.HARD, Channel.PC, true))
          .isEqualTo(new Demand.Required(Method.HARD));
      assertThat(kinsan.login(Method.SOFT, Channel.PC, true)).isEqualTo(NOT_REQUIRED);
    }

    @Test
    @Requirement("S4-1")
    void s4_1_theFinalApprovalOfImportantOperationsIsAsked() {
      Facts approval = Facts.NONE.withApprovalInUse(true);
      assertThat(kinsan.at(Stage.SUBMIT, "TRANSFER", approval)).isEqualTo(NOT_REQUIRED);
      assertThat(kinsan.at(Stage.APPROVE, "TRANSFER", approval)).isEqualTo(REQUIRED);
      assertThat(kinsan.at(Stage.APPROVE, "BULK_TRANSFER", approval)).isEqualTo(REQUIRED);
    }

    @Test
    @Requirement("S4-1")
    void s4_1_payeesAreExemptAsAtMirai() {
      assertThat(kinsan.at(Stage.APPROVE, "TRANSFER", PAID_BEFORE))
          .isEqualTo(new Demand.Exempt("PAYEE_PAID_BEFORE"));
    }
  }

  /** A bank's table, asked mostly about a soft token in use and a computer. */
  private static final class Bank {
    private final OperationTable table;

    Bank(String id) {
      table = Tables.of(id);
    }

    Demand at(Stage stage, String operation, Facts facts) {
      return ask(new Use(new OperationName(operation), stage, Channel.PC), facts, true);
    }

    Demand login(Method method, Channel channel, boolean inUse) {
      return table.answer(Use.login(channel), method, Facts.NONE, inUse).demand();
    }

    Demand ask(Use use, Facts facts, boolean inUse) {
      return table.answer(use, Method.SOFT, facts, inUse).demand();
    }
  }
}
