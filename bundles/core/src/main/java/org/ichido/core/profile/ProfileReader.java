package org.ichido.core.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ichido.api.BankId;
import org.ichido.api.HashFunction;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.core.verify.Rules;
import org.ichido.core.verify.Window;
import org.ichido.spi.Failures;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.Lockout;
import org.ichido.spi.LockoutRule;
import org.ichido.spi.OtpAlgorithm;
import org.ichido.spi.Settings;

/**
 * Reads the keys of one profile against the algorithms and rules that are installed. Every key is
 * required: a default that nobody wrote down is a rule that nobody decided.
 */
final class ProfileReader {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Map<String, OtpAlgorithm> algorithms;
  private final Map<String, LockoutRule> lockoutRules;

  ProfileReader(Map<String, OtpAlgorithm> algorithms, Map<String, LockoutRule> lockoutRules) {
    this.algorithms = Map.copyOf(algorithms);
    this.lockoutRules = Map.copyOf(lockoutRules);
  }

  /**
   * @param bank the tenant
   * @param file where the profile stands
   * @param values its keys and values
   * @return the profile, everything in it checked and resolved
   * @throws InvalidSetting for the first problem found
   */
  BankProfile read(BankId bank, String file, Map<String, String> values) throws InvalidSetting {
    Settings settings = Settings.of(values);
    OtpParameters otp = otp(settings.section("otp."));
    Window window = window(settings.section("otp."), otp);
    List<Lockout> lockouts = lockouts(settings.section("lockout."));
    boolean operatorsUnlock =
        settings.choice("unlock.by", List.of("operator", "nobody")).equals("operator");
    var messaging = new MessagingReader(bank).read(settings);
    Set<String> unknown = settings.unread();
    if (!unknown.isEmpty()) {
      throw new InvalidSetting(
          unknown.iterator().next(),
          "is not a key of a bank profile, or belongs to a rule that 'lockout.rules' does not name;"
              + " remove it or correct its spelling");
    }
    return new BankProfile(
        bank, file, otp, new Rules(window, lockouts), algorithms, operatorsUnlock, messaging);
  }

  private OtpParameters otp(Settings settings) throws InvalidSetting {
    String name = settings.text("algorithm");
    OtpAlgorithm algorithm = algorithms.get(name);
    if (algorithm == null) {
      throw settings.problem("algorithm", notInstalled(name, algorithms.keySet()));
    }
    Map<String, HashFunction> hashes = new TreeMap<>();
    for (HashFunction hash : HashFunction.values()) {
      hashes.put(hash.label(), hash);
    }
    HashFunction hash = hashes.get(settings.choice("hash", hashes.keySet()));
    int digits = settings.number("digits", OneTimeCode.SHORTEST, OneTimeCode.LONGEST);
    Duration period =
        settings.duration("period", OtpParameters.SHORTEST_PERIOD, OtpParameters.LONGEST_PERIOD);
    if (hash == null || period.toMillis() % 1000 != 0) {
      throw settings.problem("period", "must be whole seconds");
    }
    OtpParameters otp = new OtpParameters(name, hash, digits, period);
    algorithm.check(otp);
    return otp;
  }

  private static Window window(Settings settings, OtpParameters otp) throws InvalidSetting {
    int past = settings.number("past-steps", 0, 10);
    int future = settings.number("future-steps", 0, 10);
    Duration age = settings.duration("greatest-age", SECOND, HOUR);
    Duration shortest = otp.period().multipliedBy(past);
    Duration longest = otp.period().multipliedBy(past + 1L);
    if (age.compareTo(shortest) <= 0 || age.compareTo(longest) > 0) {
      throw settings.problem(
          "greatest-age",
          "contradicts 'otp.past-steps': with %d past steps of %d s it must be above %d s and at most %d s"
              .formatted(
                  past, otp.period().toSeconds(), shortest.toSeconds(), longest.toSeconds()));
    }
    return new Window(past, future, age);
  }

  private List<Lockout> lockouts(Settings settings) throws InvalidSetting {
    List<Lockout> lockouts = new ArrayList<>();
    for (String name : settings.words("rules")) {
      LockoutRule rule = lockoutRules.get(name);
      if (rule == null) {
        throw settings.problem("rules", notInstalled(name, lockoutRules.keySet()));
      }
      lockouts.add(rule.configured(settings.section(name + ".")));
    }
    Failures hundred = new Failures(MOST_FAILURES, Instant.EPOCH);
    if (lockouts.stream().noneMatch(lockout -> lockout.after(hundred).isPresent())) {
      throw settings.problem(
          "rules", "would never lock: after " + MOST_FAILURES + " failures no rule answers");
    }
    return lockouts;
  }

  /** NIST SP 800-63B section 5.2.2: no more than 100 consecutive failures on one account. */
  private static final int MOST_FAILURES = 100;

  private static String notInstalled(String name, Set<String> installed) {
    return "'%s' is not installed; installed are: %s. Install its bundle or correct the name"
        .formatted(name, installed.isEmpty() ? "none" : String.join(", ", installed));
  }
}
