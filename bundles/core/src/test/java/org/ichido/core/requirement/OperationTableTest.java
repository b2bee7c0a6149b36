package org.ichido.core.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.ichido.api.contract.Method;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.Demand;
import org.ichido.api.requirement.Facts;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationTableTest {
  private static final String HEADING =
      "operation | stage | token | channel | condition | answer | remark\n";
  private static final String REST = "* | * | * | * | - | NOT_ELIGIBLE | rest\n";
  private static final LocalDate TODAY = LocalDate.of(2028, 3, 1);
  private static final Use TRANSFER =
      new Use(new OperationName("TRANSFER"), Stage.SUBMIT, Channel.PC);

  @Test
  void theFirstRowThatFitsAnswersAndTheLastOneEverythingElse() throws Exception {
    OperationTable table =
        table(
            """
            TRANSFER | SUBMIT | * | * | payee-registered | EXEMPT ON_PAPER | first
            TRANSFER | SUBMIT | * | * | - | REQUIRED | second
            """);
    assertThat(ask(table, Facts.NONE.withPayeeRegistered(true)))
        .isEqualTo(new Answer(new Demand.Exempt("ON_PAPER"), 2, "first"));
    assertThat(ask(table, Facts.NONE))
        .isEqualTo(new Answer(new Demand.Required(Method.SOFT), 3, "second"));
    Use approval = new Use(TRANSFER.operation(), Stage.APPROVE, Channel.PC);
    assertThat(table.answer(approval, Method.SOFT, Facts.NONE, true))
        .isEqualTo(new Answer(new Demand.NotEligible(), 4, "rest"));
  }

  @Test
  void anAnswerSaysInOneLineWhereItComesFrom() throws Exception {
    OperationTable table = table("TRANSFER | * | * | * | - | REQUIRED | S0-13 振込・振替\n");
    assertThat(ask(table, Facts.NONE).why()).isEqualTo("operation table, line 2: S0-13 振込・振替");
  }

  @Test
  void aRowForAKindOfTokenOrAChannelIsForNoOther() throws Exception {
    OperationTable table =
        table(
            """
            TRANSFER | * | SOFT | PC | - | REQUIRED | soft
            TRANSFER | * | HARD | PC | - | BLOCKED | hard
            """);
    assertThat(table.answer(TRANSFER, Method.SOFT, Facts.NONE, true).remark()).isEqualTo("soft");
    assertThat(table.answer(TRANSFER, Method.HARD, Facts.NONE, true).remark()).isEqualTo("hard");
    assertThat(table.answer(TRANSFER, Method.TXN_AUTH, Facts.NONE, true).remark())
        .isEqualTo("rest");
    assertThat(table.answer(TRANSFER, Method.NONE, Facts.NONE, true).remark()).isEqualTo("rest");
    Use onThePhone = new Use(TRANSFER.operation(), Stage.SUBMIT, Channel.SMARTPHONE);
    assertThat(table.answer(onThePhone, Method.SOFT, Facts.NONE, true).remark()).isEqualTo("rest");
  }

  /** S0-2. */
  @Test
  void requiredNamesTheMethodOfTheContract() throws Exception {
    OperationTable table = table("TRANSFER | * | * | * | - | REQUIRED | any token\n");
    for (Method method : Method.values()) {
      assertThat(table.answer(TRANSFER, method, Facts.NONE, true).demand())
          .isEqualTo(new Demand.Required(method));
    }
  }

  /** S0-15: an earlier business date, however long ago; today does not count. */
  @ParameterizedTest
  @CsvSource({
    "2028-02-29, true",
    "2018-03-01, true",
    "1999-12-31, true",
    "2028-03-01, false",
    "2028-03-02, false",
  })
  void aPayeeCountsAsPaidBeforeFromTheNextBusinessDateOn(LocalDate lastPaid, boolean spared)
      throws Exception {
    Facts facts = Facts.NONE.withPayeePaid(lastPaid, TODAY);
    assertThat(spared("payee-paid-before", facts, true)).isEqualTo(spared);
  }

  @Test
  void withoutBothDatesNobodyWasPaidBefore() throws Exception {
    Facts both = Facts.NONE.withPayeePaid(TODAY.minusDays(1), TODAY);
    assertThat(spared("payee-paid-before", both, true)).isTrue();
    assertThat(
            spared(
                "payee-paid-before",
                new Facts(
                    both.approvalInUse(),
                    both.payeeRegistered(),
                    both.payeeLastPaid(),
                    Facts.NONE.businessDate(),
                    both.privateBiller()),
                true))
        .isFalse();
    assertThat(
            spared(
                "payee-paid-before",
                new Facts(
                    both.approvalInUse(),
                    both.payeeRegistered(),
                    Facts.NONE.payeeLastPaid(),
                    both.businessDate(),
                    both.privateBiller()),
                true))
        .isFalse();
  }

  @Test
  void aConditionOnAFactHoldsForThatValueAloneAndNotForAMissingOne() throws Exception {
    assertThat(spared("approval-in-use", Facts.NONE.withApprovalInUse(true), true)).isTrue();
    assertThat(spared("approval-in-use", Facts.NONE.withApprovalInUse(false), true)).isFalse();
    assertThat(spared("approval-in-use", Facts.NONE, true)).isFalse();
    assertThat(spared("no-approval", Facts.NONE.withApprovalInUse(false), true)).isTrue();
    assertThat(spared("no-approval", Facts.NONE.withApprovalInUse(true), true)).isFalse();
    assertThat(spared("no-approval", Facts.NONE, true)).isFalse();
    assertThat(spared("payee-registered", Facts.NONE.withPayeeRegistered(true), true)).isTrue();
    assertThat(spared("payee-registered", Facts.NONE.withPayeeRegistered(false), true)).isFalse();
    assertThat(spared("payee-registered", Facts.NONE, true)).isFalse();
    assertThat(spared("private-biller", Facts.NONE.withPrivateBiller(true), true)).isTrue();
    assertThat(spared("private-biller", Facts.NONE.withPrivateBiller(false), true)).isFalse();
    assertThat(spared("private-biller", Facts.NONE, true)).isFalse();
    assertThat(spared("public-biller", Facts.NONE.withPrivateBiller(false), true)).isTrue();
    assertThat(spared("public-biller", Facts.NONE.withPrivateBiller(true), true)).isFalse();
    assertThat(spared("public-biller", Facts.NONE, true)).isFalse();
  }

  @Test
  void whetherATokenIsInUseIsAlwaysKnown() throws Exception {
    assertThat(spared("in-use", Facts.NONE, true)).isTrue();
    assertThat(spared("in-use", Facts.NONE, false)).isFalse();
    assertThat(spared("not-in-use", Facts.NONE, false)).isTrue();
    assertThat(spared("not-in-use", Facts.NONE, true)).isFalse();
  }

  @Test
  void twoConditionsMustBothHold() throws Exception {
    String both = "payee-registered and no-approval";
    assertThat(spared(both, Facts.NONE.withPayeeRegistered(true).withApprovalInUse(false), true))
        .isTrue();
    assertThat(spared(both, Facts.NONE.withPayeeRegistered(true), true)).isFalse();
    assertThat(spared(both, Facts.NONE.withApprovalInUse(false), true)).isFalse();
  }

  @Test
  void theTablePrintsBackAlignedWithoutWhatIsForPeople() throws Exception {
    String text =
        """
        # for people

        operation|stage|token|channel|condition|answer|remark
        \t# and this
        PAYEASY |\tSUBMIT| HARD|SMARTPHONE|public-biller  and\tin-use|EXEMPT\u3000TAX|S0-16   税\u3000金
        *|*|*|*|-|REQUIRED|S0-19
        """;
    OperationTable table = OperationTable.read(text.replace("\n", "\r\n"));
    assertThat(table.print())
        .isEqualTo(
            """
            operation | stage  | token | channel    | condition                | answer     | remark
            PAYEASY   | SUBMIT | HARD  | SMARTPHONE | public-biller and in-use | EXEMPT TAX | S0-16 税 金
            *         | *      | *     | *          | -                        | REQUIRED   | S0-19
            """);
    assertThat(OperationTable.read(table.print()).print()).isEqualTo(table.print());
    assertThat(OperationTable.read(text.replace("\n", "\r")).print()).isEqualTo(table.print());
    assertThat(table.operations()).containsExactly("PAYEASY");
  }

  private static boolean spared(String condition, Facts facts, boolean inUse) throws Exception {
    OperationTable table =
        table(
            "TRANSFER | * | * | * | "
                + condition
                + " | NOT_REQUIRED | spared\n"
                + "TRANSFER | * | * | * | - | REQUIRED | asked\n");
    return table.answer(TRANSFER, Method.SOFT, facts, inUse).remark().equals("spared");
  }

  private static Answer ask(OperationTable table, Facts facts) {
    return table.answer(TRANSFER, Method.SOFT, facts, true);
  }

  private static OperationTable table(String rows) throws InvalidTable {
    return OperationTable.read(HEADING + rows + REST);
  }
}
