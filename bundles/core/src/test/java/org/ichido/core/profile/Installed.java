package org.ichido.core.profile;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.ichido.core.fakes.ShippedProfile;
import org.ichido.core.gate.Patience;
import org.ichido.spi.LockoutRule;
import org.ichido.spi.OtpAlgorithm;
import org.ichido.spi.transport.BankWatcher;

/** What the service registry does: hands an algorithm and a rule to the profiles. */
public final class Installed {
  private Installed() {}

  /** Profiles that examine on the calling thread, so that no test waits. */
  public static BankProfiles nothing() {
    return new BankProfiles(Patience.endless());
  }

  public static void with(BankProfiles profiles, OtpAlgorithm algorithm, LockoutRule rule) {
    profiles.bindAlgorithm(algorithm, Map.of("service.id", 1L));
    profiles.bindRule(rule, Map.of("service.id", 2L));
  }

  public static void watching(BankProfiles profiles, BankWatcher watcher) {
    profiles.bindWatcher(watcher);
  }

  /** What ConfigAdmin and file install do with a file in etc; Kinsan's other files are there. */
  public static void configure(BankProfiles profiles, String pid, Map<String, String> values) {
    configure(profiles, pid, values, ShippedProfile.directory("kinsan"));
  }

  /**
   * The same with a directory of the test's own.
   *
   * @param etc where the file and the files that it names are
   */
  public static void configure(
      BankProfiles profiles, String pid, Map<String, String> values, Path etc) {
    Map<String, String> properties = new TreeMap<>(values);
    properties.put("service.pid", pid);
    properties.put(
        "felix.fileinstall.filename",
        etc.toAbsolutePath().normalize().resolve(pid + ".cfg").toUri().toString());
    profiles.updated(pid, properties);
  }
}
