package org.ichido.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.junit.Before;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.MethodSorters;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.ProbeBuilder;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/**
 * Everything that an administrator may swap, swapped under load (F19 to F21): no verdict is wrong,
 * no request is lost, and how long nobody was answered is written down.
 *
 * <p>Names no type of Ichido's: the bundle of the tests would be wired to it and be stopped with
 * it.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class SwapsIT {
  private static final List<String> BUNDLES =
      List.of(
          "org.ichido.api",
          "org.ichido.spi",
          "org.ichido.core",
          "org.ichido.oath",
          "org.ichido.lockout",
          "org.ichido.store-jdbc",
          "org.ichido.vault",
          "org.ichido.mq",
          "org.ichido.shell",
          "org.ichido.broker");

  @Inject private BundleContext context;
  @Inject private FeaturesService features;

  private UnderLoad load;

  @Configuration
  public Option[] distribution() {
    return new Option[] {InKaraf.distribution()};
  }

  /**
   * Else the framework wires this bundle to the API as soon as it sees a service that has a type of
   * it, and whoever is wired to the API is stopped when that is refreshed: the test itself.
   */
  @ProbeBuilder
  public TestProbeBuilder withoutTheApi(TestProbeBuilder probe) {
    return probe.setHeader(
        Constants.DYNAMICIMPORT_PACKAGE,
        "org.ichido.testkit.*,org.ichido.evidence,org.junit,org.junit.*,org.ops4j.pax.exam,org.ops4j.pax.exam.*,org.osgi.*,"
            + "org.apache.karaf.*,javax.inject,javax.jms");
  }

  @Before
  public void underLoad() {
    load = new UnderLoad(context);
  }

  @Test
  public void a_everyBundleUpdatedInPlace() throws Exception {
    try (FourRequesters requesters = new FourRequesters(context, "aa")) {
      for (String name : BUNDLES) {
        load.swap(requesters, name, "update", () -> InstalledBundle.named(context, name).update());
      }
      assertEquals(List.of(), requesters.finish());
    }
  }

  @Test
  public void b_everyBundleStoppedAndStarted() throws Exception {
    try (FourRequesters requesters = new FourRequesters(context, "bb")) {
      for (String name : BUNDLES) {
        InstalledBundle bundle = InstalledBundle.named(context, name);
        load.swap(requesters, name, "stop, start", bundle::stopAndStart);
      }
      assertEquals(List.of(), requesters.finish());
    }
  }

  @Test
  public void c_everyBundleRefreshed() throws Exception {
    try (FourRequesters requesters = new FourRequesters(context, "cc")) {
      List<String> refreshed = new ArrayList<>(BUNDLES);
      refreshed.addAll(List.of("com.zaxxer.HikariCP", "org.hsqldb.hsqldb"));
      for (String name : refreshed) {
        InstalledBundle bundle = InstalledBundle.named(context, name);
        load.swap(requesters, name, "refresh", bundle::refresh);
      }
      assertEquals(List.of(), requesters.finish());
    }
  }

  @Test
  public void d_everyBundleReplacedThroughDeploy() throws Exception {
    DeployFolder deploy = new DeployFolder(context);
    try (FourRequesters requesters = new FourRequesters(context, "dd")) {
      for (String name : BUNDLES) {
        InstalledBundle former = InstalledBundle.named(context, name);
        String jar = name + "-next.jar";
        load.swap(
            requesters,
            name,
            "deploy/, and back",
            () -> {
              deploy.put(jar, former.copy().header("Bundle-Version", NextRelease.VERSION));
              former.stop();
              requesters.further(UnderLoad.A_FEW);
              former.start();
              deploy.remove(jar);
            });
      }
      assertEquals(List.of(), requesters.finish());
    }
  }

  @Test
  public void e_everyReplaceableServiceByAHigherRankedProvider() throws Exception {
    try (FourRequesters requesters = new FourRequesters(context, "ee")) {
      for (RankedBundle ranked : RankedBundle.values()) {
        load.swap(
            requesters,
            ranked.service(),
            "higher ranking, and back",
            () -> {
              Bundle better = context.installBundle(ranked.name(), ranked.built(context).jar());
              better.start();
              requesters.further(UnderLoad.A_FEW);
              better.uninstall();
            });
      }
      assertEquals(List.of(), requesters.finish());
    }
  }

  @Test
  public void f_theFeatureUpgradedAndRolledBack() throws Exception {
    URI next = NextRelease.written();
    try (FourRequesters requesters = new FourRequesters(context, "ff")) {
      features.addRepository(next);
      load.swap(requesters, "ichido (feature)", "upgrade", () -> upgrade(NextRelease.VERSION));
      assertEquals(NextRelease.VERSION, version("org.ichido.core"));
      load.swap(
          requesters,
          "ichido (feature)",
          "roll back",
          () -> {
            upgrade("0.1.0.SNAPSHOT");
            // Karaf takes the newest bundles that it knows of, until it knows no others.
            features.removeRepository(next, false);
            upgrade("0.1.0.SNAPSHOT");
          });
      assertEquals("0.1.0.SNAPSHOT", version("org.ichido.core"));
      assertEquals(List.of(), requesters.finish());
    }
  }

  private void upgrade(String version) throws Exception {
    features.installFeature("ichido/" + version, EnumSet.of(FeaturesService.Option.Upgrade));
  }

  private String version(String name) {
    return InstalledBundle.named(context, name).bundle().getVersion().toString();
  }

  @Test
  public void g_everyConfigurationChanged() throws Exception {
    try (FourRequesters requesters = new FourRequesters(context, "gg")) {
      load.edit(requesters, "org.ichido.store", "pool.size", "6");
      String keystore = System.getProperty("karaf.data") + "/ichido/./vault/keys.p12";
      load.edit(requesters, "org.ichido.vault", "keystore.file", keystore);
      load.edit(requesters, "org.ichido.mq", "receive.timeout", "400");
      load.edit(requesters, "org.ichido.broker", "memoryMegabytes", "33");
      load.edit(requesters, "org.ichido.bank~kinsan", "otp.greatest-age", "119 s");
      assertEquals(List.of(), requesters.finish());
    }
  }

  @Test
  public void h_noThreadIsLeftBehindByTenSwaps() throws Exception {
    try (FourRequesters requesters = new FourRequesters(context, "hh")) {
      requesters.further(UnderLoad.A_FEW);
      List<String> before = HouseThreads.names();
      for (int round = 0; round < 10; round++) {
        for (String name : List.of("mq", "store-jdbc", "broker", "core")) {
          InstalledBundle.named(context, "org.ichido." + name).stopAndStart();
        }
        requesters.further(1);
      }
      HouseThreads.untilNoMoreThan(before);
      assertEquals(List.of(), requesters.finish());
    }
  }

  @Test
  public void i_aWrongOneWithAHigherRankingGetsNoTrafficAndStatusSaysWhy() throws Exception {
    try (FourRequesters requesters = new FourRequesters(context, "ii")) {
      for (BrokenBundle broken : BrokenBundle.values()) {
        Bundle wrong = context.installBundle(broken.name(), broken.beside().jar());
        load.swap(
            requesters,
            broken.name().toLowerCase(Locale.ROOT),
            "a wrong one, higher ranking",
            () -> {
              wrong.start();
              requesters.further(UnderLoad.A_FEW);
              requesters.untilHealth(broken.level() + " " + broken.part(), broken.why());
              wrong.uninstall();
            });
        requesters.untilHealthLacks("WARN " + broken.part());
      }
      assertEquals(List.of(), requesters.finish());
    }
  }

  @Test
  public void j_aWrongOneInPlaceStopsTheBankAndTheRightOneAnswersWhatWaited() throws Exception {
    try (FourRequesters requesters = new FourRequesters(context, "jj")) {
      load.wrongInPlace(
          requesters, InstalledBundle.named(context, "org.ichido.oath"), BrokenBundle.ALGORITHM);
      load.wrongInPlace(
          requesters, InstalledBundle.named(context, "org.ichido.lockout"), BrokenBundle.RULE);
      assertEquals(List.of(), requesters.finish());
    }
  }

  /** F20: a clean stop, no half state. */
  @Test
  public void k_oneThatCannotBeResolvedStopsTheBankAndTheFormerOneBringsItBack() throws Exception {
    try (FourRequesters requesters = new FourRequesters(context, "kk")) {
      InstalledBundle lockout = InstalledBundle.named(context, "org.ichido.lockout");
      load.swap(
          requesters,
          "org.ichido.lockout",
          "update to one that lacks a package, and back",
          () -> {
            BuiltBundle lacking = lockout.copy().header("Import-Package", "no.such.package");
            assertThrows(BundleException.class, () -> lockout.update(lacking.jar()));
            requesters.untilHealth("DOWN bank kinsan:", "is not installed");
            lockout.update();
            lockout.start();
          });
      assertEquals(List.of(), requesters.finish());
    }
  }

  /** A trap: the jar becomes the bundle that was there, and goes with it. */
  @Test
  public void y_theSameVersionInDeployTakesTheBundleOverAndTakesItAway() throws Exception {
    DeployFolder deploy = new DeployFolder(context);
    try (FourRequesters requesters = new FourRequesters(context, "yy")) {
      InstalledBundle lockout = InstalledBundle.named(context, "org.ichido.lockout");
      Bundle bundle = lockout.bundle();
      BuiltBundle same = lockout.copy();
      long before = bundle.getLastModified();
      load.swap(
          requesters,
          "org.ichido.lockout",
          "deploy/ with the same version",
          () -> {
            deploy.drop("same.jar", same);
            deploy.until(
                "updated",
                () -> bundle.getLastModified() != before && bundle.getState() == Bundle.ACTIVE);
          });
      load.swap(
          requesters,
          "org.ichido.lockout",
          "taken out of deploy/ and installed again",
          () -> {
            deploy.remove("same.jar");
            deploy.until("gone", () -> bundle.getState() == Bundle.UNINSTALLED);
            requesters.untilHealth("DOWN bank kinsan:", "is not installed");
            context.installBundle(bundle.getLocation(), same.jar()).start();
          });
      assertEquals(List.of(), requesters.finish());
    }
  }

  @Test
  public void z_theAuditIsWholeAfterAllThat() throws Exception {
    try (FourRequesters requesters = new FourRequesters(context, "zz")) {
      requesters.further(1);
      String report = requesters.audit();
      assertTrue(report, report.contains("fault=Optional.empty"));
      assertEquals(List.of(), requesters.finish());
    }
  }
}
