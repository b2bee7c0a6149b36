package org.ichido.core.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ichido.api.BankId;
import org.ichido.core.gate.Refusal;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.transport.BankMessaging;

/**
 * All profiles at one moment: per bank either a valid one or a problem. Immutable; read by requests
 * without a lock.
 *
 * @param valid the banks served
 * @param problems the files that give no valid profile, by their name
 * @param refusals the rules that failed under the parameters of a profile
 * @param sideFiles what the files that profiles name held
 */
record ProfileSet(
    Map<BankId, BankProfile> valid,
    SortedMap<String, ProfileProblem> problems,
    List<Refusal> refusals,
    Map<SideFile, SideFile.Content> sideFiles) {
  static final ProfileSet EMPTY = new ProfileSet(Map.of(), new TreeMap<>(), List.of(), Map.of());

  private static final Pattern PID = Pattern.compile("org\\.ichido\\.bank~([a-z][a-z0-9-]{0,15})");

  static ProfileSet read(Iterable<ProfileSource> sources, ProfileReader reader) {
    Map<BankId, BankProfile> valid = new HashMap<>();
    SortedMap<String, ProfileProblem> problems = new TreeMap<>();
    for (ProfileSource source : sources) {
      try {
        BankId bank = bankOf(source);
        valid.put(bank, reader.read(bank, source));
      } catch (InvalidSetting e) {
        problems.put(
            source.pid(), new ProfileProblem(source.file(), String.valueOf(e.getMessage())));
      }
    }
    refuseSharedNames(valid, problems);
    return new ProfileSet(Map.copyOf(valid), problems, reader.refusals(), reader.sideFiles());
  }

  /** Whether a file that a profile names holds something else now. */
  boolean sideFilesChanged() {
    return sideFiles.entrySet().stream()
        .anyMatch(file -> !file.getKey().content().equals(file.getValue()));
  }

  List<BankMessaging> served() {
    return valid.values().stream().map(BankProfile::messaging).toList();
  }

  /**
   * How long answers must be kept. A record is refused once its sent-at is older than its bank's
   * horizon, and a sent-at may lie ahead by the clock skew; so an answer that is older than both
   * together is never asked for. Of a bank whose profile is refused at the moment, such as while an
   * algorithm is swapped, neither is known.
   */
  Duration memory() {
    return valid.isEmpty() || !problems.isEmpty()
        ? MessagingReader.LONGEST_MEMORY
        : served().stream()
            .map(messaging -> messaging.horizon().plus(messaging.clockSkew()))
            .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  private static BankId bankOf(ProfileSource source) throws InvalidSetting {
    Matcher matcher = PID.matcher(source.pid());
    if (!matcher.matches()) {
      throw new InvalidSetting(
          "file name",
          "must be org.ichido.bank~<id>.cfg, the id 1 to 16 lower-case letters, digits, hyphens");
    }
    return new BankId(matcher.group(1));
  }

  /**
   * Two banks that claim one code, one queue or one activation service id are both refused: a
   * record, or a token in an app, would belong to either, and which file is the mistake nobody here
   * can know.
   */
  private static void refuseSharedNames(
      Map<BankId, BankProfile> valid, SortedMap<String, ProfileProblem> problems) {
    Map<String, List<BankProfile>> claims = new TreeMap<>();
    for (BankProfile profile : valid.values()) {
      BankMessaging messaging = profile.messaging();
      List<String> names = new ArrayList<>();
      names.add("bank.code: " + messaging.code());
      names.add("enrol.service-id: " + profile.enrolment().serviceId());
      messaging.queues().values().forEach(queue -> names.add("queue.*: " + queue));
      names.add("queue.*: " + messaging.eventQueue());
      messaging.debitQueue().ifPresent(queue -> names.add("queue.*: " + queue));
      names.add("queue.*: " + messaging.backoutQueue());
      names.forEach(name -> claims.computeIfAbsent(name, n -> new ArrayList<>()).add(profile));
    }
    claims.forEach(
        (name, profiles) -> {
          if (profiles.size() > 1) {
            for (BankProfile profile : profiles) {
              List<String> others =
                  profiles.stream().filter(p -> !p.equals(profile)).map(BankProfile::file).toList();
              problems.put(
                  "org.ichido.bank~" + profile.bank(),
                  new ProfileProblem(
                      profile.file(),
                      name + " is claimed by " + String.join(", ", others) + " too"));
              valid.remove(profile.bank());
            }
          }
        });
  }
}
