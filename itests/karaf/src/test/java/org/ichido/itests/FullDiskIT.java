package org.ichido.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import javax.inject.Inject;
import org.ichido.api.Authenticator;
import org.ichido.api.NoAnswer;
import org.ichido.api.RequestKey;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.TokenAdministration;
import org.ichido.api.Verdict;
import org.ichido.evidence.Evidence;
import org.ichido.itests.Customers.Customer;
import org.ichido.spi.SecretVault;
import org.ichido.spi.store.TokenStore;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.LoggerFactory;

/**
 * The commit witness where it was once blind: in Karaf, on a full file system, with the root log
 * level OFF. HSQLDB acknowledges commits that it could not write; Ichido must not.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class FullDiskIT {
  private static final int MEGABYTES = 40;

  /** What the store may still write before the disk is full. */
  private static final long ROOM = 512 << 10;

  private static final int CALLERS = 16;
  private static final int REFUSALS = 2_000;
  private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

  @Inject private BundleContext context;
  @Inject private Authenticator authenticator;
  @Inject private TokenAdministration administration;
  @Inject private ConfigurationAdmin configurations;

  /** Waited for: without them no code can be judged. */
  @Inject private SecretVault vault;

  @Inject private TokenStore store;

  @Configuration
  public Option[] storeOnASmallDisk() {
    Path disk = Path.of(InKaraf.property("ichido.work"), "small-disk");
    String trouble = SmallDisk.mount(disk, MEGABYTES).orElse("");
    String store = "etc/org.ichido.store.cfg";
    return new Option[] {
      InKaraf.distribution(),
      systemProperty("ichido.disk").value(disk.toString()),
      systemProperty("ichido.disk.trouble").value(trouble),
      editConfigurationFilePut(store, "url", "jdbc:hsqldb:file:" + disk.resolve("ichido")),
      editConfigurationFilePut(store, "lock.file", disk.resolve("lock").toString()),
      editConfigurationFilePut(store, "password.file", disk.resolve("password").toString()),
      // The floor would refuse first; here the witness is what is tried.
      editConfigurationFilePut(store, "free.space.floor", "0")
    };
  }

  @Test
  public void nothingIsAcknowledgedThatIsNotRecoveredAndTheStoreGoesOnWhenThereIsRoom()
      throws Exception {
    String trouble = System.getProperty("ichido.disk.trouble", "");
    assumeTrue("a small file system can be mounted (needs root): " + trouble, trouble.isEmpty());
    Path disk = Path.of(System.getProperty("ichido.disk"));
    Customers customers = new Customers(authenticator, administration);
    try (ServedBanks banks = new ServedBanks(context)) {
      banks.untilServed();
    }
    assertFalse("a new database", store.holdsSealedSeeds());
    assertEquals("the vault has made its keys", 32, vault.fingerprint(new byte[1]).length);
    Customer customer = customers.register();
    String wrong = Customers.wrongCode(customer);
    rootLogLevel("OFF");
    untilSilent();
    // The change of levels resets HSQLDB's logger too: the witness sees it, the store stops and
    // opens again. From here on it works with logging off.
    untilAnswered(customers, customer, wrong);
    Path ballast = disk.resolve("ballast");
    SmallDisk.fill(ballast, ROOM);

    List<RequestKey> acknowledged = new ArrayList<>();
    Together.run(CALLERS, i -> () -> untilRefusedOften(customers, customer, wrong))
        .forEach(acknowledged::addAll);
    assertTrue("some are acknowledged before the disk is full", acknowledged.size() > 10);
    Path image = disk.resolveSibling("small-disk-image");
    SmallDisk.copy(disk, image, ballast);
    Files.delete(ballast);
    untilAnswered(customers, customer, wrong);

    // What a power cut on the full disk would have left is what the store must recover from.
    openFrom(image);
    untilAnswered(customers, customer, wrong);

    long lost = 0;
    for (RequestKey key : acknowledged) {
      // The same id with another code is "not processed" if the id is remembered, judged if lost.
      Verdict verdict = customers.verify(customer, Customers.wrongCode(customer) + "0", key);
      if (!verdict.equals(new Verdict.NotProcessed(Verdict.NotProcessed.Why.REQUEST_ID_REUSED))) {
        lost++;
      }
    }
    rootLogLevel("INFO");
    Evidence.first()
        .row("acknowledged on a full disk, logging off: lost", acknowledged.size(), lost);
    SmallDisk.unmount(disk);
    assertEquals(0, lost);
  }

  /** Goes on after the first refusal: what is acknowledged then is what an engine would lose. */
  private static List<RequestKey> untilRefusedOften(
      Customers customers, Customer customer, String code) {
    List<RequestKey> acknowledged = new ArrayList<>();
    for (int refusals = 0; refusals < REFUSALS; ) {
      RequestKey key = Customers.key();
      try {
        customers.verify(customer, code, key);
        acknowledged.add(key);
      } catch (StoreUnavailable e) {
        refusals++;
      }
      assertTrue("a full disk is noticed", acknowledged.size() < 100_000);
    }
    return acknowledged;
  }

  private static void untilAnswered(Customers customers, Customer customer, String code) {
    long end = System.nanoTime() + PATIENCE;
    NoAnswer last = null;
    while (System.nanoTime() < end) {
      try {
        assertNotNull(customers.verify(customer, code));
        return;
      } catch (NoAnswer e) {
        last = e;
      }
    }
    throw new AssertionError("the store did not go on when there was room", last);
  }

  private static void untilSilent() {
    long end = System.nanoTime() + PATIENCE;
    while (LoggerFactory.getLogger("org.ichido.itests").isErrorEnabled()) {
      assertTrue("pax-logging takes over the level", System.nanoTime() < end);
      Thread.onSpinWait();
    }
  }

  private void openFrom(Path image) throws Exception {
    TokenStore before = context.getService(context.getServiceReference(TokenStore.class));
    var configuration = configurations.getConfiguration("org.ichido.store", null);
    Dictionary<String, Object> properties = configuration.getProperties();
    properties.put("url", "jdbc:hsqldb:file:" + image.resolve("ichido"));
    properties.put("lock.file", image.resolve("lock").toString());
    configuration.update(properties);
    long end = System.nanoTime() + PATIENCE;
    while (true) {
      var reference = context.getServiceReference(TokenStore.class);
      if (reference != null && context.getService(reference) != before) {
        return;
      }
      assertTrue("the store is configured anew", System.nanoTime() < end);
      Thread.onSpinWait();
    }
  }

  private void rootLogLevel(String level) throws Exception {
    var configuration = configurations.getConfiguration("org.ops4j.pax.logging", null);
    Dictionary<String, Object> properties = configuration.getProperties();
    properties.put("log4j2.rootLogger.level", level);
    configuration.update(properties);
  }
}
