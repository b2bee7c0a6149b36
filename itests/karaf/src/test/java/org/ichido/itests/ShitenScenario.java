package org.ichido.itests;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ichido.itests.Scenario.Enrolled;
import org.ichido.testkit.host.Customer;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.token.AppActivation;
import org.ichido.testkit.token.Phone;

/** Watashi no Shiten (S2): one person, who does everything by himself. */
final class ShitenScenario {
  private static final String CONTRACT = "SHITEN0001";
  private static final Customer TARO = new Customer(CONTRACT, "taro");

  private final Scenario s;
  private Enrolled taro;

  ShitenScenario(Scenario scenario) {
    this.s = scenario;
  }

  void run() throws Exception {
    s.minute();
    beforeItIsInUse();
    taro = s.enrols(TARO, "phone-1", "SMARTPHONE");
    onceInUse();
    invalidOneMinuteLater();
    lockedUntilThePaperCame();
    aNewPhone();
    tooManyDownloads();
    stoppedAfterAReport();
    renewedAndExpired();
    s.told(
        CONTRACT,
        "ISSUED ACTIVATED CONFIRMED LOCKED UNLOCKED REVOKED ISSUED ACTIVATED CONFIRMED "
            + "REVOKED ISSUED ACTIVATED CANCELLED ISSUED ACTIVATED CANCELLED ISSUED ACTIVATED "
            + "CANCELLED ISSUED ACTIVATED CONFIRMED SUSPENDED RESUMED RENEWED EXPIRED REVOKED "
            + "ISSUED");
  }

  private void beforeItIsInUse() throws Exception {
    s.step(
        "a contract, method by the profile", s.core.openContract(CONTRACT, s.today(), ""), "DONE");
    s.step("its customer", s.core.addUser(TARO, "MASTER"), "DONE");
    s.step("login by PC", s.channel.atLogin(TARO), "NOT_REQUIRED, next APPLY");
    s.step("a transfer by PC", transfers("PC"), "NOT_REQUIRED, next APPLY");
    s.step(
        "login by smartphone",
        s.channel.atLogin(TARO).move("ICH-CHANNEL", "SP"),
        "NOT_REQUIRED, next APPLY");
    s.step("a transfer by smartphone", transfers("SP"), "BLOCKED, next APPLY");
  }

  private HostRecord transfers(String channel) {
    return s.channel.next(TARO, "TRANSFER", "SUBMIT").move("ICH-CHANNEL", channel);
  }

  private void onceInUse() throws Exception {
    for (String channel : List.of("PC", "SP")) {
      s.step(
          "login by " + channel,
          s.channel.atLogin(TARO).move("ICH-CHANNEL", channel),
          "REQUIRED SOFT, next NONE");
      s.step("a transfer by " + channel, transfers(channel), "REQUIRED SOFT, next NONE");
    }
    s.minute();
    s.step(
        "login with a code",
        s.channel.verify(TARO, "LOGIN", "LOGIN", taro.phone().code()),
        "ACCEPTED");
    s.paysWith("a transfer with the next", TARO, taro.phone(), "ACCEPTED");
  }

  private void invalidOneMinuteLater() throws Exception {
    s.minute();
    HostRecord last = s.transfer(TARO, taro.phone());
    s.clock.advance(Duration.ofMillis(59_999));
    s.step("59.999 s after the code's minute began", last, "ACCEPTED");
    s.clock.advance(Duration.ofMillis(1));
    HostRecord late = s.transfer(TARO, taro.phone());
    s.minute();
    s.step("60 s after", late, "REFUSED");
    s.step("why", s.first.describe(TARO), "ACTIVE, locked N, last REFUSED STALE");
  }

  private void lockedUntilThePaperCame() throws Exception {
    s.fiveWrongCodesLock(TARO, taro.phone());
    s.minute();
    s.step("he unlocks himself", s.channel.unlock(TARO, "taro", taro.phone().code()), "FORBIDDEN");
    s.step("the bank, without an approver", s.first.unlock(TARO), "APPROVER_MISSING");
    s.step("the bank", s.first.unlock(TARO).move("ICH-APPROVER", "OP000002"), "DONE");
    s.paysWith("he is back", TARO, taro.phone(), "ACCEPTED");
  }

