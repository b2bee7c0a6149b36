package org.ichido.transports;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.jms.JMSException;
import org.ichido.testkit.host.BankEvent;
import org.ichido.testkit.host.Customer;
import org.ichido.testkit.host.EventReader;
import org.ichido.testkit.host.HostCharacters;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.token.AppActivation;
import org.ichido.testkit.token.Phone;
import org.ichido.testkit.token.TransportKey;
import org.ichido.transports.LoadedCustomers.Loaded;

/** Soft tokens from the contract to the end, at three banks, each as its profile has it. */
final class SoftTokenLives {
  static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private static final String PASSWORD = "58203917";
  private static final String TERMS = "2026-04";
  private static final String VERDICT = "ICH-VERDICT";
  private static final String REASON = "ICH-RESPONSE-REASON";

  private final Premises premises;
  private final RoundTrips trips;
  private final TransportKey key;
  private final Programs kinsan = Programs.of(Bank.KINSAN, "soft");
  private final Programs mirai = Programs.of(Bank.MIRAI, "soft");
  private final Programs shiten = Programs.of(Bank.SHITEN, "soft");

  SoftTokenLives(Premises premises, RoundTrips trips, TransportKey key) {
    this.premises = premises;
    this.trips = trips;
    this.key = key;
  }

  void run() throws Exception {
    coreBankingTellsOfAContract();
    fromTheFormToTheFirstTransfer();
    renewedAndRevokedByItsOwner();
    stoppedMeasuredAndEndedByTheBranch();
    unlockedByTheMaster();
    onANewPhone();
  }

  private void coreBankingTellsOfAContract() throws Exception {
    Customer user = new Customer("SOFT0009", "jiro");
    LocalDate today = LocalDate.now(JAPAN);
    trips.done("opens", kinsan.core().openContract(user.contract(), today, "SOFT"));
    trips.done("its account", kinsan.core().changeAccount(user.contract(), "7654321", "ﾔﾏﾀﾞ ﾀﾛｳ"));
    trips.done("moves", kinsan.core().moveBranch(user.contract(), "013"));
    trips.done("a user", kinsan.core().addUser(user, "GENERAL"));
    trips.done("promoted", kinsan.core().changeRole(user, "SUB_ADMIN"));
    trips.done("leaves", kinsan.core().removeUser(user));
    trips.done(
        "another method tomorrow",
        kinsan.core().changeMethod(user.contract(), "TXN_AUTH", today.plusDays(1)));
    trips.done("closes", kinsan.core().closeContract(user.contract(), today));
  }

  private void fromTheFormToTheFirstTransfer() throws Exception {
    Customer hana = new Customer("SOFT0001", "hana");
    trips.done("opens", kinsan.core().openContract(hana.contract(), LocalDate.now(JAPAN), "SOFT"));
    trips.done("its master", kinsan.core().addUser(hana, "MASTER"));
    trips.says("login", kinsan.channel().atLogin(hana), "ICH-NEXT-STEP", "ISSUE");
    HostRecord form = issue(kinsan, hana);
    trips.done("the form", form);
    trips.done("she presses Back", kinsan.channel().cancel(hana, form));
    HostRecord again = issue(kinsan, hana);
    AppActivation activation = activation(trips.done("the form again", again));
    Phone phone = new Phone("hanas-phone", "SMARTPHONE", InstantSource.system());
    HostRecord asked = kinsan.app().activate(activation, phone, TERMS);
    phone.install(
        kinsan.app().token(activation, trips.says("activated", asked, VERDICT, "ACCEPTED")));
    trips.done(
        "another name", kinsan.app().rename(activation.serviceId(), activation.userId(), "出張用"));
    Instant now = Instant.now();
    trips.says("the first code", kinsan.channel().confirm(hana, phone.code()), VERDICT, "ACCEPTED");
    phone.drift(LoadedCustomers.STEP);
    trips.says(
        "the next one, for a transfer of " + now,
        kinsan.channel().verify(hana, "TRANSFER", "APPROVE", phone.code()),
        VERDICT,
        "ACCEPTED");
    trips.says(
        "what became of it", kinsan.host().inquire("soft-inquiry", again), "ICH-ORIG-FOUND", "Y");
    trips.says("an echo", kinsan.host().echo("soft-echo", "ｴｺｰ 1"), "ICH-ECHO-TEXT", "ｴｺｰ 1");
    told(hana);
  }

