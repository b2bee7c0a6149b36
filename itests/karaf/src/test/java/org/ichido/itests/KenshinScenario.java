package org.ichido.itests;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.ichido.itests.Scenario.Enrolled;
import org.ichido.testkit.host.BankEvent;
import org.ichido.testkit.host.BankHost;
import org.ichido.testkit.host.Customer;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.token.AppActivation;
import org.ichido.testkit.token.Phone;

/** Kenshin Business Banking (S3): a company that applied at the branch. */
final class KenshinScenario {
  private static final String CONTRACT = "KENSHIN0001";
  private static final Customer MASTER = new Customer(CONTRACT, "master");
  private static final Customer GENERAL = new Customer(CONTRACT, "general");
  private static final Customer LATER = new Customer(CONTRACT, "later");

  /** Until the nightly check. */
  private static final String EVENTS =
      "ISSUED ACTIVATED CONFIRMED ISSUED ACTIVATED CONFIRMED OFF_LIST_REQUEST "
          + "SUSPENDED RESUMED LOCKED UNLOCKED REVOKED ISSUED ACTIVATED CONFIRMED REVOKED "
          + "ISSUED ACTIVATED CONFIRMED RENEWED EXPIRED RENEWED";

  private final Scenario s;
  private Enrolled master;
  private Enrolled general;

  KenshinScenario(Scenario scenario) {
    this.s = scenario;
  }

  void run() throws Exception {
    s.minute();
    theDayBegins();
    appliedForAtTheBranch();
    theyEnrol();
    operationsAreAskedFor();
    aForgedSiteAsksAtLogin();
    reportedToTheBank();
    lockedAndUnlocked();
    revokedByTheMaster();
    revokedByPaper();
    renewedAndExpired();
    nightlyCheck();
    usersComeAndGo();
  }

  /** What is sent again is dropped: its number says that it is known. */
  private void nightlyCheck() throws Exception {
    s.step("one contract, two users, two tokens", s.core.countCheck(1, 2, 2), "equal Y");
    s.step("one token more", s.core.countCheck(1, 2, 3), "equal N");
    List<BankEvent> events = s.told(CONTRACT, EVENTS);
    long first = events.get(0).number();
    long last = events.get(events.size() - 1).number();
    // Those of former years are forgotten: what is left are the expiry and the renewal of today.
    s.step("all events again", s.core.resendEvents(first, last), "2 sent again");
    s.step("the totals of the day", s.core.totals(s.today()), "whole Y");
  }

  private HostRecord application(Customer customer) {
    return s.channel.issue(customer, "x@kenshin.example", s.key.encrypted("4711"));
  }

  private void theDayBegins() throws Exception {
    BankHost host = s.channel.host();
    s.step("is somebody there?", host.echo("kenshin-echo", "hello"), "hello");
    HostRecord open = s.core.openBusiness(s.today());
    s.step("business opens", open, "DONE");
    s.step(
        "another day's before it is closed",
        s.core.openBusiness(s.today().plusDays(1)),
        "BUSINESS_OPEN");
    s.step("business closes", s.core.closeBusiness(s.today()), "DONE");
  }

  private void appliedForAtTheBranch() throws Exception {
    s.step("a contract", s.core.openContract(CONTRACT, s.today(), ""), "DONE");
    s.step("its master", s.core.addUser(MASTER, "MASTER"), "DONE");
    s.step("its general user", s.core.addUser(GENERAL, "GENERAL"), "DONE");
    s.step("login", s.channel.atLogin(MASTER), "NOT_REQUIRED, next NONE");
    LocalDate tomorrow = s.today().plusDays(1);
    s.step("soft tokens from tomorrow", s.core.changeMethod(CONTRACT, "SOFT", tomorrow), "DONE");
    s.clock.set(Scenario.midnight(tomorrow).minusMillis(1));
    HostRecord early = application(MASTER);
    s.step("the last instant of today", early, "NOT_ENTITLED");
    s.step("what became of it", s.channel.host().inquire("kenshin-inquiry", early), "Y ISSU 1104");
    s.clock.set(Scenario.midnight(tomorrow));
    s.step("the first login of tomorrow", s.channel.atLogin(MASTER), "NOT_ELIGIBLE, next ISSUE");
    s.step("and of the other user", s.channel.atLogin(GENERAL), "NOT_ELIGIBLE, next ISSUE");
  }

  private void theyEnrol() throws Exception {
    master = s.enrols(MASTER, "keitai", "FEATURE_PHONE");
    AppActivation activation = s.mailed(GENERAL, s.issued(GENERAL));
    s.step(
        "a second token on a feature phone",
        s.app.activate(activation, new Phone("keitai", "FEATURE_PHONE", s.clock), "2026-04"),
        "DEVICE_FULL");
    Phone phone = new Phone("phone-general", "SMARTPHONE", s.clock);
    s.activates(GENERAL, activation, phone);
    s.confirms(GENERAL, phone);
    general = new Enrolled(activation, phone);
  }