  private void aNewPhone() throws Exception {
    Phone former = taro.phone();
    s.step("without the card", reissue().move("ICH-CARD-PROVED", "N"), "NO_CARD");
    s.step(
        "without the confirmation password",
        reissue().move("ICH-PASSWORD-PROVED", "N"),
        "PASSWORD_NOT_CONFIRMED");
    s.step("without the telephone", reissue().move("ICH-PHONE-PROVED", "N"), "PHONE_FAILED");
    s.paysWith("the former phone until then", TARO, former, "ACCEPTED");
    AppActivation activation = s.mailed(TARO, s.reissued("all three are proved", TARO));
    s.paysWith("the former phone from then on", TARO, former, "REFUSED");
    s.step("a transfer meanwhile", transfers("PC"), "BLOCKED, next ACTIVATE");
    Phone phone = new Phone("phone-2", "SMARTPHONE", s.clock);
    s.activates(TARO, activation, phone);
    s.confirms(TARO, phone);
    taro = new Enrolled(activation, phone);
    s.paysWith("the new phone", TARO, phone, "ACCEPTED");
    s.paysWith("the former phone", TARO, former, "REFUSED");
  }

  private HostRecord reissue() {
    return s.channel.reissue(TARO, "again@shiten.example", s.key.encrypted("4711"));
  }

  private void tooManyDownloads() throws Exception {
    Phone phone = taro.phone();
    for (int seed = 3; seed <= 5; seed++) {
      s.activates(TARO, s.mailed(TARO, s.reissued("for seed number " + seed, TARO)), phone);
    }
    s.step("a sixth", reissue(), "DOWNLOAD_LIMIT");
    HostRecord paper = s.first.releaseDownloads(TARO).move("ICH-APPROVER", "OP000002");
    s.step("the branch, without an approver", s.first.releaseDownloads(TARO), "APPROVER_MISSING");
    s.step("the branch, by a paper", paper, "DONE");
    AppActivation activation = s.mailed(TARO, s.reissued("a sixth", TARO));
    s.activates(TARO, activation, phone);
    s.confirms(TARO, phone);
    taro = new Enrolled(activation, phone);
  }

  private void stoppedAfterAReport() throws Exception {
    s.step("the telephone is lost, he says", s.first.suspend(TARO), "DONE");
    s.paysWith("whoever has it", TARO, taro.phone(), "REFUSED");
    s.step("why", s.first.describe(TARO), "ACTIVE, locked N, last REFUSED SUSPENDED");
    s.step("a new token would lift it", reissue(), "FORBIDDEN");
    HostRecord asked = s.first.liftSuspension(TARO);
    s.step("found again", asked, "AWAITS_APPROVAL");
    s.step("by a second operator", s.second.approve(asked), "DONE");
    s.paysWith("he is back", TARO, taro.phone(), "ACCEPTED");
  }

  private void renewedAndExpired() throws Exception {
    Instant end = expiry();
    LocalDate lastDay = LocalDate.ofInstant(end.minusMillis(1), Scenario.JAPAN);
    Instant opens = Scenario.midnight(lastDay.minusDays(180));
    s.clock.set(opens.minusMillis(1));
    s.step("before the window", s.channel.atLogin(TARO), "REQUIRED SOFT, next NONE");
    s.clock.set(opens);
    s.step("in the window", s.channel.atLogin(TARO), "REQUIRED SOFT, next RENEW");
    s.step("renewal with a wrong code", wrongRenewal(), "CODE_REFUSED");
    HostRecord renewed = s.step("renewal", s.renewal(taro), "DONE");
    Instant later = renewed.time("ICH-UNTIL").orElseThrow();
    assertEquals(
        "60 months from the renewal",
        Scenario.midnight(s.today().plusMonths(60).plusDays(1)),
        later);
    assertEquals(Optional.of(later), Optional.of(expiry()));

    s.clock.set(later.minusMillis(1));
    s.step("the last instant", s.transfer(TARO, taro.phone()), "ACCEPTED");
    s.clock.set(later);
    s.step("the first after it", s.transfer(TARO, taro.phone()), "REFUSED");
    s.step("login", s.channel.atLogin(TARO), "BLOCKED, next REISSUE");
    s.awaits(CONTRACT, "EXPIRED");
    s.minute();
    s.step("renewal after the expiry", s.renewal(taro), "NOT_RENEWABLE");
    s.reissued("a token on the same phone", TARO);
  }

  private HostRecord wrongRenewal() {
    AppActivation pair = taro.activation();
    return s.app.renew(pair.serviceId(), pair.userId(), taro.phone().wrongCode());
  }

  private Instant expiry() throws Exception {
    HostRecord described =
        s.step("the expiry", s.first.describe(TARO), "ACTIVE, locked N, last ACCEPTED");
    return described.time("ICH-EXPIRES-AT").orElseThrow();
  }
}
