package org.ichido.itests;

import static org.junit.Assert.assertTrue;

import java.util.concurrent.TimeUnit;
import org.ichido.api.HealthSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** What the parts say of themselves. */
final class HealthLines {
  private HealthLines() {}

  static String of(BundleContext context, String part) throws InvalidSyntaxException {
    StringBuilder lines = new StringBuilder();
    for (ServiceReference<HealthSource> reference :
        context.getServiceReferences(HealthSource.class, null)) {
      context.getService(reference).health().stream()
          .filter(health -> health.part().equals(part))
          .forEach(health -> lines.append(health.lines()));
    }
    return lines.toString();
  }

  /** Waits for words in what a part says. */
  static void until(BundleContext context, String part, String words)
      throws InvalidSyntaxException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    String lines = of(context, part);
    while (!lines.contains(words) && System.nanoTime() < end) {
      lines = of(context, part);
    }
    assertTrue(part + ": " + lines, lines.contains(words));
  }
}
