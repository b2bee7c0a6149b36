package org.ichido.itests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** A bundle of the distribution in the hands of an administrator. */
final class InstalledBundle {
  private static final long PATIENCE_SECONDS = 60;

  /** Felix has put the new bytes in place, but lets another thread that resolves go first. */
  private static final String ANOTHER_RESOLVES = "Unable to acquire global lock for resolve";

  private final BundleContext context;
  private final Bundle bundle;

  private InstalledBundle(BundleContext context, Bundle bundle) {
    this.context = context;
    this.bundle = bundle;
  }

  /**
   * @param name the symbolic name
   */
  static InstalledBundle named(BundleContext context, String name) {
    List<Bundle> found =
        Arrays.stream(context.getBundles()).filter(b -> name.equals(b.getSymbolicName())).toList();
    if (found.size() != 1) {
      throw new AssertionError(name + " should be there once, but is: " + found);
    }
    return new InstalledBundle(context, found.get(0));
  }

  Bundle bundle() {
    return bundle;
  }

  /** As it is wired now, in the order of its manifest. */
  List<String> exportedPackages() {
    return bundle
        .adapt(BundleWiring.class)
        .getCapabilities(PackageNamespace.PACKAGE_NAMESPACE)
        .stream()
        .map(exported -> exported.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))
        .map(String.class::cast)
        .toList();
  }

  void stop() throws BundleException {
    bundle.stop();
  }

  void start() throws BundleException {
    bundle.start();
  }

  void stopAndStart() throws BundleException {
    bundle.stop();
    bundle.start();
  }

  /** From its own file, as a newer build is: {@code bundle:update}, then the wiring. */
  void update() throws Exception {
    update(Files.newInputStream(file()));
  }

  BuiltBundle copy() throws IOException {
    return BuiltBundle.copyOf(file());
  }

  void update(InputStream jar) throws Exception {
    try (jar) {
      bundle.update(jar);
    } catch (BundleException e) {
      if (!String.valueOf(e.getMessage()).startsWith(ANOTHER_RESOLVES)) {
        throw e;
      }
      // As whoever reads that at the console: updated it is, and is to be started.
      bundle.start();
    }
    refresh();
  }

  /** With everybody who is wired to it. */
  void refresh() throws InterruptedException {
    CountDownLatch refreshed = new CountDownLatch(1);
    context
        .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
        .adapt(FrameworkWiring.class)
        .refreshBundles(List.of(bundle), event -> refreshed.countDown());
    if (!refreshed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError(bundle + " was not refreshed");
    }
  }

  /** Where the distribution keeps it; {@code wrap:} is applied again by the address. */
  private Path file() throws IOException {
    return jar(bundle.getLocation());
  }

  /** The file in the distribution's {@code system/} of an address. */
  static Path jar(String location) {
    String[] words = location.substring(location.indexOf("mvn:") + 4).split("[/$]", 4);
    return Path.of(System.getProperty("karaf.home"), "system")
        .resolve(words[0].replace('.', '/'))
        .resolve(words[1])
        .resolve(words[2])
        .resolve(words[1] + "-" + words[2] + ".jar");
  }
}
