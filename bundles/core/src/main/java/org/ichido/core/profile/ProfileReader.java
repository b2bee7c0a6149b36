package org.ichido.core.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ichido.api.BankId;
import org.ichido.api.HashFunction;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.core.enrolment.EnrolmentPolicy;
import org.ichido.core.gate.Admission;
import org.ichido.core.gate.Admitted;
import org.ichido.core.gate.LockoutExamination;
import org.ichido.core.gate.Provider;
import org.ichido.core.gate.Refusal;
import org.ichido.core.gate.Refused;
import org.ichido.core.requirement.InvalidTable;
import org.ichido.core.requirement.OperationTable;
import org.ichido.core.verify.Rules;
import org.ichido.core.verify.Verification;
import org.ichido.core.verify.Window;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.LockoutRule;
import org.ichido.spi.OtpAlgorithm;
import org.ichido.spi.Settings;

/**
 * Reads the keys of profiles against the algorithms and rules that were admitted. Every key is
 * required: a default that nobody wrote down is a rule that nobody decided. Used by one thread, for
 * one reading of all profiles.
 */
final class ProfileReader {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Admission<OtpAlgorithm> algorithms;
  private final Admission<LockoutRule> rules;
  private final List<Refusal> refusals = new ArrayList<>();
  private final Map<SideFile, SideFile.Content> sideFiles = new HashMap<>();

  ProfileReader(Admission<OtpAlgorithm> algorithms, Admission<LockoutRule> rules) {
    this.algorithms = algorithms;
    this.rules = rules;
  }

  /** The rules that failed under the parameters of a profile read so far. */
  List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  /** What the files held that profiles read so far name. */
  Map<SideFile, SideFile.Content> sideFiles() {
    return Map.copyOf(sideFiles);
  }

  /**
   * @param bank the tenant
   * @param source its profile
   * @return the profile, everything in it checked and resolved
   * @throws InvalidSetting for the first problem found
   */
  BankProfile read(BankId bank, ProfileSource source) throws InvalidSetting {
    String file = source.file();
    Map<String, String> values = source.values();
    Settings settings = Settings.of(values);
    SideFiles files = new SideFiles(source.directory(), sideFiles);
    OtpParameters otp = otp(settings.section("otp."));
    Window window = window(settings.section("otp."), otp);
    List<LockoutExamination.Passed> lockouts = lockouts(settings.section("lockout."), file, values);
    ChangePolicy changes = new ChangeReader(settings).read();
    OperationTable operations = operations(files.text(settings, "operations.file"));
    ContractPolicy contracts = ContractPolicyReader.read(settings.section("contracts."));
    NoticePolicy notices = NoticePolicyReader.read(settings.section("mail."), files);
    EnrolmentPolicy enrolment = EnrolmentReader.read(settings, contracts);
    Optional<HardTokenPolicy> hardTokens = HardTokenReader.read(settings);
    var messaging = new MessagingReader(bank).read(settings);
    Set<String> unknown = settings.unread();
    if (!unknown.isEmpty()) {
      throw new InvalidSetting(
          unknown.iterator().next(),
          "is not a key of a bank profile, or belongs to a rule that 'lockout.rules' does not name;"
              + " remove it or correct its spelling");
    }
    return new BankProfile(
        bank,
        file,
        otp,
        new Rules(window, lockouts.stream().map(LockoutExamination.Passed::lockout).toList()),
        algorithms.best(),
        changes,
        operations,
        contracts,
        notices,
        enrolment,
        hardTokens,
        messaging);
  }

  private static OperationTable operations(SideText file) throws InvalidSetting {
    try {
      return OperationTable.read(file.text());
    } catch (InvalidTable e) {
      throw file.problem(String.valueOf(e.getMessage()));
    }
  }

