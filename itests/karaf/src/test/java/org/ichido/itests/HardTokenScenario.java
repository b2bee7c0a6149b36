package org.ichido.itests;

import static org.junit.Assert.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ichido.simulators.Account;
import org.ichido.simulators.DayBooks;
import org.ichido.simulators.Manner;
import org.ichido.testkit.host.Customer;
import org.ichido.testkit.host.FeeRequest;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.token.TokenApp;

/** Kinsan Business Direct (S4): a company of five users, who share a hard token. */
final class HardTokenScenario {
  private static final String CONTRACT = "KINSAN0001";
  private static final Customer MASTER = new Customer(CONTRACT, "master");
  private static final List<Customer> USERS =
      List.of(
          MASTER,
          new Customer(CONTRACT, "hanako"),
          new Customer(CONTRACT, "jiro"),
          new Customer(CONTRACT, "saburo"),
          new Customer(CONTRACT, "shiro"));
  private static final Customer HANAKO = USERS.get(1);
  private static final Customer JIRO = USERS.get(2);

  private static final String FIRST = Delivery.serial(1);
  private static final String SECOND = Delivery.serial(2);
  private static final String THIRD = Delivery.serial(3);

  private final HardTokenBank bank;
  private final DrivenServer server;

  HardTokenScenario(HardTokenBank bank, DrivenServer server) {
    this.bank = bank;
    this.server = server;
  }

  void run() throws Exception {
    aThousandTokensAreDelivered();
    aCompanyAppliesForHardTokens();
    theFirstIsOrderedAndSkipped();
    allFiveRegisterIt();
    wrongCodesOfFiveUsersLockIt();
    itIsLostAndOrderedAgain();
    theServerIsKilledBetweenRequestAndReply();
    theNewOneTakesItsPlace();
    theBooksAgreeAtDayEnd();
    coreBankingForgetsAndDebitsTwice();
    bank.told(
        CONTRACT,
        "ORDERED SHIPPED REGISTERED REGISTERED REGISTERED REGISTERED REGISTERED LOCKED UNLOCKED "
            + "SUSPENDED ORDERED SHIPPED REVOKED REGISTERED REGISTERED REGISTERED REGISTERED "
            + "REGISTERED ORDERED");
  }

  private void aThousandTokensAreDelivered() throws Exception {
    Path file =
        new Delivery(1000)
            .writtenTo(Path.of(InKaraf.property("ichido.work"), "hard-tokens", "delivery.csv"));
    bank.says(
        "a delivery is taken in",
        "ichido:stock-import --wipe kinsan " + file,
        "Added: 1,000 devices.");
    bank.seen(
        "the seeds are gone", file.getFileName().toString(), "" + Files.exists(file), "false");
    bank.says("the stock", "ichido:stock-list kinsan", "012 1,000 0 0 0 0 0 0");
  }

  private void aCompanyAppliesForHardTokens() throws Exception {
    bank.step("business opens", bank.core.openBusiness(server.today()), "DONE");
    bank.step(
        "a contract with hard tokens",
        bank.core.openContract(CONTRACT, server.today(), "HARD"),
        "DONE");
    bank.step("its account", bank.core.changeAccount(CONTRACT, "1234567", "ｷﾝｻﾝｼﾖｳｼﾞ(ｶ"), "DONE");
    bank.coreBanking.open(new Account("012", "1", "1234567"), 100_000);
    for (Customer user : USERS) {
      String role = user.equals(MASTER) ? "MASTER" : "GENERAL";
      bank.step("its user " + user.user(), bank.core.addUser(user, role), "DONE");
    }
    bank.step(
        "login before anything is ordered",
        bank.channel.atLogin(MASTER),
        "BLOCKED, next CONTACT_BANK");
  }

