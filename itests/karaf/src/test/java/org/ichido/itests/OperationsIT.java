package org.ichido.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.inject.Inject;
import javax.jms.ConnectionFactory;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.ichido.api.Authenticator;
import org.ichido.api.TokenAdministration;
import org.ichido.evidence.Check;
import org.ichido.evidence.Evidence;
import org.ichido.itests.Customers.Customer;
import org.ichido.spi.notice.Notifier;
import org.ichido.spi.store.TokenStore;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;
import org.junit.Before;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.MethodSorters;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** What administrators do with a running server, by its own commands. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class OperationsIT {
  private static final String REQUESTS = "KINSAN.OTP.REQUEST";
  private static final String REPLIES = "KINSAN.CHANNEL.REPLY";
  private static final String NEW_REPLIES = "KINSAN.CHANNEL.REPLY.NEW";

  @Inject private BundleContext context;
  @Inject private Authenticator authenticator;

  @Inject
  @SuppressWarnings("UnusedVariable") // Waited for: without it the vault would not make its keys.
  private TokenStore store;

  @Inject private TokenAdministration administration;
  @Inject private SessionFactory sessions;

  @Inject
  @Filter("(name=ichido)")
  private ConnectionFactory queues;

  private final Evidence evidence = new Evidence("operations", 1, "check", "tries", "wrong");
  private Customers customers;
  private Shell admin;

  @Configuration
  public Option[] distribution() {
    return new Option[] {InKaraf.distribution(), MailServer.started()};
  }

  @Before
  public void kinsanIsServed() throws Exception {
    customers = new Customers(authenticator, administration);
    admin = new Shell(sessions, "admin");
    try (ServedBanks banks = new ServedBanks(context)) {
      banks.untilServed();
    }
  }

  @Test
  public void a_everyRoleHasItsCommandsAndNoOthers() throws Exception {
    Check check = new Check(evidence, "roles at the shell");
    Shell viewer = new Shell(sessions, "viewer");
    Shell manager = new Shell(sessions, "manager");
    check.that("viewer", viewer.run("ichido:status").contains("Overall: "));
    check.that("viewer", viewer.run("ichido:transport-key").contains("transport-1"));
    check.that("manager", manager.run("ichido:token-list kinsan").contains("No tokens"));
    check.that("manager", manager.run("ichido:backout-list kinsan").contains("No messages"));
    for (String[] refused :
        new String[][] {
          {"viewer", "ichido:token-list kinsan"},
          {"viewer", "ichido:count kinsan"},
          {"viewer", "ichido:fee-list kinsan"},
          {"viewer", "ichido:drain kinsan"},
          {"manager", "ichido:load kinsan a b c"},
          {"manager", "ichido:delta kinsan a b"},
          {"manager", "ichido:drain kinsan"},
          {"manager", "ichido:backout-retry --all kinsan"},
          {"manager", "ichido:reply-resend --all kinsan"},
          {"manager", "ichido:inbox-purge"},
        }) {
      Exception no =
          assertThrows(
              String.join(" ", refused),
              Exception.class,
              () -> new Shell(sessions, refused[0]).run(refused[1]));
      check.that(String.join(" ", refused), no.getMessage().contains("Command not found"));
    }
    check.done();
  }

  @Test
  public void b_aDrainedBankStaysDrainedOverARestartOfCoreAndLosesNothing() throws Exception {
    Customer customer = customers.register();
    Check check = new Check(evidence, "drained over a restart, nothing lost");
    String waiting;
    try (Hosts hosts = new Hosts(queues);
        HostProgram channel = hosts.channel()) {
      String drained = admin.run("ichido:drain kinsan");
      check.that(drained, drained.contains("by administrator vera"));
      check.that(drained, drained.contains("Nothing is in hand any more."));
      waiting =
          channel.put(Hosts.verify("drained", customer.holder(), Customers.rightCode(customer)));
    }
    Exception warned =
        assertThrows(Exception.class, () -> admin.run("ichido:status --fail-on warn"));
    check.equal("status", "Ichido is WARN.", warned.getMessage());

    Bundle core = bundle("org.ichido.core");
    core.stop();
    String status = admin.run("ichido:status");
    check.that(status, status.contains("bundle org.ichido.core is not started"));
    check.that(status, !status.contains("store-jdbc is not started"));
    core.start();
    until("drained since");
    // The broker needs core as well: it was restarted with it.
    ConnectionFactory restarted = service(ConnectionFactory.class, "(name=ichido)");
    check.equal("waiting on the queue", 1, QueueDepth.of(restarted, REQUESTS));
    customers =
        new Customers(service(Authenticator.class, null), service(TokenAdministration.class, null));
    check.that(
        "callers inside are served",
        customers.verify(customer, Customers.wrongCode(customer)) != null);

    check.that("resumed", admin.run("ichido:resume kinsan").contains("Resumed: bank kinsan."));
    try (Hosts hosts = new Hosts(restarted);
        HostProgram channel = hosts.channel()) {
      HostRecord reply =
          HostRecord.of("ICHVFR", channel.receive(waiting, Hosts.WAIT), HostProgram.EBCDIC);
      check.equal("verdict", "ACCEPTED", reply.get("ICH-VERDICT"));
    }
    check.done();
  }

  @Test
  public void c_aBackedOutRequestIsAnsweredOnceItsProfileIsMended() throws Exception {
    Customer customer = customers.register();
    Check check = new Check(evidence, "backed out, listed, retried, answered");
    ProfileFile profile = new ProfileFile(context);
    try (Hosts hosts = new Hosts(queues);
        HostProgram channel = hosts.channel(NEW_REPLIES);
        HostProgram ordinary = hosts.channel();
        ServedBanks banks = new ServedBanks(context)) {
      String code = Customers.rightCode(customer);
      String put = channel.put(Hosts.verify("elsewhere", customer.holder(), code));
      ordinary.ask(Hosts.verify("next", customer.holder(), "000000"), Hosts.WAIT);
      String list = untilListed("REPLY_TO_REFUSED");
      check.that(list, list.contains("sent by channel"));
      check.that("no body", !list.contains(code));
      check.that("fits 100 columns", list.lines().allMatch(line -> line.length() <= 100));
      Matcher id =
          Pattern.compile("\"messageId\":\"([^\"]+)\"")
              .matcher(admin.run("ichido:backout-list --json kinsan"));
      check.that("listed for programs", id.find());
      Exception stays =
          assertThrows(
              Exception.class, () -> admin.run("ichido:backout-retry kinsan " + id.group(1)));
      check.equal("before the profile is mended", "Not handled: 1 of 1.", stays.getMessage());

      profile.set("requester.channel.reply-to", REPLIES + ", " + NEW_REPLIES);
      banks.next("the mended profile");
      String retried = admin.run("ichido:backout-retry --all --reason REPLY_TO_REFUSED kinsan");
      check.that(retried, retried.contains("ANSWERED"));
      HostRecord reply =
          HostRecord.of("ICHVFR", channel.receive(put, Hosts.WAIT), HostProgram.EBCDIC);
      check.equal("verdict", "ACCEPTED", reply.get("ICH-VERDICT"));
      check.that("gone", admin.run("ichido:backout-list kinsan").contains("No messages."));
    } finally {
      profile.restore();
    }
    check.done();
  }

  @Test
  public void d_aParkedReplyIsResentByteForByte() throws Exception {
    Customer customer = customers.register();
    Check check = new Check(evidence, "parked, listed, resent");
    try (Hosts hosts = new Hosts(queues);
        HostProgram channel = hosts.channel()) {
      String put;
      try (ClosedQueue closed = new ClosedQueue(context, queues, REPLIES)) {
        closed.untilUsed();
        put = channel.put(Hosts.verify("parked", customer.holder(), Customers.rightCode(customer)));
        HealthLines.until(context, "bank kinsan, parked replies", "1 could not be delivered");
        String list = admin.run("ichido:reply-list kinsan");
        check.that(list, list.contains("request parked") && list.contains("2085"));
        Exception stays =
            assertThrows(Exception.class, () -> admin.run("ichido:reply-resend --all kinsan"));
        check.equal("while it is closed", "Not sent: 1 of 1.", stays.getMessage());
      }
      String number =
          Arrays.stream(admin.run("ichido:reply-list kinsan").split("\n", -1))
              .filter(line -> line.contains("request parked"))
              .map(line -> line.substring(0, line.indexOf(' ')))
              .findFirst()
              .orElseThrow();
      String resent = admin.run("ichido:reply-resend kinsan " + number);
      check.that(resent, resent.contains("RESENT"));
      byte[] late = channel.receive(put, Hosts.WAIT);
      HostRecord reply = HostRecord.of("ICHVFR", late, HostProgram.EBCDIC);
      check.equal("verdict", "ACCEPTED", reply.get("ICH-VERDICT"));
      check.equal("request id", "parked", reply.get("ICH-REQUEST-ID"));
      check.that("gone", admin.run("ichido:reply-list kinsan").contains("No parked replies."));
    }
    check.done();
  }

  @Test
  public void e_everythingIsSaidForProgramsToo() throws Exception {
    Check check = new Check(evidence, "json of every listing");
    for (String command :
        List.of(
            "ichido:status --json",
            "ichido:token-list --json kinsan",
            "ichido:explain --json kinsan C0001 user1",
            "ichido:audit-verify --json",
            "ichido:transport-key --json",
            "ichido:backout-list --json kinsan",
            "ichido:reply-list --json kinsan",
            "ichido:count --json kinsan",
            "ichido:order-list --json kinsan",
            "ichido:fee-list --json kinsan",
            "ichido:inbox-purge --json")) {
      String document = admin.run(command).strip();
      check.that(command + ": " + document, document.matches("\\{\"[ -~]*\\}"));
    }
    String status = admin.run("ichido:status");
    check.that(status, status.contains("answers remembered, the oldest of "));
    check.that("fits 100 columns", status.lines().allMatch(line -> line.length() <= 100));
    check.done();
  }

  @Test
  public void f_aClockThatAFileDrivesIsObeyedAndWarnedOf() throws Exception {
    Check check = new Check(evidence, "a clock that a file drives, warned of");
    new DrivenByFile(context, check).isObeyedAndWarnedOfUntilItIsGone();
    check.done();
  }

  @Test
  public void g_aNoticeGoesToTheMailServerThatTheFileNames() throws Exception {
    Check check = new Check(evidence, "a notice by mail");
    Notifier mail = service(Notifier.class, "(component.name=org.ichido.mail.SmtpNotifier)");
    new NoticeByMail(context, mail).goesWhereTheFileSays(check);
    check.done();
  }

  @Test
  public void h_aCustomerOfAFormerSystemIsLoadedAndGoesOn() throws Exception {
    Check check = new Check(evidence, "a load of a former system's customer");
    new LoadedAtTheShell(admin, customers).goesOnWhereItStood(check);
    check.done();
  }

  /** Waits for words in what the bank says of itself. */
  private void until(String words) throws Exception {
    HealthLines.until(context, "bank kinsan", words);
  }

  private String untilListed(String reason) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    String list = admin.run("ichido:backout-list kinsan");
    while (!list.contains(reason) && System.nanoTime() < end) {
      list = admin.run("ichido:backout-list kinsan");
    }
    assertTrue(list, list.contains(reason));
    return list;
  }

  private Bundle bundle(String name) {
    List<Bundle> found =
        Arrays.stream(context.getBundles())
            .filter(bundle -> bundle.getSymbolicName().equals(name))
            .toList();
    assertEquals(1, found.size());
    return found.get(0);
  }

  private <T> T service(Class<T> type, String filter) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    Collection<ServiceReference<T>> found = context.getServiceReferences(type, filter);
    while (found.isEmpty() && System.nanoTime() < end) {
      found = context.getServiceReferences(type, filter);
    }
    return context.getService(found.iterator().next());
  }
}
