package org.ichido.itests;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.BankWatcher;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * Is told by core of every change of the profiles, so that a test waits for it and never sleeps.
 */
final class ServedBanks implements BankWatcher, AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final BlockingQueue<List<BankMessaging>> changes = new LinkedBlockingQueue<>();
  private final ServiceRegistration<BankWatcher> registration;
  private final List<BankMessaging> present;

  ServedBanks(BundleContext context) throws InterruptedException {
    registration = context.registerService(BankWatcher.class, this, null);
    present = next("the present state");
  }

  /** Waits until a bank is served, if none is yet. */
  void untilServed() throws InterruptedException {
    if (present.isEmpty()) {
      until("a bank to be served", banks -> !banks.isEmpty());
    }
  }

  @Override
  public void served(List<BankMessaging> banks) {
    changes.add(banks);
  }

  List<BankMessaging> next(String what) throws InterruptedException {
    return until(what, banks -> true);
  }

  List<BankMessaging> until(String what, Predicate<List<BankMessaging>> condition)
      throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    for (long left = LONGEST.toNanos(); left > 0; left = end - System.nanoTime()) {
      List<BankMessaging> banks = changes.poll(left, TimeUnit.NANOSECONDS);
      if (banks != null && condition.test(banks)) {
        return banks;
      }
    }
    throw new AssertionError("waited " + LONGEST + " in vain for " + what);
  }

  @Override
  public void close() {
    registration.unregister();
  }
}