  private void theFirstIsOrderedAndSkipped() throws Exception {
    HostRecord order = bank.branch.placeOrder(CONTRACT, "FIRST", FIRST);
    bank.step("without a paper", order.move("ICH-PAPER-NUMBER", ""), "GROUNDS_MISSING");
    ordered("the first, which is free", bank.branch.placeOrder(CONTRACT, "FIRST", FIRST), 1);
    bank.step(
        "a second first one", bank.branch.placeOrder(CONTRACT, "FIRST", SECOND), "NOT_THE_FIRST");
    for (Customer user : USERS) {
      bank.step(
          "login of " + user.user(),
          bank.channel.atLogin(user),
          "EXEMPT REGISTER_LATER, next REGISTER");
      HostRecord skipped = bank.step("he skips", bank.channel.skipRegistration(user), "DONE");
      assertEquals(
          "to the end of D+30",
          Optional.of(Scenario.midnight(server.today().plusDays(31))),
          skipped.time("ICH-UNTIL"));
    }
    bank.says(
        "each skip is recorded",
        "ichido:explain --limit 4 kinsan " + CONTRACT + " " + HANAKO.user(),
        "SKIPPED");
    bank.step(
        "a transfer meanwhile",
        bank.channel.next(MASTER, "TRANSFER", "SUBMIT"),
        "BLOCKED, next REGISTER");
    bank.step("it is sent", bank.branch.shipOrder(CONTRACT, 1), "DONE");
  }

  private void allFiveRegisterIt() throws Exception {
    TokenApp device = Delivery.device(FIRST);
    bank.step(
        "one that is still in stock",
        bank.channel.registerDevice(MASTER, SECOND, code(Delivery.device(SECOND))),
        "CODE_REFUSED");
    for (Customer user : USERS) {
      server.minute();
      bank.step(
          user.user() + " registers it",
          bank.channel.registerDevice(user, FIRST, code(device)),
          "DONE");
    }
    bank.step("his code for a co-user", login(HANAKO, code(device)), "REFUSED");
    for (Customer user : USERS) {
      server.minute();
      bank.step("login of " + user.user(), login(user, code(device)), "ACCEPTED");
    }
    bank.says("the stock", "ichido:stock-list kinsan", "012 999 0 0 1 0 0 0");
  }

  private void wrongCodesOfFiveUsersLockIt() throws Exception {
    TokenApp device = Delivery.device(FIRST);
    server.minute();
    for (Customer user : USERS) {
      bank.step(
          "a wrong code of " + user.user(),
          login(user, device.wrongCodeAt(server.instant())),
          "REFUSED");
    }
    bank.step("the right code of one of them", login(JIRO, code(device)), "REFUSED");
    bank.step(
        "the bank sees whose code was wrong",
        bank.branch.describe(HANAKO),
        "ACTIVE, locked Y, last REFUSED INVALID");
    bank.step(
        "and whose was right, but too late",
        bank.branch.describe(JIRO),
        "ACTIVE, locked Y, last REFUSED LOCKED");
    bank.step(
        "the master unlocks for a co-user",
        bank.channel.unlock(MASTER, "hanako", code(device)),
        "FORBIDDEN");
    bank.step(
        "the branch, without a paper",
        bank.branch.unlockDevice(CONTRACT, FIRST).move("ICH-PAPER-NUMBER", ""),
        "GROUNDS_MISSING");
    bank.step("the branch, by a paper", bank.branch.unlockDevice(CONTRACT, FIRST), "DONE");
    bank.step("the right code now", login(JIRO, code(device)), "ACCEPTED");
  }

  private void itIsLostAndOrderedAgain() throws Exception {
    bank.step("one of the five has lost it", bank.branch.suspend(JIRO), "DONE");
    server.minute();
    for (Customer user : USERS) {
      bank.step(
          "the lost token, for " + user.user(),
          login(user, code(Delivery.device(FIRST))),
          "REFUSED");
    }
    bank.coreBanking.answers(2, Manner.WHEN_TOLD);
    ordered(
        "another in its place", bank.branch.placeOrder(CONTRACT, "REISSUE_LOST", SECOND, FIRST), 2);
    FeeRequest debit =
        bank.coreBankingIsAsked(
            "core banking is asked for the fee", "DBIT DEBIT of order 2, 2200 yen, resend N");
    assertEquals("tax", 200, debit.record().number("ICH-FEE-TAX"));
    assertEquals("fee code", "OTPHT", debit.record().get("ICH-FEE-CODE"));
    assertEquals("day", Optional.of(server.today()), debit.record().day("ICH-BUSINESS-DATE"));
    bank.step("sent before it is paid", bank.branch.shipOrder(CONTRACT, 2), "FEE_UNSETTLED");
  }

