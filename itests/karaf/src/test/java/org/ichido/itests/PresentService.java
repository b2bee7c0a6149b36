package org.ichido.itests;

import java.time.Duration;
import org.ichido.api.StoreUnavailable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;

/** A service as it is now: bundles are replaced while it is used. */
final class PresentService<S> implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Class<S> type;
  private final ServiceTracker<S, S> tracker;

  PresentService(BundleContext context, Class<S> type) {
    this(context, type, "(objectClass=*)");
  }

  PresentService(BundleContext context, Class<S> type, String filter) {
    this.type = type;
    try {
      Filter both = context.createFilter("(&(objectClass=%s)%s)".formatted(type.getName(), filter));
      tracker = new ServiceTracker<>(context, both, null);
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException(e);
    }
    tracker.open();
  }

  /** Waits until there is one. */
  void await() throws InterruptedException {
    if (tracker.waitForService(LONGEST.toMillis()) == null) {
      throw new AssertionError("waited " + LONGEST + " in vain for " + type);
    }
  }

  S get() {
    S now = tracker.getService();
    if (now == null) {
      throw new StoreUnavailable("no " + type.getSimpleName() + " at the moment");
    }
    return now;
  }

  @Override
  public void close() {
    tracker.close();
  }
}