  private OtpParameters otp(Settings settings) throws InvalidSetting {
    String name = settings.text("algorithm");
    List<Admitted<OtpAlgorithm>> admitted = algorithms.admitted(name);
    if (admitted.isEmpty()) {
      throw settings.problem("algorithm", notInUse(name, algorithms));
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
    Admitted<OtpAlgorithm> best = admitted.get(0);
    try {
      return best.ask(
          algorithm -> {
            algorithm.check(otp);
            return otp;
          });
    } catch (Refused e) {
      throw settings.problem("algorithm", failed(name, best.provider(), e));
    }
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

  private List<LockoutExamination.Passed> lockouts(
      Settings settings, String file, Map<String, String> values) throws InvalidSetting {
    List<LockoutExamination.Passed> lockouts = new ArrayList<>();
    for (String name : settings.words("rules")) {
      lockouts.add(lockout(name, settings, file, values));
    }
    if (lockouts.stream().noneMatch(LockoutExamination.Passed::locks)) {
      throw settings.problem(
          "rules",
          "would never lock: within " + Verification.MOST_FAILURES + " failures no rule answers");
    }
    return lockouts;
  }

  /**
   * The best rule of that name that keeps its contract under the parameters of this profile. A rule
   * that says that the parameters are wrong is believed: a former rule would read them otherwise.
   */
  private LockoutExamination.Passed lockout(
      String name, Settings settings, String file, Map<String, String> values)
      throws InvalidSetting {
    List<Admitted<LockoutRule>> admitted = rules.admitted(name);
    if (admitted.isEmpty()) {
      throw settings.problem("rules", notInUse(name, rules));
    }
    Map<Provider, String> failed = new TreeMap<>();
    for (Admitted<LockoutRule> one : admitted) {
      // Settings of its own: a rule that hangs must not go on to mark keys as read in ours.
      Settings own = Settings.of(values).section("lockout." + name + ".");
      try {
        LockoutExamination.Passed passed =
            one.ask(rule -> LockoutExamination.pass(rule.configured(own)));
        markAsRead(settings.section(name + "."), "lockout." + name + ".", own, values.keySet());
        note(name, file, failed, Optional.of(one.provider()));
        return passed;
      } catch (Refused e) {
        failed.put(one.provider(), e.reason());
      }
    }
    note(name, file, failed, Optional.empty());
    List<String> reasons = new ArrayList<>();
    failed.forEach((provider, reason) -> reasons.add(provider + ": " + reason));
    throw settings.problem(
        "rules",
        "'%s' fails under the parameters of this profile: %s"
            .formatted(name, String.join("; ", reasons)));
  }

  private void note(
      String name, String file, Map<Provider, String> failed, Optional<Provider> instead) {
    List<Provider> stillAdmitted = rules.admitted(name).stream().map(Admitted::provider).toList();
    failed.forEach(
        (provider, reason) -> {
          // One that gave no answer is refused altogether, and said to be, by the gate.
          if (stillAdmitted.contains(provider)) {
            refusals.add(rules.refusal(name, provider, "under " + file + ": " + reason, instead));
          }
        });
  }

  private static void markAsRead(Settings ours, String prefix, Settings own, Set<String> keys) {
    Set<String> unread = own.unread();
    for (String key : keys) {
      if (key.startsWith(prefix) && !unread.contains(key)) {
        ours.optional(key.substring(prefix.length()));
      }
    }
  }

  private static String failed(String name, Provider provider, Refused e) {
    return "'%s' of %s fails: %s".formatted(name, provider, e.reason());
  }

  private static <S> String notInUse(String name, Admission<S> admission) {
    List<String> refused =
        admission.refusals().stream()
            .filter(refusal -> refusal.name().equals(name))
            .map(refusal -> refusal.provider() + " is refused: " + refusal.reason())
            .toList();
    if (!refused.isEmpty()) {
      return "'%s' is not in use: %s".formatted(name, String.join("; ", refused));
    }
    Set<String> installed = new TreeSet<>(admission.best().keySet());
    return "'%s' is not installed; installed are: %s. Install its bundle or correct the name"
        .formatted(name, installed.isEmpty() ? "none" : String.join(", ", installed));
  }
}
