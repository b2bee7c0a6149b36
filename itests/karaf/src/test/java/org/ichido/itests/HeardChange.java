package org.ichido.itests;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;

/** Waits until a configuration has been taken over from its file. */
final class HeardChange implements AutoCloseable {
  private final CountDownLatch heard = new CountDownLatch(1);
  private final String pid;
  private final ServiceRegistration<ConfigurationListener> registration;

  /** Made before the file is changed. */
  HeardChange(BundleContext context, String pid) {
    this.pid = pid;
    registration = context.registerService(ConfigurationListener.class, this::heard, null);
  }

  private void heard(ConfigurationEvent event) {
    if (event.getPid().equals(pid)) {
      heard.countDown();
    }
  }

  void await() throws InterruptedException {
    if (!heard.await(30, TimeUnit.SECONDS)) {
      throw new AssertionError("nobody heard of a change of " + pid);
    }
  }

  @Override
  public void close() {
    registration.unregister();
  }
}
