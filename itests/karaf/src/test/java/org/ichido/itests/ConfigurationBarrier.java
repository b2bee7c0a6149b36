package org.ichido.itests;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;

/**
 * Waits until everybody has heard of every configuration change so far: events are handed out one
 * after the other, so when an event of our own arrives, those before it are done with.
 *
 * <p>File install notes the time of a file when it hears of the change that the file made. A file
 * that is written again just before that is never read.
 */
final class ConfigurationBarrier {
  private static final String PID = "org.ichido.itests.barrier";

  private ConfigurationBarrier() {}

  @SuppressWarnings("JdkObsolete") // ConfigAdmin takes a Dictionary, nothing newer.
  static void pass(BundleContext context) throws IOException, InterruptedException {
    Semaphore heard = new Semaphore(0);
    ConfigurationListener listener =
        event -> {
          if (event.getPid().equals(PID) && event.getType() == ConfigurationEvent.CM_UPDATED) {
            heard.release();
          }
        };
    ServiceRegistration<ConfigurationListener> registration =
        context.registerService(ConfigurationListener.class, listener, null);
    ServiceReference<ConfigurationAdmin> reference =
        context.getServiceReference(ConfigurationAdmin.class);
    try {
      Dictionary<String, Object> properties = new Hashtable<>();
      properties.put("passed", System.nanoTime());
      context.getService(reference).getConfiguration(PID, null).update(properties);
      if (!heard.tryAcquire(30, TimeUnit.SECONDS)) {
        throw new AssertionError("ConfigAdmin told nobody of a change");
      }
    } finally {
      registration.unregister();
    }
  }
}
