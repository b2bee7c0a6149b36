package org.ichido.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.ichido.evidence.Check;
import org.ichido.testkit.clock.DrivenClock;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * A test server that a file puts on a driven clock, as the test kit's README says. The clock stands
 * at the present time, so that whoever else asks meanwhile is not disturbed.
 */
final class DrivenByFile {
  private static final Path FILE =
      Path.of(System.getProperty("karaf.etc"), "org.ichido.testkit.clock.cfg");
  private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

  private final BundleContext context;
  private final Check check;

  DrivenByFile(BundleContext context, Check check) {
    this.context = context;
    this.check = check;
  }

  void isObeyedAndWarnedOfUntilItIsGone() throws Exception {
    check.equal("before", "", HealthLines.of(context, "clock"));
    Instant now = Instant.now();
    for (Instant start : new Instant[] {now, now.plusMillis(1)}) {
      write("start = " + start);
      untilClock("it starts at " + start, clock -> clock != null && clock.instant().equals(start));
      untilHealth("told", lines -> lines.contains("org.ichido.testkit.clock.DrivenClock"));
    }
    ConfigurationBarrier.pass(context);
    Files.delete(FILE);
    untilClock("it is gone", clock -> clock == null);
    untilHealth("nothing to tell", String::isEmpty);
  }

  private void write(String line) throws IOException, InterruptedException {
    ConfigurationBarrier.pass(context);
    Path next = FILE.resolveSibling(FILE.getFileName() + ".next");
    Files.write(next, (line + "\n").getBytes(StandardCharsets.UTF_8));
    Files.move(next, FILE, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void untilClock(String what, Predicate<DrivenClock> condition) {
    long end = System.nanoTime() + PATIENCE;
    boolean holds = condition.test(present());
    while (!holds && System.nanoTime() < end) {
      holds = condition.test(present());
    }
    check.that("the driven clock: " + what, holds);
  }

  private DrivenClock present() {
    ServiceReference<DrivenClock> reference = context.getServiceReference(DrivenClock.class);
    return reference == null ? null : context.getService(reference);
  }

  private void untilHealth(String what, Predicate<String> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE;
    String lines = HealthLines.of(context, "clock");
    while (!condition.test(lines) && System.nanoTime() < end) {
      lines = HealthLines.of(context, "clock");
    }
    check.that(what + ": " + lines, condition.test(lines));
  }
}
