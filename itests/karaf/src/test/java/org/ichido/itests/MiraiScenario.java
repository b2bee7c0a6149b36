package org.ichido.itests;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ichido.itests.Scenario.Enrolled;
import org.ichido.testkit.host.Customer;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.token.AppActivation;
import org.ichido.testkit.token.Phone;

/** Kansai Mirai Business Direct (S0, S1): a company with a master and a general user. */
final class MiraiScenario {
  private static final String CONTRACT = "MIRAI0001";
  private static final Customer MASTER = new Customer(CONTRACT, "master");
  private static final Customer GENERAL = new Customer(CONTRACT, "general");

  private final Scenario s;
  private Enrolled master;
  private Enrolled general;

  MiraiScenario(Scenario scenario) {
    this.s = scenario;
  }

  void run() throws Exception {
    s.minute();
    master = new MiraiEnrolment(s, MASTER, GENERAL).run();
    operationsAreAskedFor();
    general = s.enrols(GENERAL, "phone-general", "SMARTPHONE");
    lockedAndUnlocked();
    theGeneralUserChangesThePhone();
    theMasterChangesHis();
    aPhoneWithAWrongClock();
    renewedAndExpired();
    theMethodChanges();
  }

  private void operationsAreAskedFor() throws Exception {
    HostRecord submitted = s.channel.next(MASTER, "TRANSFER", "SUBMIT");
    s.step(
        "a transfer that another will approve",
        submitted.move("ICH-APPROVAL-IN-USE", "Y"),
        "NOT_REQUIRED, next NONE");
    s.step(
        "a transfer that nobody else approves",
        s.channel.next(MASTER, "TRANSFER", "SUBMIT").move("ICH-APPROVAL-IN-USE", "N"),
        "REQUIRED SOFT, next NONE");
    s.step(
        "its approval", s.channel.next(MASTER, "TRANSFER", "APPROVE"), "REQUIRED SOFT, next NONE");
    s.step(
        "to a payee registered on paper",
        s.channel.next(MASTER, "TRANSFER", "APPROVE").move("ICH-PAYEE-REGISTERED", "Y"),
        "EXEMPT PAYEE_REGISTERED, next NONE");
    s.step(
        "to a payee of today",
        s.channel.next(MASTER, "TRANSFER", "APPROVE").move("ICH-PAYEE-LAST-PAID", s.today()),
        "REQUIRED SOFT, next NONE");
    s.step(
        "to a payee of yesterday",
        s.channel
            .next(MASTER, "TRANSFER", "APPROVE")
            .move("ICH-PAYEE-LAST-PAID", s.today().minusDays(1)),
        "EXEMPT PAYEE_PAID_BEFORE, next NONE");
    s.paysWith("a code of the next minute", MASTER, master.phone(), "ACCEPTED");
    s.step(
        "the same code for another operation",
        s.channel.verify(MASTER, "PAYROLL", "APPROVE", master.phone().code()),
        "REFUSED");
    s.step("why", s.first.describe(MASTER), "ACTIVE, locked N, last REFUSED USED");
  }

  private void lockedAndUnlocked() throws Exception {
    s.fiveWrongCodesLock(GENERAL, general.phone());
    s.step("login", s.channel.atLogin(GENERAL), "NOT_REQUIRED, next UNLOCK");
    s.step(
        "he unlocks himself",
        s.channel.unlock(GENERAL, "general", general.phone().code()),
        "FORBIDDEN");
    s.minute();
    s.step(
        "the master, with a wrong own code",
        s.channel.unlock(MASTER, "general", master.phone().wrongCode()),
        "CODE_REFUSED");
    s.step(
        "the master, with his own code",
        s.channel.unlock(MASTER, "general", master.phone().code()),
        "DONE");
    s.step(
        "that code is used up",
        s.channel.verify(MASTER, "TRANSFER", "APPROVE", master.phone().code()),
        "REFUSED");
    s.paysWith("he is back", GENERAL, general.phone(), "ACCEPTED");

    s.fiveWrongCodesLock(MASTER, master.phone());
    s.step(
        "nobody unlocks himself",
        s.channel.unlock(MASTER, "master", master.phone().code()),
        "FORBIDDEN");
    HostRecord asked = s.first.unlock(MASTER);
    s.step("the bank is asked", asked, "AWAITS_APPROVAL");
    s.step("who asked approves", s.first.approve(asked), "SELF_APPROVAL");
    s.step("another approves", s.second.approve(asked), "DONE");
    s.step("once", s.second.approve(asked), "NOTHING_TO_APPROVE");
    s.paysWith("the master is back", MASTER, master.phone(), "ACCEPTED");
  }