  private void operationsAreAskedFor() throws Exception {
    HostRecord transfer = s.channel.next(MASTER, "TRANSFER", "SUBMIT");
    s.step("an ad-hoc transfer", transfer, "REQUIRED SOFT, next NONE");
    s.step(
        "to a payee paid before",
        s.channel
            .next(MASTER, "TRANSFER", "SUBMIT")
            .move("ICH-PAYEE-LAST-PAID", s.today().minusDays(1)),
        "REQUIRED SOFT, next NONE");
    s.step(
        "to a registered payee",
        s.channel.next(MASTER, "TRANSFER", "SUBMIT").move("ICH-PAYEE-REGISTERED", "Y"),
        "NOT_ELIGIBLE, next NONE");
    s.step(
        "to a public body",
        s.channel.next(MASTER, "PAYEASY", "SUBMIT").move("ICH-PRIVATE-BILLER", "N"),
        "NOT_ELIGIBLE, next NONE");
    for (String operation :
        List.of("PAYEASY", "BULK_TRANSFER", "PAYROLL", "BONUS", "TOKEN_ADMIN", "USER_ADMIN")) {
      s.step(operation, s.channel.next(MASTER, operation, "SUBMIT"), "REQUIRED SOFT, next NONE");
    }
    s.step("anything else", s.channel.next(MASTER, "INQUIRY", "SUBMIT"), "NOT_ELIGIBLE, next NONE");
    s.paysWith("a transfer with a code", MASTER, master.phone(), "ACCEPTED");
    s.minute();
    HostRecord late = s.transfer(MASTER, master.phone());
    s.minute();
    s.step("a code of a minute ago", late, "REFUSED");
  }

  private void aForgedSiteAsksAtLogin() throws Exception {
    s.minute();
    s.step(
        "a code at login",
        s.channel.verify(GENERAL, "LOGIN", "LOGIN", general.phone().code()),
        "REFUSED");
    s.awaits(CONTRACT, "OFF_LIST_REQUEST");
    s.step("it is not used up", s.transfer(GENERAL, general.phone()), "ACCEPTED");
  }

  private void reportedToTheBank() throws Exception {
    s.step("he reports the site", s.first.suspend(GENERAL), "DONE");
    s.paysWith("his token", GENERAL, general.phone(), "REFUSED");
    s.step(
        "a transfer", s.channel.next(GENERAL, "TRANSFER", "SUBMIT"), "BLOCKED, next CONTACT_BANK");
    HostRecord asked = s.first.liftSuspension(GENERAL);
    s.step("the bank lifts it", asked, "AWAITS_APPROVAL");
    s.step("with a second operator", s.second.approve(asked), "DONE");
    s.paysWith("he is back", GENERAL, general.phone(), "ACCEPTED");
  }

  private void lockedAndUnlocked() throws Exception {
    s.fiveWrongCodesLock(GENERAL, general.phone());
    s.minute();
    s.step(
        "no master unlocks here",
        s.channel.unlock(MASTER, "general", master.phone().code()),
        "FORBIDDEN");
    s.step("the bank", s.first.unlock(GENERAL).move("ICH-APPROVER", "OP000002"), "DONE");
    s.paysWith("he is back", GENERAL, general.phone(), "ACCEPTED");
  }

  private void revokedByTheMaster() throws Exception {
    s.minute();
    s.step("a new phone without revoking", application(GENERAL), "TOKEN_STILL_BOUND");
    s.step(
        "a general user revokes",
        s.channel.revoke(GENERAL, "general", general.phone().code()),
        "FORBIDDEN");
    s.step(
        "the master revokes", s.channel.revoke(MASTER, "general", master.phone().code()), "DONE");
    s.step("a transfer", s.channel.next(GENERAL, "TRANSFER", "SUBMIT"), "BLOCKED, next WAIT");
    Phone former = general.phone();
    s.clock.advance(Duration.ofMinutes(30));
    general = s.enrols(GENERAL, "phone-new", "SMARTPHONE");
    s.paysWith("the new phone", GENERAL, general.phone(), "ACCEPTED");
    s.paysWith("the former phone", GENERAL, former, "REFUSED");
  }

  private void revokedByPaper() throws Exception {
    s.step("without an approver", s.first.revoke(MASTER), "APPROVER_MISSING");
    s.step(
        "without a paper",
        s.first.revoke(MASTER).move("ICH-APPROVER", "OP000002").move("ICH-PAPER-NUMBER", ""),
        "GROUNDS_MISSING");
    s.step(
        "the branch, by a paper", s.first.revoke(MASTER).move("ICH-APPROVER", "OP000002"), "DONE");
    s.paysWith("the former phone", MASTER, master.phone(), "REFUSED");
    s.step("at once", application(MASTER), "COOLDOWN");
    s.clock.advance(Duration.ofMinutes(29));
    master = s.enrols(MASTER, "phone-master", "SMARTPHONE");
  }

  private void renewedAndExpired() throws Exception {
    HostRecord described =
        s.step("the expiry", s.first.describe(MASTER), "ACTIVE, locked N, last REFUSED USED");
    Instant end = described.time("ICH-EXPIRES-AT").orElseThrow();
    LocalDate lastDay = LocalDate.ofInstant(end.minusMillis(1), Scenario.JAPAN);
    Instant opens = Scenario.midnight(lastDay.minusDays(30));
    s.clock.set(opens.minusMillis(1));
    s.step("before the window", s.renewal(master), "RENEWAL_NOT_OPEN");
    s.clock.set(opens);
    s.step("in the window", s.renewal(master), "DONE");
    s.clock.set(end);
    s.step("after the expiry", s.transfer(GENERAL, general.phone()), "REFUSED");
    s.awaits(CONTRACT, "EXPIRED");
    s.minute();
    s.step("renewal after it", s.renewal(general), "DONE");
    s.paysWith("renewed", GENERAL, general.phone(), "ACCEPTED");
    s.paysWith("renewed in time", MASTER, master.phone(), "ACCEPTED");
  }

  private void usersComeAndGo() throws Exception {
    s.step("a user is added", s.core.addUser(LATER, "GENERAL"), "DONE");
    s.step("who needs a token too", s.channel.atLogin(LATER), "NOT_ELIGIBLE, next ISSUE");
    s.step("the general user leaves", s.core.removeUser(GENERAL), "DONE");
    s.paysWith("his token", GENERAL, general.phone(), "REFUSED");
    s.told(CONTRACT, EVENTS + " REVOKED");
  }
}
