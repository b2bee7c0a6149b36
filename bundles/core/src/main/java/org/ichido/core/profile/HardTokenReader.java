package org.ichido.core.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ichido.api.order.OrderKind;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.Settings;

/** Reads what a profile says about hard tokens for customers and their fee. */
final class HardTokenReader {
  private static final Pattern FEE_CODE = Pattern.compile("[0-9A-Z]{1,8}");
  private static final String NONE = "none";
  private static final int MOST_YEN = 999_999;

  /** The serial numbers of the records about one order have room for no more. */
  private static final int MOST_INQUIRIES = 4;

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  private HardTokenReader() {}

  /**
   * @return whether the bank gives hard tokens to customers
   */
  static boolean ordered(Settings settings) throws InvalidSetting {
    return settings.choice("hard.orders", List.of("yes", "no")).equals("yes");
  }

  /**
   * @return the policy; empty if the bank gives no hard tokens to customers, and then no other key
   *     of theirs may be there
   */
  static Optional<HardTokenPolicy> read(Settings settings) throws InvalidSetting {
    if (!ordered(settings)) {
      return Optional.empty();
    }
    Settings hard = settings.section("hard.");
    return Optional.of(
        new HardTokenPolicy(
            hard.number("skip-days", 0, 366),
            skippable(hard),
            hard.choice("operations-while-skipping", List.of("allowed", "blocked"))
                .equals("allowed"),
            ofEach(hard, "lead-days.", 0, 366),
            ofEach(settings.section("fee."), "yen.", 0, MOST_YEN),
            settings.number("fee.tax-percent", 0, 100),
            settings.text("fee.code", FEE_CODE, "1 to 8 digits and capital letters"),
            inquiries(settings),
            settings.duration("fee.operator-after", SHORTEST, LONGEST)));
  }

  private static Set<OrderKind> skippable(Settings hard) throws InvalidSetting {
    List<String> words = hard.words("skippable");
    Set<OrderKind> kinds = EnumSet.noneOf(OrderKind.class);
    if (words.equals(List.of(NONE))) {
      return kinds;
    }
    for (String word : words) {
      OrderKind kind =
          List.of(OrderKind.values()).stream()
              .filter(known -> known.name().equals(word))
              .findFirst()
              .orElseThrow(
                  () ->
                      hard.problem(
                          "skippable",
                          "must be none, or some of "
                              + List.of(OrderKind.values())
                              + ", but one is '"
                              + word
                              + "'"));
      kinds.add(kind);
    }
    return kinds;
  }

  private static Map<OrderKind, Integer> ofEach(
      Settings settings, String start, int least, int most) throws InvalidSetting {
    Map<OrderKind, Integer> numbers = new EnumMap<>(OrderKind.class);
    for (OrderKind kind : OrderKind.values()) {
      String key = start + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      numbers.put(kind, settings.number(key, least, most));
    }
    return numbers;
  }

  /** {@code fee.inquire-after.1}, {@code .2}, … each later than the one before. */
  private static List<Duration> inquiries(Settings settings) throws InvalidSetting {
    List<Duration> after = new ArrayList<>();
    Duration former = Duration.ZERO;
    int number = settings.number("fee.inquiries", 1, MOST_INQUIRIES);
    for (int i = 1; i <= number; i++) {
      String key = "fee.inquire-after." + i;
      Duration one = settings.duration(key, SHORTEST, LONGEST);
      if (one.compareTo(former) <= 0) {
        throw settings.problem(key, "must be longer than the one before");
      }
      after.add(one);
      former = one;
    }
    return after;
  }
}
