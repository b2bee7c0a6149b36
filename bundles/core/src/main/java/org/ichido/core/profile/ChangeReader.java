package org.ichido.core.profile;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ichido.api.contract.Role;
import org.ichido.core.verify.DriftLimits;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.Settings;
import org.ichido.spi.store.ApprovalRow;

/** Reads what a profile says about changes of a token that is in use. */
final class ChangeReader {
  private static final String OPERATOR = "operator";
  private static final String NOBODY = "nobody";
  private static final Duration DAY = Duration.ofDays(1);

  private final Settings settings;

  /**
   * @param settings the whole profile
   */
  ChangeReader(Settings settings) {
    this.settings = settings;
  }

  ChangePolicy read() throws InvalidSetting {
    return new ChangePolicy(
        authority("unlock.by"),
        yes("unlock.own-code"),
        authority("revoke.by"),
        settings.duration("revoke.cool-down", Duration.ZERO, Duration.ofDays(30)),
        approvals(settings.section("approval.")),
        renewal(),
        drift(),
        new HelpDeskReader(settings.section("help-desk.")).read());
  }

  private Authority authority(String key) throws InvalidSetting {
    Map<String, Role> known = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      known.put(role.name(), role);
    }
    List<String> words = words(key, known.keySet());
    Set<Role> roles = EnumSet.noneOf(Role.class);
    words.stream().filter(known::containsKey).map(known::get).forEach(roles::add);
    return new Authority(roles, words.contains(OPERATOR));
  }

  private DriftPolicy drift() throws InvalidSetting {
    List<String> by = words("drift.by", List.of("user"));
    int search = settings.number("drift.search", 1, DriftLimits.FARTHEST);
    int greatest = settings.number("drift.greatest", 0, search);
    return new DriftPolicy(
        by.contains("user"), by.contains(OPERATOR), new DriftLimits(search, greatest));
  }

  /** Of those words and operator, or nobody alone. */
  private List<String> words(String key, Collection<String> users) throws InvalidSetting {
    List<String> words = settings.words(key);
    if (words.equals(List.of(NOBODY))) {
      return List.of();
    }
    for (String word : words) {
      if (!users.contains(word) && !word.equals(OPERATOR)) {
        throw settings.problem(
            key,
            "must be of %s, %s, or %s alone, but one word is '%s'"
                .formatted(String.join(", ", users), OPERATOR, NOBODY, word));
      }
    }
    return words;
  }

  private static ApprovalPolicy approvals(Settings section) throws InvalidSetting {
    Map<ApprovalRow.Act, FourEyes> demanded = new EnumMap<>(ApprovalRow.Act.class);
    for (ApprovalRow.Act act : ApprovalRow.Act.values()) {
      String word = section.choice(plainName(act), List.of("none", "named", "asked"));
      demanded.put(
          act,
          switch (word) {
            case "none" -> FourEyes.NONE;
            case "named" -> FourEyes.NAMED;
            default -> FourEyes.ASKED;
          });
    }
    return new ApprovalPolicy(
        demanded, section.duration("within", Duration.ofMinutes(1), Duration.ofDays(7)));
  }

  private static String plainName(ApprovalRow.Act act) {
    return switch (act) {
      case UNLOCK -> "unlock";
      case REVOKE -> "revoke";
      case SUSPEND -> "suspend";
      case RESUME -> "resume";
      case RELEASE_DOWNLOADS -> "release";
    };
  }

  private RenewalPolicy renewal() throws InvalidSetting {
    Duration opens = settings.duration("renew.opens", Duration.ZERO, Duration.ofDays(366));
    if (opens.toMillis() % DAY.toMillis() != 0) {
      throw settings.problem("renew.opens", "must be whole days: it opens at 00:00 in Japan");
    }
    return new RenewalPolicy((int) opens.toDays(), yes("renew.after-expiry"));
  }

  private boolean yes(String key) throws InvalidSetting {
    return settings.choice(key, List.of("yes", "no")).equals("yes");
  }
}
