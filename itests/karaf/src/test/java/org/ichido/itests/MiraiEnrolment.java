package org.ichido.itests;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.ichido.itests.Scenario.Enrolled;
import org.ichido.itests.Scenario.Issued;
import org.ichido.testkit.host.AppRecords;
import org.ichido.testkit.host.Customer;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.token.AppActivation;
import org.ichido.testkit.token.Phone;

/** The first contract of Kansai Mirai's scenario, and its master's way to the first code. */
final class MiraiEnrolment {
  private final Scenario s;
  private final Customer master;
  private final Customer general;

  MiraiEnrolment(Scenario scenario, Customer master, Customer general) {
    this.s = scenario;
    this.master = master;
    this.general = general;
  }

  Enrolled run() throws Exception {
    onlyOldContractsGetIt();
    theFormIsLookedThrough();
    return theMasterEnrolsStepByStep();
  }

  private void onlyOldContractsGetIt() throws Exception {
    Customer late = new Customer("MIRAI0002", "late");
    s.step(
        "a contract after the closing date, method by the profile",
        s.core.openContract("MIRAI0002", LocalDate.of(2026, 4, 1), ""),
        "DONE");
    s.step("its master", s.core.addUser(late, "MASTER"), "DONE");
    s.step(
        "wants a one-time password",
        s.channel.issue(late, "late@mirai.example", s.key.encrypted("4711")),
        "NEW_CONTRACTS_CLOSED");
    s.step(
        "gets transaction authentication",
        s.channel.next(late, "TRANSFER", "APPROVE"),
        "REQUIRED TXN_AUTH, next NONE");

    s.step(
        "a contract of before",
        s.core.openContract(master.contract(), LocalDate.of(2026, 3, 31), "SOFT"),
        "DONE");
    s.step("its master", s.core.addUser(master, "MASTER"), "DONE");
    s.step("its general user", s.core.addUser(general, "GENERAL"), "DONE");
    s.step("login", s.channel.atLogin(master), "NOT_REQUIRED, next ISSUE");
    s.step(
        "a transfer before that",
        s.channel.next(master, "TRANSFER", "APPROVE"),
        "BLOCKED, next ISSUE");
  }

  private void theFormIsLookedThrough() throws Exception {
    String password = s.key.encrypted(Scenario.PASSWORD);
    s.step(
        "the two addresses differ",
        s.channel.issue(master, "a@mirai.jp", password).move("ICH-MAIL-REPEATED", "b@mirai.jp"),
        "EMAIL_MISMATCH");
    s.step(
        "the two passwords differ",
        s.channel
            .issue(master, "a@mirai.jp", password)
            .move("ICH-PASSWORD-REPEATED", s.key.encrypted("4711")),
        "PASSWORD_MISMATCH");
    s.step(
        "a password of three digits",
        s.channel.issue(master, "a@mirai.jp", s.key.encrypted("471")),
        "PASSWORD_FORM");
  }

  private Enrolled theMasterEnrolsStepByStep() throws Exception {
    Issued lost = s.issued(master);
    assertEquals(
        "72 hours to confirm",
        Optional.of(s.clock.instant().plus(Duration.ofHours(72))),
        lost.reply().time("ICH-UNTIL"));
    AppActivation former = s.mailed(master, lost);
    s.step("login meanwhile", s.channel.atLogin(master), "NOT_REQUIRED, next ACTIVATE");

    AppActivation activation = s.mailed(master, s.issued(master));
    Phone phone = new Phone("phone-master", "SMARTPHONE", s.clock);
    s.step(
        "the pair of before Back was pressed", s.app.activate(former, phone, "2026-04"), "REFUSED");
    s.step(
        "a wrong activation password",
        s.app.activate(
            new AppActivation(activation.serviceId(), activation.userId(), "4711", s.key),
            phone,
            "2026-04"),
        "REFUSED");
    s.step("without consent", s.app.activate(activation, phone, ""), "CONSENT_MISSING");
    HostRecord asked = s.app.activate(activation, phone, "2026-04");
    asked.move("ICH-NAME", AppRecords.name("髙橋①"));
    HostRecord delivered = s.step("the app asks for the seed", asked, "DONE");
    phone.install(s.app.token(activation, delivered));
    assertEquals("関西みらいビジネスダイレクト髙橋①", nameOf(delivered));
    assertEquals(
        "24 months, to the end of a day",
        Optional.of(Scenario.midnight(s.today().plusMonths(24).plusDays(1))),
        delivered.time("ICH-EXPIRES-AT"));
    HostRecord again = s.step("the line broke, and it asks again", asked, "DONE");
    assertArrayEquals(
        "the same answer", delivered.bytes(HostProgram.EBCDIC), again.bytes(HostProgram.EBCDIC));

    s.step("login meanwhile", s.channel.atLogin(master), "NOT_REQUIRED, next CONFIRM");
    s.step("a wrong first code", s.channel.confirm(master, phone.wrongCode()), "REFUSED");
    s.confirms(master, phone);
    s.step("the login goes on", s.channel.atLogin(master), "NOT_REQUIRED, next NONE");
    return new Enrolled(activation, phone);
  }

  /** With the customer's addition behind the fixed part; a space or none between them. */
  private static String nameOf(HostRecord delivered) {
    return AppRecords.nameIn(delivered).replace(" ", "").replace("　", "");
  }
}
