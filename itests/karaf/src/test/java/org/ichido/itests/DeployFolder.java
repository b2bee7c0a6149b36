package org.ichido.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;

/** Karaf's {@code deploy/}: what lies in it is installed and started, what is taken out goes. */
final class DeployFolder {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private final BundleContext context;
  private final Path folder = Path.of(System.getProperty("karaf.base"), "deploy");

  DeployFolder(BundleContext context) {
    this.context = context;
  }

  /** Puts a jar there and waits until it is active. */
  void put(String name, BuiltBundle bundle) throws IOException, InterruptedException {
    drop(name, bundle);
    until(name + " active", () -> state(name) == Bundle.ACTIVE);
  }

  /** Takes a jar away and waits until its bundle is gone. */
  void remove(String name) throws IOException, InterruptedException {
    Files.delete(folder.resolve(name));
    until(name + " gone", () -> state(name) == Bundle.UNINSTALLED);
  }

  /** Puts a jar there. */
  void drop(String name, BuiltBundle bundle) throws IOException {
    Path made = bundle.writeTo(folder.resolveSibling(name + ".made"));
    Files.move(made, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private int state(String name) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> bundle.getLocation().endsWith("/deploy/" + name))
        .mapToInt(Bundle::getState)
        .findFirst()
        .orElse(Bundle.UNINSTALLED);
  }

  /** Waits for what is seen by the events of bundles. */
  void until(String what, BooleanSupplier condition) throws InterruptedException {
    Object monitor = new Object();
    BundleListener listener =
        (BundleEvent event) -> {
          synchronized (monitor) {
            monitor.notifyAll();
          }
        };
    context.addBundleListener(listener);
    try {
      long end = System.nanoTime() + PATIENCE;
      synchronized (monitor) {
        while (!condition.getAsBoolean()) {
          long left = end - System.nanoTime();
          if (left <= 0) {
            throw new AssertionError("waited in vain for " + what);
          }
          TimeUnit.NANOSECONDS.timedWait(monitor, left);
        }
      }
    } finally {
      context.removeBundleListener(listener);
    }
  }
}