  private void told(Customer customer) throws JMSException, IOException {
    try (EventReader events =
        EventReader.loggedIn(
            premises.transport().programs(),
            "core",
            premises.transport().password("core"),
            Bank.KINSAN.queue("EVENT"),
            HostCharacters.LATIN_EBCDIC)) {
      var check = trips.checks().get(RoundTrips.Own.EVENT);
      BankEvent last = null;
      StringBuilder all = new StringBuilder();
      for (BankEvent event : events.until(customer.contract(), "CONFIRMED", 1)) {
        all.append(event.type()).append(' ');
        last = event;
      }
      check.equal(
          "events in order", "ISSUED CANCELLED ISSUED ACTIVATED CONFIRMED ", all.toString());
      long number = last.number();
      HostRecord resent =
          trips.done("the last of them again", kinsan.core().resendEvents(number, number));
      check.equal("sent again", 1L, resent.number("ICH-EVENTS-RESENT"));
    }
  }

  private void renewedAndRevokedByItsOwner() throws Exception {
    Loaded one = premises.ofKinsan().next().master();
    trips.done("renewed", kinsan.app().renew("KINSAN", one.activationUserId(), one.code(0)));
    trips.done(
        "revoked", kinsan.channel().revoke(one.customer(), one.customer().user(), one.code(1)));
  }

  private void stoppedMeasuredAndEndedByTheBranch() throws Exception {
    Loaded one = premises.ofKinsan().next().master();
    Customer customer = one.customer();
    trips.done("a report of phishing", kinsan.branch().suspend(customer));
    HostRecord lift = kinsan.branch().liftSuspension(customer);
    trips.says("found again", lift, REASON, "AWAITS_APPROVAL");
    trips.done("by a second operator", kinsan.second().approve(lift));
    trips.done(
        "a clock three minutes off",
        kinsan.branch().resynchronise(customer, one.code(3), one.code(4)));
    trips.says(
        "in its own time",
        kinsan.channel().verify(customer, "TRANSFER", "APPROVE", one.code(5)),
        VERDICT,
        "ACCEPTED");
    locks(kinsan, one);
    trips.says("how it stands", kinsan.branch().describe(customer), "ICH-LOCKED", "Y");
    trips.done("unlocked", kinsan.branch().unlock(customer));
    trips.done(
        "revoked by a paper", kinsan.branch().revoke(customer).move("ICH-APPROVER", "OP000002"));
  }

  private void unlockedByTheMaster() throws Exception {
    LoadedCustomers.Pair pair = premises.ofMirai().next();
    Loaded general = pair.general();
    locks(mirai, general);
    trips.done(
        "by the master's code",
        mirai
            .channel()
            .unlock(pair.master().customer(), general.customer().user(), pair.master().code(0)));
    trips.says(
        "and his own is right again",
        mirai.channel().verify(general.customer(), "TRANSFER", "APPROVE", general.code(0)),
        VERDICT,
        "ACCEPTED");
  }

  private void locks(Programs bank, Loaded one) throws Exception {
    for (int i = 1; i <= 5; i++) {
      trips.says(
          "wrong code number " + i,
          bank.channel().verify(one.customer(), "TRANSFER", "APPROVE", one.wrongCode()),
          VERDICT,
          "REFUSED");
    }
  }

  private void onANewPhone() throws Exception {
    Customer mari = new Customer("SOFT0003", "mari");
    trips.done("opens", shiten.core().openContract(mari.contract(), LocalDate.now(JAPAN), ""));
    trips.done("its customer", shiten.core().addUser(mari, "MASTER"));
    AppActivation activation = activation(trips.done("the form", issue(shiten, mari)));
    Phone phone = new Phone("maris-phone", "SMARTPHONE", InstantSource.system());
    trips.says("activated", shiten.app().activate(activation, phone, TERMS), VERDICT, "ACCEPTED");
    trips.done(
        "a new phone",
        shiten.channel().reissue(mari, "mari@shiten.example", key.encrypted(PASSWORD)));
    trips.done(
        "may download again",
        shiten.branch().releaseDownloads(mari).move("ICH-APPROVER", "OP000002"));
  }

  private HostRecord issue(Programs bank, Customer customer) {
    return bank.channel()
        .issue(customer, customer.user() + "@customer.example", key.encrypted(PASSWORD));
  }

  private AppActivation activation(HostRecord issued) {
    return new AppActivation(
        issued.get("ICH-SERVICE-ID"), issued.get("ICH-ACTIVATION-USER-ID"), PASSWORD, key);
  }
}
