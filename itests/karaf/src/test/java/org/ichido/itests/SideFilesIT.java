package org.ichido.itests;

import static org.junit.Assert.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import javax.jms.ConnectionFactory;
import org.ichido.api.Authenticator;
import org.ichido.api.BankNotServed;
import org.ichido.api.TokenAdministration;
import org.ichido.evidence.Check;
import org.ichido.evidence.Evidence;
import org.ichido.itests.Customers.Customer;
import org.ichido.spi.store.TokenStore;
import org.ichido.testkit.host.HostProgram;
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
import org.osgi.framework.BundleContext;

/** The files beside a bank's profile in a running server, and the example banks. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class SideFilesIT {
  private static final String TABLE = "ichido/kinsan/operations.txt";

  @Inject private BundleContext context;
  @Inject private Authenticator authenticator;

  @Inject
  @SuppressWarnings("UnusedVariable") // Waited for: without it the vault would not make its keys.
  private TokenStore store;

  @Inject private TokenAdministration administration;

  @Inject
  @Filter("(name=ichido)")
  private ConnectionFactory queues;

  private final Evidence evidence = new Evidence("side-files", 1, "check", "tries", "wrong");
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
  public void a_aBrokenOperationTableStopsTheBankAndTheMessageWaitsUntilItIsMended()
      throws Exception {
    Customer customer = customers.register();
    ProfileFile table = new ProfileFile(context, TABLE);
    int lines = Files.readAllLines(etc().resolve(TABLE)).size();
    Check check = new Check(evidence, "broken operation table, file and line named, message waits");
    try (Hosts hosts = new Hosts(queues);
        HostProgram channel = hosts.channel();
        ServedBanks banks = new ServedBanks(context)) {
      table.append("INQUIRY | * | * | * | - | REQUIRED | below the last row");
      banks.until("no bank", List::isEmpty);
      String place =
          "operations.file: %s line %d, character 1: this row can never answer, since line %d above"
              .formatted(TABLE, lines + 2, lines);
      BankNotServed refused =
          assertThrows(
              BankNotServed.class, () -> customers.verify(customer, Customers.wrongCode(customer)));
      check.that(refused.getMessage(), refused.getMessage().contains(place));
      String health = HealthLines.of(context, "bank kinsan");
      check.that(health, health.contains(place));
      String waiting = channel.put(Hosts.verify("waits", customer.holder(), "000000"));
      table.restore();
      banks.until("kinsan again", served -> !served.isEmpty());
      check.that("answered afterwards", channel.receive(waiting, Hosts.WAIT).length > 0);
    }
    check.done();
  }

  @Test
  public void b_anExampleBankIsInForceFromTheMomentItLiesInEtc() throws Exception {
    Path examples = Path.of(System.getProperty("karaf.home"), "ichido/banks");
    Path etc = etc();
    Check check = new Check(evidence, "example banks, in force once copied");
    try (ServedBanks banks = new ServedBanks(context)) {
      for (String bank : ExampleBanks.ALL) {
        check.equal(bank + " as shipped", "", HealthLines.of(context, "bank " + bank));
        ExampleBanks.copy(examples.resolve(bank), etc);
        banks.until(bank, served -> ExampleBanks.names(served).contains(bank));
        String health = HealthLines.of(context, "bank " + bank);
        check.that(health, health.contains("served under org.ichido.bank~" + bank + ".cfg"));
      }
      for (String bank : ExampleBanks.ALL) {
        Files.delete(etc.resolve("org.ichido.bank~" + bank + ".cfg"));
        banks.until("no " + bank, served -> !ExampleBanks.names(served).contains(bank));
      }
    }
    check.done();
  }

  private static Path etc() {
    return Path.of(System.getProperty("karaf.etc"));
  }
}