  private void theGeneralUserChangesThePhone() throws Exception {
    Phone former = general.phone();
    s.minute();
    s.step(
        "a new phone without revoking",
        s.channel.issue(GENERAL, "new@mirai.jp", s.key.encrypted("4711")),
        "TOKEN_STILL_BOUND");
    s.step(
        "by re-issue",
        s.channel.reissue(GENERAL, "new@mirai.jp", s.key.encrypted("4711")),
        "FORBIDDEN");
    s.step(
        "a general user revokes", s.channel.revoke(GENERAL, "general", former.code()), "FORBIDDEN");
    s.step(
        "the master revokes for him",
        s.channel.revoke(MASTER, "general", master.phone().code()),
        "DONE");
    Instant over = s.clock.instant().plus(Duration.ofMinutes(30));
    s.paysWith("the former phone", GENERAL, former, "REFUSED");
    s.step("login", s.channel.atLogin(GENERAL), "NOT_REQUIRED, next WAIT");
    s.clock.set(over.minusMillis(1));
    HostRecord early =
        s.step(
            "a millisecond too early",
            s.channel.issue(GENERAL, "new@mirai.jp", s.key.encrypted("4711")),
            "COOLDOWN");
    assertEquals(Optional.of(over), early.time("ICH-UNTIL"));
    s.clock.set(over);
    s.step("login, the time being over", s.channel.atLogin(GENERAL), "NOT_REQUIRED, next ISSUE");
    AppActivation activation = s.mailed(GENERAL, s.issued(GENERAL));
    s.step(
        "with a feature phone",
        s.app.activate(activation, new Phone("old-phone", "FEATURE_PHONE", s.clock), "2026-04"),
        "DEVICE_CLASS_RETIRED");
    general = s.enrols(GENERAL, "phone-new", "SMARTPHONE");
    s.paysWith("the new phone", GENERAL, general.phone(), "ACCEPTED");
    s.paysWith("the former phone", GENERAL, former, "REFUSED");
  }

  private void theMasterChangesHis() throws Exception {
    s.minute();
    s.step("he revokes his own", s.channel.revoke(MASTER, "master", master.phone().code()), "DONE");
    s.clock.advance(Duration.ofMinutes(30));
    master = s.enrols(MASTER, "phone-master-2", "SMARTPHONE");
    AppActivation pair = master.activation();
    s.step("another name in the app", s.app.rename(pair.serviceId(), pair.userId(), "出張用"), "DONE");
  }

  private void aPhoneWithAWrongClock() throws Exception {
    Phone phone = master.phone();
    phone.drift(Duration.ofMinutes(4));
    s.paysWith("four minutes fast", MASTER, phone, "REFUSED");
    s.minute();
    String one = phone.code();
    s.minute();
    s.step("two codes are read out", s.first.resynchronise(MASTER, one, phone.code()), "DONE");
    s.paysWith("four minutes fast, and known", MASTER, phone, "ACCEPTED");
  }

  /** At the last instant before the window, at its first, and at both sides of the expiry. */
  private void renewedAndExpired() throws Exception {
    HostRecord described =
        s.step("the expiry", s.first.describe(MASTER), "ACTIVE, locked N, last ACCEPTED");
    Instant end = described.time("ICH-EXPIRES-AT").orElseThrow();
    LocalDate lastDay = LocalDate.ofInstant(end.minusMillis(1), Scenario.JAPAN);
    Instant opens = Scenario.midnight(lastDay.minusDays(30));
    s.clock.set(opens.minusMillis(1));
    s.step("before the window", s.channel.atLogin(MASTER), "NOT_REQUIRED, next NONE");
    s.step("renewal before the window", s.renewal(master), "RENEWAL_NOT_OPEN");
    s.clock.set(opens);
    s.step("in the window", s.channel.atLogin(MASTER), "NOT_REQUIRED, next RENEW");
    HostRecord renewed = s.step("renewal", s.renewal(master), "DONE");
    assertEquals(
        "24 months from the renewal",
        Optional.of(Scenario.midnight(s.today().plusMonths(24).plusDays(1))),
        renewed.time("ICH-UNTIL"));

    s.clock.set(end.minusMillis(1));
    s.step("the last instant", s.transfer(GENERAL, general.phone()), "ACCEPTED");
    s.clock.set(end);
    s.step("the first after it", s.transfer(GENERAL, general.phone()), "REFUSED");
    s.step("why", s.first.describe(GENERAL), "ACTIVE, locked N, last REFUSED EXPIRED");
    s.step("a transfer", s.channel.next(GENERAL, "TRANSFER", "APPROVE"), "BLOCKED, next RENEW");
    s.awaits(CONTRACT, "EXPIRED");
    s.minute();
    s.step("renewal after the expiry", s.renewal(general), "DONE");
    s.paysWith("renewed", GENERAL, general.phone(), "ACCEPTED");
    s.paysWith("renewed in time", MASTER, master.phone(), "ACCEPTED");
  }

  private void theMethodChanges() throws Exception {
    LocalDate tomorrow = s.today().plusDays(1);
    s.step(
        "transaction authentication from tomorrow",
        s.core.changeMethod(CONTRACT, "TXN_AUTH", tomorrow),
        "DONE");
    s.clock.set(Scenario.midnight(tomorrow).minusMillis(1));
    s.step("the last instant of today", s.transfer(GENERAL, general.phone()), "ACCEPTED");
    s.clock.set(Scenario.midnight(tomorrow));
    s.step("the first of tomorrow", s.transfer(GENERAL, general.phone()), "REFUSED");
    s.step(
        "what is asked for instead",
        s.channel.next(GENERAL, "TRANSFER", "APPROVE"),
        "REQUIRED TXN_AUTH, next NONE");
    s.told(
        CONTRACT,
        "ISSUED CANCELLED ISSUED ACTIVATED CONFIRMED ISSUED ACTIVATED CONFIRMED LOCKED "
            + "UNLOCKED LOCKED UNLOCKED REVOKED ISSUED CANCELLED ISSUED ACTIVATED CONFIRMED "
            + "REVOKED ISSUED ACTIVATED CONFIRMED RENEWED EXPIRED RENEWED REVOKED REVOKED");
    s.step("the contract ends", s.core.closeContract(CONTRACT, s.today()), "DONE");
    s.step("login", s.channel.atLogin(MASTER), "BLOCKED, next CONTACT_BANK");
  }
}