  private void theServerIsKilledBetweenRequestAndReply() throws Exception {
    bank.serverIsKilled();
    bank.says("the fee after the kill", "ichido:fee-list kinsan", "REQUESTED");
    bank.coreBankingAnswers(2, 2);
    bank.until("core banking answers twice", "ichido:fee-list --all kinsan", "booking B00000001");
    bank.seen(
        "what core banking debited",
        "its books",
        bank.coreBanking.day(server.today()).toString(),
        new DayBooks(1, 2_200, 0, 0).toString());
  }

  private void theNewOneTakesItsPlace() throws Exception {
    TokenApp device = Delivery.device(SECOND);
    bank.step("it is sent, now that it is paid", bank.branch.shipOrder(CONTRACT, 2), "DONE");
    server.minute();
    bank.step(
        "the master registers it",
        bank.channel.registerDevice(MASTER, SECOND, code(device)),
        "DONE");
    for (Customer user : USERS) {
      server.minute();
      bank.step("login of " + user.user() + " by it", login(user, code(device)), "ACCEPTED");
      bank.step("by the lost one", login(user, code(Delivery.device(FIRST))), "REFUSED");
    }
    bank.says("the stock", "ichido:stock-list kinsan", "012 998 0 0 1 0 0 1");
  }

  private void theBooksAgreeAtDayEnd() throws Exception {
    bank.step("the books at day end", theirBooks(server.today()), "equal Y, differences 0");
    bank.step("business closes", bank.core.closeBusiness(server.today()), "DONE");
    bank.says(
        "orders, debits and replies",
        "ichido:fee-reconcile kinsan " + server.today(),
        "Equal: every debit and refund is answered, and answered once.");
  }

  private void coreBankingForgetsAndDebitsTwice() throws Exception {
    server.set(server.instant().plus(Duration.ofDays(1)));
    bank.step("business of Friday opens", bank.core.openBusiness(server.today()), "DONE");
    bank.coreBanking.answers(3, Manner.WHEN_TOLD);
    ordered("one token more", bank.branch.placeOrder(CONTRACT, "ADD", THIRD), 3);
    bank.coreBankingIsAsked("its fee", "DBIT DEBIT of order 3, 2200 yen, resend N");
    bank.coreBanking.memory(false);
    bank.coreBanking.answers(3, Manner.AT_ONCE);
    server.minute();
    bank.coreBankingIsAsked("no answer in a minute", "DINQ DEBIT of order 3, 2200 yen, resend N");
    bank.coreBankingIsAsked("it says NEVER_SEEN", "DBIT DEBIT of order 3, 2200 yen, resend Y");
    bank.until("it says BOOKED", "ichido:fee-list --all kinsan", "booking B00000003");
    bank.seen(
        "what core banking debited",
        "its books",
        bank.coreBanking.day(server.today()).toString(),
        new DayBooks(2, 4_400, 0, 0).toString());
    bank.step("the books", theirBooks(server.today()), "equal N, differences 0");
    bank.coreBankingAnswers(3, 1);
    String twice =
        bank.until(
            "and what it held back, late",
            "ichido:fee-reconcile kinsan " + server.today(),
            "BOOKED_TWICE");
    bank.seen(
        "the bookings that are named",
        "ichido:fee-reconcile",
        "" + (twice.contains("B00000002") && twice.contains("B00000003")),
        "true");
    bank.step("the books", theirBooks(server.today()), "equal N, differences 1");
    bank.says("nothing of it broke the audit", "ichido:audit-verify", "intact");
  }

  private HostRecord theirBooks(LocalDate day) {
    DayBooks books = bank.coreBanking.day(day);
    return bank.core.compareBooks(
        day, books.debits(), books.debitYen(), books.refunds(), books.refundYen());
  }

  private void ordered(String what, HostRecord order, int number) throws Exception {
    HostRecord reply = bank.step(what, order, "DONE");
    assertEquals("the number of the order", number, reply.number("ICH-ORDER-NUMBER"));
  }

  private HostRecord login(Customer user, String code) {
    return bank.channel.verify(user, "LOGIN", "LOGIN", code);
  }

  private String code(TokenApp device) {
    return device.codeAt(server.instant());
  }
}
