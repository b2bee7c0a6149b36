package org.ichido.spi;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys and values of a profile, or of one section of it, read once and each with its range. What
 * nobody read is an unknown key: {@link #unread()} finds the typing errors that would otherwise
 * leave a default in force.
 *
 * <p>Values are text as an administrator writes it: {@code 5}, {@code 60 s}, {@code 48 h}, {@code
 * a, b}. Not thread-safe: made, read and dropped by one thread while a profile is validated.
 */
public final class Settings {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|min|h|d)");

  private final String prefix;
  private final Map<String, String> values;
  private final Set<String> read;

  private Settings(String prefix, Map<String, String> values, Set<String> read) {
    this.prefix = prefix;
    this.values = values;
    this.read = read;
  }

  /**
   * @param values all keys and values of a profile
   * @return settings of which none has been read
   */
  public static Settings of(Map<String, String> values) {
    return new Settings("", new TreeMap<>(values), new TreeSet<>());
  }

  /**
   * A section: {@code section("lockout.")} reads {@code lockout.rules} as {@code rules}. Problems
   * still name the whole key, and what the section reads counts as read here.
   *
   * @param start the beginning of the keys, up to and with the dot
   * @return the section
   */
  public Settings section(String start) {
    return new Settings(prefix + start, values, read);
  }

  /**
   * @return the first words, up to a dot, of the keys of this section, sorted
   */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (String key : values.keySet()) {
      if (key.startsWith(prefix)) {
        String rest = key.substring(prefix.length());
        int dot = rest.indexOf('.');
        names.add(dot < 0 ? rest : rest.substring(0, dot));
      }
    }
    return names;
  }

  /**
   * @param key the key
   * @return its value without blanks at the ends, if it is there and not blank
   */
  public Optional<String> optional(String key) {
    read.add(prefix + key);
    return Optional.ofNullable(values.get(prefix + key))
        .map(String::strip)
        .filter(v -> !v.isEmpty());
  }

  /**
   * @param key the key
   * @return its value without blanks at the ends
   * @throws InvalidSetting if it is missing or blank
   */
  public String text(String key) throws InvalidSetting {
    Optional<String> value = optional(key);
    if (value.isEmpty()) {
      throw problem(key, "is missing");
    }
    return value.get();
  }

  /**
   * @param key the key
   * @param pattern what the value must match
   * @param rule the same in words, for the message
   * @return the value
   * @throws InvalidSetting if it is missing or does not match
   */
  public String text(String key, Pattern pattern, String rule) throws InvalidSetting {
    String value = text(key);
    if (!pattern.matcher(value).matches()) {
      throw problem(key, "must be " + rule + ", but is '" + value + "'");
    }
    return value;
  }

  /**
   * @param key the key
   * @param least the smallest value allowed
   * @param most the greatest value allowed
   * @return the whole number
   * @throws InvalidSetting if it is missing, no number or out of range
   */
  public int number(String key, int least, int most) throws InvalidSetting {
    String value = text(key);
    if (value.matches("-?[0-9]{1,9}")) {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw problem(
        key, "must be a whole number from %d to %d, but is '%s'".formatted(least, most, value));
  }

  /**
   * @param key the key
   * @param least the shortest duration allowed
   * @param most the longest duration allowed
   * @return the duration, written as a whole number and {@code ms}, {@code s}, {@code min}, {@code
   *     h} or {@code d}
   * @throws InvalidSetting if it is missing, has no unit or is out of range
   */
  public Duration duration(String key, Duration least, Duration most) throws InvalidSetting {
    String value = text(key);
    Matcher matcher = DURATION.matcher(value);
    if (matcher.matches()) {
      long number = Long.parseLong(matcher.group(1));
      Duration duration =
          switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
          };
      if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
        return duration;
      }
    }
    throw problem(
        key,
        "must be a duration with its unit (ms, s, min, h, d) from %s to %s, but is '%s'"
            .formatted(inWords(least), inWords(most), value));
  }

  /**
   * @param key the key
   * @return the words between the commas, none of them empty, in their order
   * @throws InvalidSetting if it is missing, or a word is empty or stands twice
   */
  public List<String> words(String key) throws InvalidSetting {
    List<String> words = List.of(text(key).split("\\s*,\\s*", -1));
    if (words.contains("") || Set.copyOf(words).size() != words.size()) {
      throw problem(key, "must be words between commas, each once");
    }
    return words;
  }

  /**
   * @param key the key
   * @param allowed the words allowed
   * @return the one that stands there
   * @throws InvalidSetting if it is missing or another word
   */
  public String choice(String key, Collection<String> allowed) throws InvalidSetting {
    String value = text(key);
    if (!allowed.contains(value)) {
      throw problem(
          key, "must be one of " + String.join(", ", allowed) + ", but is '" + value + "'");
    }
    return value;
  }

  /**
   * @param key a key of this section
   * @param problem what is wrong
   * @return the exception to throw, with the whole key
   */
  public InvalidSetting problem(String key, String problem) {
    return new InvalidSetting(prefix + key, problem);
  }

  /**
   * @return the keys of this section that nobody has read, whole, sorted
   */
  public Set<String> unread() {
    Set<String> unread = new TreeSet<>();
    for (String key : values.keySet()) {
      if (key.startsWith(prefix) && !read.contains(key)) {
        unread.add(key);
      }
    }
    return unread;
  }

  private static String inWords(Duration duration) {
    if (duration.toMillis() % 1000 != 0) {
      return duration.toMillis() + " ms";
    }
    long seconds = duration.toSeconds();
    if (seconds >= 3600 && seconds % 3600 == 0) {
      return seconds / 3600 + " h";
    }
    return seconds + " s";
  }
}
