package org.ichido.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.jms.ConnectionFactory;
import org.ichido.api.Audit;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Authenticator;
import org.ichido.api.BankNotServed;
import org.ichido.api.TokenAdministration;
import org.ichido.api.Verdict;
import org.ichido.evidence.Check;
import org.ichido.evidence.Evidence;
import org.ichido.evidence.Requirement;
import org.ichido.itests.Customers.Customer;
import org.ichido.spi.OtpAlgorithm;
import org.ichido.spi.store.TokenStore;
import org.ichido.spi.transport.BankWatcher;
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
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/** The first code through the house, in the distribution as it is shipped. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class FirstHouseIT {
  @Inject private BundleContext context;
  @Inject private Authenticator authenticator;

  @Inject
  @SuppressWarnings("UnusedVariable") // Waited for: without it the vault would not make its keys.
  private TokenStore store;

  @Inject private TokenAdministration administration;
  @Inject private Audit audit;
  @Inject private OtpAlgorithm totp;

  @Inject
  @Filter("(name=ichido)")
  private ConnectionFactory queues;

  @Inject
  @Filter("(component.name=org.ichido.mq.QueueListeners)")
  private BankWatcher listeners;

  private final Evidence evidence = Evidence.first();
  private Customers customers;

  @Configuration
  public Option[] distribution() {
    return new Option[] {InKaraf.distribution()};
  }

  @Before
  public void kinsanIsServed() throws Exception {
    customers = new Customers(authenticator, administration);
    try (ServedBanks banks = new ServedBanks(context)) {
      banks.untilServed();
    }
  }

  @Test
  public void a_everyBundleOfTheHouseIsActive() throws Exception {
    List<Bundle> ours =
        Arrays.stream(context.getBundles())
            .filter(b -> b.getSymbolicName().startsWith("org.ichido."))
            .filter(b -> b.getHeaders().get(Constants.FRAGMENT_HOST) == null)
            .toList();
    List<Bundle> notActive = ours.stream().filter(b -> b.getState() != Bundle.ACTIVE).toList();
    evidence.row("bundles of the house active", ours.size(), notActive.size());
    assertEquals(List.of(), notActive);
    assertTrue("mq listens", ours.contains(FrameworkUtil.getBundle(listeners.getClass())));
    assertTrue("api, spi and nine more, and the test kit: " + ours, ours.size() >= 12);
  }

  /** It is in this container because a test put it there. A driven clock decides what is right. */
  @Test
  public void a_theTestKitIsNotInTheDistribution() {
    Path ours = Path.of(System.getProperty("karaf.home"), "system", "org", "ichido");
    assertTrue("core is", Files.exists(ours.resolve("ichido-core")));
    assertFalse("the test kit is not", Files.exists(ours.resolve("ichido-testkit")));
  }

  @Test
  public void b_rfc6238AppendixBThroughTheAlgorithmService() throws Exception {
    long tries = Rfc6238.APPENDIX_B.size();
    long wrong = Rfc6238.APPENDIX_B.stream().filter(row -> !Rfc6238.holds(row, totp)).count();
    evidence.row("RFC 6238 appendix B", tries, wrong);
    assertEquals(18, tries);
    assertEquals(0, wrong);
  }

  @Test
  @Requirement("S4-2")
  public void c_aCodeGoesThroughTheQueueAndIsAcceptedOnce() throws Exception {
    Customer customer = customers.register();
    try (Hosts hosts = new Hosts(queues);
        HostProgram channel = hosts.channel()) {
      String code = Customers.rightCode(customer);
      HostRecord first =
          Hosts.reply("ICHVFR", channel, Hosts.verify("round-1", customer.holder(), code));
      HostRecord again =
          Hosts.reply("ICHVFR", channel, Hosts.verify("round-2", customer.holder(), code));
      Check check = new Check(evidence, "round trip over the queue");
      check.equal("verdict", "ACCEPTED", first.get("ICH-VERDICT"));
      check.equal("code", "0000", first.get("ICH-RESPONSE-CODE"));
      check.equal("request id", "round-1", first.get("ICH-REQUEST-ID"));
      check.equal("the same code again", "REFUSED", again.get("ICH-VERDICT"));
      check.equal(
          "audit",
          List.of(AuditEvent.REPLAYED, AuditEvent.REFUSED, AuditEvent.ACCEPTED),
          audit.of(customer.holder(), 3).stream().map(AuditEntry::event).toList());
      check.done();
    }
  }

  @Test
  @Requirement("S4-2")
  public void d_sixtyFourThreadsWithOneCodeAndExactlyOneIsAccepted() throws Exception {
    Check check = new Check(evidence, "64 threads with one code, one accepted");
    for (int round = 0; round < 10; round++) {
      Customer customer = customers.register();
      String code = Customers.rightCode(customer);
      List<Verdict> verdicts = Together.run(64, i -> () -> customers.verify(customer, code));
      check.equal("accepted", 1, Customers.accepted(verdicts).size());
    }
    check.done();
  }

  @Test
  public void e_eightSendersOfOneRequestGetOneEffectAndIdenticalReplies() throws Exception {
    Customer customer = customers.register();
    try (Hosts hosts = new Hosts(queues)) {
      HostRecord request = Hosts.verify("eight", customer.holder(), Customers.rightCode(customer));
      List<byte[]> replies =
          Together.run(
              8,
              i ->
                  () -> {
                    try (HostProgram sender = hosts.channel()) {
                      return sender.ask(request, Hosts.WAIT);
                    }
                  });
      Check check = new Check(evidence, "8 senders of one request, one effect, identical replies");
      for (byte[] reply : replies) {
        check.that("identical", Arrays.equals(reply, replies.get(0)));
      }
      HostRecord reply = HostRecord.of("ICHVFR", replies.get(0), HostProgram.EBCDIC);
      check.equal("verdict", "ACCEPTED", reply.get("ICH-VERDICT"));
      check.equal(
          "audit",
          List.of(AuditEvent.ACCEPTED, AuditEvent.REGISTERED),
          audit.of(customer.holder(), 100).stream().map(AuditEntry::event).toList());
      check.done();
    }
  }

  @Test
  @Requirement({"S4-36", "S4-38"})
  public void f_fiveWrongCodesLockARightOneIsRefusedAlikeAndTheBranchUnlocks() throws Exception {
    Customer customer = customers.register();
    try (Hosts hosts = new Hosts(queues);
        HostProgram channel = hosts.channel();
        HostProgram branch = hosts.branch()) {
      Check check = new Check(evidence, "lock after five, refused alike, unlocked by the branch");
      HostRecord wrong = new HostRecord("ICHVFR");
      for (int i = 1; i <= 5; i++) {
        String code = Customers.wrongCode(customer);
        wrong = Hosts.reply("ICHVFR", channel, Hosts.verify("wrong-" + i, customer.holder(), code));
        check.equal("locked after " + i + " (S4-36)", i == 5, customers.locked(customer));
      }
      HostRecord right =
          Hosts.reply(
              "ICHVFR",
              channel,
              Hosts.verify("right", customer.holder(), Customers.rightCode(customer)));
      check.equal("a right code", "REFUSED", right.get("ICH-VERDICT"));
      for (String field : List.of("ICH-VERDICT", "ICH-RESPONSE-CODE", "ICH-RESPONSE-REASON")) {
        check.equal(field, wrong.get(field), right.get(field));
      }
      HostRecord unlocked =
          Hosts.reply(
              "ICHACR", branch, Hosts.operator("ICHOPQ", "UNLK", "unlock", customer.holder()));
      check.equal("unlocked (S4-38)", "0000", unlocked.get("ICH-RESPONSE-CODE"));
      HostRecord described =
          Hosts.reply(
              "ICHDSR", branch, Hosts.operator("ICHDSQ", "DESC", "describe", customer.holder()));
      check.equal("described", "N", described.get("ICH-LOCKED"));
      check.equal("the operator is told", "LOCKED", described.get("ICH-LAST-CAUSE"));
      Verdict verdict = customers.verify(customer, Customers.rightCode(customer));
      check.equal("accepted again", Verdict.Kind.ACCEPTED, verdict.kind());
      check.done();
    }
  }

  @Test
  public void g_aProfileChangeTakesEffectWithoutARestart() throws Exception {
    Customer customer = customers.register();
    Check check = new Check(evidence, "profile change without restart");
    ProfileFile file = new ProfileFile(context);
    try (ServedBanks banks = new ServedBanks(context)) {
      file.set("lockout.consecutive-failures.failures", "1");
      banks.next("the edited profile");
      customers.verify(customer, Customers.wrongCode(customer));
      check.equal("locked at the first failure", true, customers.locked(customer));
      file.restore();
      banks.next("the restored profile");
    }
    Customer other = customers.register();
    customers.verify(other, Customers.wrongCode(other));
    check.equal("locked at the first failure", false, customers.locked(other));
    check.done();
  }

  @Test
  public void h_fiveKindsOfWrongProfileFailClosedAndTheMessageWaits() throws Exception {
    Customer customer = customers.register();
    ProfileFile file = new ProfileFile(context);
    Check check =
        new Check(evidence, "wrong profiles fail closed, file and key named, messages wait");
    try (Hosts hosts = new Hosts(queues);
        HostProgram channel = hosts.channel();
        ServedBanks banks = new ServedBanks(context)) {
      for (WrongProfile wrong : WrongProfile.FIVE_KINDS) {
        wrong.writeTo(file);
        banks.until(wrong.kind(), List::isEmpty);
        BankNotServed refused =
            assertThrows(
                wrong.kind(),
                BankNotServed.class,
                () -> customers.verify(customer, Customers.wrongCode(customer)));
        check.that(wrong.kind(), refused.getMessage().contains(wrong.place()));
        check.that(wrong.kind(), HealthLines.of(context, "bank kinsan").contains(wrong.place()));
        String waiting =
            channel.put(Hosts.verify("waits-" + wrong.key(), customer.holder(), "000000"));
        file.restore();
        banks.until("kinsan again", served -> !served.isEmpty());
        check.that("answered afterwards", channel.receive(waiting, Hosts.WAIT).length > 0);
      }
    }
    check.done();
  }

  @Test
  public void i_aLockoutRuleWithAHigherRankingTakesOverAndGivesWayWithNoFailedRequest()
      throws Exception {
    Load load = Load.start(customers, 4);
    try (ServedBanks banks = new ServedBanks(context)) {
      for (int round = 0; round < 5; round++) {
        Bundle stricter = context.installBundle("stricter", StricterBundle.jar());
        stricter.start();
        banks.next("the stricter rule");
        Customer strict = customers.register();
        customers.verify(strict, Customers.wrongCode(strict));
        assertTrue("the stricter rule locks at the first failure", customers.locked(strict));
        stricter.uninstall();
        banks.next("the former rule");
        Customer lenient = customers.register();
        customers.verify(lenient, Customers.wrongCode(lenient));
        assertFalse("the former rule is back", customers.locked(lenient));
      }
    } finally {
      load.stop();
    }
    evidence.row("requests while a lockout rule is swapped", load.requests(), load.failed());
    assertTrue("there was load", load.requests() > 10);
    assertEquals(0, load.failed());
  }

  @Test
  public void j_theAuditChainIsWhole() throws Exception {
    var report = audit.verifyChain();
    evidence.row("audit entries in the chain", report.entries(), report.intact() ? 0 : 1);
    assertEquals(Optional.empty(), report.fault());
    assertTrue(report.entries() > 100);
  }

  @Test
  public void z_neitherLogNorDataHoldASeedOrACode() throws Exception {
    Path data = Path.of(System.getProperty("karaf.data"));
    Set<String> codes = Customers.CODES.stream().collect(Collectors.toSet());
    assertTrue("this looks for something", Customers.SEEDS.size() > 10 && codes.size() > 10);
    SecretSearch seeds = SecretSearch.forSeeds(Customers.SEEDS);
    List<String> seedHits = seeds.in(data, path -> true);
    List<String> codeHits =
        SecretSearch.forCodes(codes)
            .in(data, path -> !path.startsWith(data.resolve("ichido/broker")));
    evidence.row("seeds found in log and data", Customers.SEEDS.size(), seedHits.size());
    evidence.row("codes found in log and data", codes.size(), codeHits.size());
    assertEquals(List.of(), seedHits);
    assertEquals(List.of(), codeHits);
    assertTrue("the search reads the files", seeds.filesRead() > 10);
  }
}
