package org.ichido.testkit.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What channel, operator, app and core banking put, field by field. */
class RoleRecordsTest {
  private static final Customer TARO = new Customer("C0001", "taro");
  private static final LocalDate DAY = LocalDate.of(2028, 2, 29);

  private final BankHost bank =
      new BankHost("0417", () -> Instant.parse("2028-02-28T15:00:00.123Z"));
  private final RequestIds ids = new RequestIds("kit");
  private final ChannelRecords channel = new ChannelRecords(bank, ids);
  private final OperatorRecords operator = new OperatorRecords(bank, ids, "OP1");
  private final CoreRecords core = new CoreRecords(bank, ids);
  private final AppRecords app = new AppRecords(bank, ids);

  private static void holds(HostRecord record, String... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      assertThat(record.get(namesAndValues[i]))
          .as(namesAndValues[i])
          .isEqualTo(namesAndValues[i + 1]);
    }
  }

  @Test
  void eachRecordHasANameAndANumberOfItsOwnAndTheHeadersDayIsThatOfJapan() {
    holds(
        channel.atLogin(TARO),
        "ICH-REQUEST-ID",
        "kit-0001",
        "ICH-SERIAL-NUMBER",
        "000000001",
        "ICH-BUSINESS-DATE",
        "20280229",
        "ICH-SENT-AT",
        "20280229000000123",
        "ICH-OPERATION",
        "LOGIN",
        "ICH-STAGE",
        "LOGIN");
    holds(core.removeUser(TARO), "ICH-REQUEST-ID", "kit-0002", "ICH-SERIAL-NUMBER", "000000002");
  }

  @Test
  void theChannelSaysForWhomWhatForAndWithWhichCode() {
    holds(
        channel.verify(TARO, "PAYROLL", "APPROVE", "123456"),
        "ICH-RECORD-TYPE",
        "VRFY",
        "ICH-CONTRACT",
        "C0001",
        "ICH-USER",
        "taro",
        "ICH-OPERATION",
        "PAYROLL",
        "ICH-STAGE",
        "APPROVE",
        "ICH-CODE",
        "123456");
    holds(channel.confirm(TARO, "123456"), "ICH-RECORD-TYPE", "CONF", "ICH-CODE", "123456");
    holds(
        channel.revoke(TARO, "hana", "123456"),
        "ICH-RECORD-TYPE",
        "RVKU",
        "ICH-USER",
        "taro",
        "ICH-TARGET-USER",
        "hana",
        "ICH-CODE",
        "123456");
    holds(channel.unlock(TARO, "hana", "123456"), "ICH-RECORD-TYPE", "UNLU");
  }

  @Test
  void theFormOfAnIssueIsFilledTwiceAndAReissueProvesAllThree() {
    HostRecord issue = channel.issue(TARO, "kansai@mirai.jp", "sealed");
    holds(
        issue,
        "ICH-RECORD-TYPE",
        "ISSU",
        "ICH-MAIL",
        "kansai@mirai.jp",
        "ICH-MAIL-REPEATED",
        "kansai@mirai.jp",
        "ICH-PASSWORD",
        "sealed",
        "ICH-PASSWORD-REPEATED",
        "sealed");
    holds(
        channel.reissue(TARO, "kansai@mirai.jp", "sealed"),
        "ICH-RECORD-TYPE",
        "REIS",
        "ICH-CARD-PROVED",
        "Y",
        "ICH-PASSWORD-PROVED",
        "Y",
        "ICH-PHONE-PROVED",
        "Y");
  }

  @Test
  void anOperatorGivesReasonAndPaperAndNamesNoApprover() {
    HostRecord unlock = operator.unlock(TARO);
    holds(
        unlock,
        "ICH-RECORD-TYPE",
        "UNLK",
        "ICH-OPERATOR",
        "OP1",
        "ICH-APPROVER",
        "",
        "ICH-ACT-REASON",
        "TEST",
        "ICH-PAPER-NUMBER",
        "P-2027-001",
        "ICH-USER",
        "taro");
    holds(
        operator.approve(unlock),
        "ICH-RECORD-TYPE",
        "APRV",
        "ICH-ASKED-REQUEST-ID",
        unlock.get("ICH-REQUEST-ID"));
    holds(
        operator.resynchronise(TARO, "111111", "222222"),
        "ICH-FIRST-CODE",
        "111111",
        "ICH-SECOND-CODE",
        "222222");
    assertThat(
            List.of(
                operator.revoke(TARO),
                operator.suspend(TARO),
                operator.liftSuspension(TARO),
                operator.releaseDownloads(TARO),
                operator.describe(TARO)))
        .extracting(record -> record.get("ICH-RECORD-TYPE"))
        .containsExactly("RVKO", "SUSP", "RESM", "RLSE", "DESC");
  }

  @Test
  void coreBankingTellsDaysMethodsAndRoles() {
    holds(
        core.openContract("C0001", DAY, "SOFT"),
        "ICH-RECORD-TYPE",
        "CTRO",
        "ICH-CONTRACT",
        "C0001",
        "ICH-USER",
        "",
        "ICH-CONTRACT-BRANCH",
        "012",
        "ICH-CONTRACT-DAY",
        "20280229",
        "ICH-CONTRACT-METHOD",
        "SOFT");
    holds(
        core.changeMethod("C0001", "TXN_AUTH", DAY),
        "ICH-RECORD-TYPE",
        "CTRM",
        "ICH-CONTRACT-DAY",
        "20280229",
        "ICH-CONTRACT-METHOD",
        "TXN_AUTH");
    holds(core.addUser(TARO, "MASTER"), "ICH-RECORD-TYPE", "USRA", "ICH-ROLE", "MASTER");
    holds(core.changeRole(TARO, "GENERAL"), "ICH-RECORD-TYPE", "USRC", "ICH-ROLE", "GENERAL");
    holds(core.closeContract("C0001", DAY), "ICH-RECORD-TYPE", "CTRC");
    holds(core.moveBranch("C0001", "034"), "ICH-CONTRACT-BRANCH", "034");
    holds(
        core.changeAccount("C0001", "1234567", "ﾔﾏﾀﾞ ﾀﾛｳ"),
        "ICH-ACCOUNT-NUMBER",
        "1234567",
        "ICH-ACCOUNT-NAME",
        "ﾔﾏﾀﾞ ﾀﾛｳ");
    assertThat(core.openBusiness(DAY.plusDays(1)).day("ICH-BUSINESS-DATE"))
        .contains(LocalDate.of(2028, 3, 1));
    holds(core.closeBusiness(DAY), "ICH-RECORD-TYPE", "BCLS");
  }

  @Test
  void coreBankingComparesAndHasEventsSentAgain() {
    holds(
        core.countCheck(1, 20, 300),
        "ICH-RECORD-TYPE",
        "CCHK",
        "ICH-THEIR-CONTRACTS",
        "000000001",
        "ICH-THEIR-USERS",
        "000000020",
        "ICH-THEIR-TOKENS",
        "000000300");
    holds(
        core.resendEvents(7, 42),
        "ICH-RECORD-TYPE",
        "RSND",
        "ICH-FROM-EVENT",
        "000000000000007",
        "ICH-TO-EVENT",
        "000000000000042");
    holds(core.totals(DAY), "ICH-RECORD-TYPE", "DAYT", "ICH-BUSINESS-DATE", "20280229");
  }

  @Test
  void aHardTokenIsRegisteredBySerialAndCodeOrThatIsPostponed() {
    holds(
        channel.registerDevice(TARO, "FX1", "123456"),
        "ICH-RECORD-TYPE",
        "HREG",
        "ICH-USER",
        "taro",
        "ICH-SERIAL",
        "FX1",
        "ICH-DEVICE-CODE",
        "123456");
    holds(channel.skipRegistration(TARO), "ICH-RECORD-TYPE", "SKIP", "ICH-USER", "taro");
  }

  @Test
  void ordersAreOfAContractAndNameDevicesOrTheirNumber() {
    holds(
        operator.placeOrder("C0001", "REISSUE_LOST", "FX2", "FX1"),
        "ICH-RECORD-TYPE",
        "HORD",
        "ICH-CONTRACT",
        "C0001",
        "ICH-USER",
        "",
        "ICH-ORDER-KIND",
        "REISSUE_LOST",
        "ICH-ORDER-SERIAL",
        "FX2",
        "ICH-REPLACED-SERIAL",
        "FX1",
        "ICH-PAPER-NUMBER",
        "P-2027-001");
    holds(operator.placeOrder("C0001", "FIRST", "FX1"), "ICH-REPLACED-SERIAL", "");
    holds(
        operator.settleFee("C0001", 12, false),
        "ICH-RECORD-TYPE",
        "HFEE",
        "ICH-ASKED-ORDER-NUMBER",
        "00000012",
        "ICH-FEE-BOOKED",
        "N");
    holds(operator.settleFee("C0001", 12, true), "ICH-FEE-BOOKED", "Y");
    holds(
        operator.unlockDevice("C0001", "FX1"),
        "ICH-RECORD-TYPE",
        "HULK",
        "ICH-LOCKED-SERIAL",
        "FX1");
    assertThat(
            List.of(
                operator.shipOrder("C0001", 12),
                operator.returnOrder("C0001", 12),
                operator.cancelOrder("C0001", 12)))
        .extracting(record -> record.get("ICH-RECORD-TYPE") + record.get("ICH-ASKED-ORDER-NUMBER"))
        .containsExactly("HSHP00000012", "HRTN00000012", "HCNL00000012");
  }

  @Test
  void coreBankingSaysWhatItBooked() {
    holds(
        core.compareBooks(DAY, 3, 6600, 1, 2200),
        "ICH-RECORD-TYPE",
        "FEEB",
        "ICH-BUSINESS-DATE",
        "20280229",
        "ICH-THEIR-DEBITS",
        "000000003",
        "ICH-THEIR-DEBIT-YEN",
        "000000006600",
        "ICH-THEIR-REFUNDS",
        "000000001",
        "ICH-THEIR-REFUND-YEN",
        "000000002200");
  }

  @Test
  void anIssueIsCancelledByItsRequest() {
    HostRecord issue = channel.issue(TARO, "kansai@mirai.jp", "sealed");
    holds(
        channel.cancel(TARO, issue),
        "ICH-RECORD-TYPE",
        "CNCL",
        "ICH-USER",
        "taro",
        "ICH-ORIG-REQUEST-ID",
        issue.get("ICH-REQUEST-ID"));
  }

  @Test
  void theAppSaysThePairAndItsNamesInAnyCharacters() {
    holds(
        app.renew("MIRAI", "012345678901", "123456"),
        "ICH-RECORD-TYPE",
        "RENW",
        "ICH-SERVICE-ID",
        "MIRAI",
        "ICH-ACTIVATION-USER-ID",
        "012345678901",
        "ICH-CODE",
        "123456");
    HostRecord rename = app.rename("MIRAI", "012345678901", "髙橋①");
    assertThat(AppRecords.nameIn(rename)).isEqualTo("髙橋①");
  }

  @Test
  void everybodyMayAskWhatBecameOfARequestAndWhetherSomebodyIsThere() {
    HostRecord asked = channel.atLogin(TARO);
    holds(
        bank.inquire("two", asked),
        "ICH-RECORD-TYPE",
        "INQY",
        "ICH-ORIG-REQUEST-ID",
        asked.get("ICH-REQUEST-ID"));
    holds(bank.echo("three", "hello"), "ICH-RECORD-TYPE", "ECHO", "ICH-ECHO-TEXT", "hello");
  }

  @Test
  void aDayOrTimeOfZerosIsNone() {
    HostRecord record = channel.atLogin(TARO);

    assertThat(record.day("ICH-ORIG-BUSINESS-DATE")).isEmpty();
    assertThat(record.move("ICH-SENT-AT", "0").time("ICH-SENT-AT")).isEmpty();
    Instant noon = Instant.parse("2027-04-01T03:00:00Z");
    assertThat(record.move("ICH-SENT-AT", noon).time("ICH-SENT-AT")).contains(noon);
  }
}
