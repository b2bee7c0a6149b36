package org.ichido.core.profile;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ichido.api.contract.DeviceClass;
import org.ichido.core.enrolment.DeviceRules;
import org.ichido.core.enrolment.DisplayName;
import org.ichido.core.enrolment.EnrolmentPolicy;
import org.ichido.core.enrolment.MailForm;
import org.ichido.core.life.TokenLife;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.Settings;

/** Reads what a profile says about how soft tokens come to users, and how long they live. */
final class EnrolmentReader {
  private static final Pattern SERVICE_ID = Pattern.compile("[0-9A-Z]{1,8}");
  private static final Pattern TERMS = Pattern.compile("[\\x21-\\x7e]{1,16}");
  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,3}");

  /** RFC 5321 section 4.5.3.1.3, without the angle brackets. */
  private static final int LONGEST_MAIL = 254;

  private static final int TEN_YEARS = 120;

  /** With a window of 10 steps on both sides it still fits into one range. */
  private static final int MOST_HINT_STEPS = 39;

  private EnrolmentReader() {}

  static EnrolmentPolicy read(Settings settings, ContractPolicy contracts) throws InvalidSetting {
    Settings enrol = settings.section("enrol.");
    return new EnrolmentPolicy(
        enrol.text("service-id", SERVICE_ID, "1 to 8 capital letters and digits"),
        enrol.duration("within", Duration.ofHours(1), Duration.ofDays(30)),
        enrol.number("activation-tries", 1, 10),
        mail(enrol),
        name(enrol),
        enrol.text("terms", TERMS, "1 to 16 visible ASCII characters"),
        devices(enrol),
        downloads(enrol),
        enrol.choice("self-service", List.of("yes", "no")).equals("yes"),
        enrol.choice("reissue", List.of("replace", "revoke-first")).equals("replace"),
        contracts,
        enrol.number("clock-hint-steps", 0, MOST_HINT_STEPS),
        new TokenLife(settings.number("life.soft-months", 1, TEN_YEARS)));
  }

  private static MailForm mail(Settings enrol) throws InvalidSetting {
    int shortest = enrol.number("mail-shortest", 3, LONGEST_MAIL);
    return new MailForm(shortest, enrol.number("mail-longest", shortest, LONGEST_MAIL));
  }

  private static DisplayName name(Settings enrol) throws InvalidSetting {
    int addition = enrol.number("display-name-addition", 0, DisplayName.LONGEST_ADDITION);
    String fixed = enrol.text("display-name");
    if (new DisplayName("", DisplayName.LONGEST_FIXED).addition(fixed).isEmpty()) {
      throw enrol.problem(
          "display-name",
          "must be at most %d characters, all of them visible"
              .formatted(DisplayName.LONGEST_FIXED));
    }
    return new DisplayName(fixed, addition);
  }

  private static DeviceRules devices(Settings enrol) throws InvalidSetting {
    Map<DeviceClass, Integer> most = new EnumMap<>(DeviceClass.class);
    most.put(DeviceClass.SMARTPHONE, enrol.number("smartphone-tokens", 1, 100));
    most.put(DeviceClass.FEATURE_PHONE, enrol.number("feature-phone-tokens", 1, 100));
    boolean retired =
        enrol.choice("feature-phones", List.of("accepted", "retired")).equals("retired");
    return new DeviceRules(most, retired ? Set.of(DeviceClass.FEATURE_PHONE) : Set.of());
  }

  private static Optional<Integer> downloads(Settings enrol) throws InvalidSetting {
    String value = enrol.text("downloads");
    if (value.equals("unlimited")) {
      return Optional.empty();
    }
    if (!COUNT.matcher(value).matches()) {
      throw enrol.problem("downloads", "must be 1 to 9999 or unlimited, but is '" + value + "'");
    }
    return Optional.of(Integer.valueOf(value));
  }
}
