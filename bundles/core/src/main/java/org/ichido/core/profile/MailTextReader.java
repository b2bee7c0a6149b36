package org.ichido.core.profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ichido.spi.InvalidSetting;

/**
 * Reads a mail's text from the file that a profile names: a head of {@code bank-name} and {@code
 * subject}, an empty line, the body. Lines of the head that begin with # are remarks.
 */
final class MailTextReader {
  private static final String BANK_NAME = "bank-name";
  private static final String SUBJECT = "subject";
  private static final Pattern HEAD = Pattern.compile("([a-z-]+)\\s*:\\s*(.*)");

  /** As a mail program shows it in one line, and far below what a mail server takes. */
  private static final int LONGEST_HEAD = 100;

  private static final int LONGEST_BODY = 10_000;

  /** Whoever writes one of these into a text means the activation password, a code or a seed. */
  private static final Pattern SECRET =
      Pattern.compile("password|passwd|pwd|pin|code|otp|seed|secret|パスワード|暗証");

  private final SideText file;

  private MailTextReader(SideText file) {
    this.file = file;
  }

  /**
   * @param file the file
   * @return the text
   * @throws InvalidSetting for the first problem found, with file and line
   */
  static MailText read(SideText file) throws InvalidSetting {
    return new MailTextReader(file).read();
  }

  private MailText read() throws InvalidSetting {
    List<String> lines = file.text().lines().toList();
    int end = 0;
    while (end < lines.size() && !lines.get(end).isBlank()) {
      end++;
    }
    Map<String, String> head = head(lines.subList(0, end));
    String body = String.join("\n", lines.subList(end, lines.size())).strip() + "\n";
    if (body.isBlank()) {
      throw file.problem("has no body, which begins after the first empty line");
    }
    if (body.length() > LONGEST_BODY) {
      throw file.problem("has a body of more than " + LONGEST_BODY + " characters");
    }
    for (int i = 0; i < lines.size(); i++) {
      if (i >= end || !remark(lines.get(i))) {
        checkPlaces(lines.get(i), i);
      }
    }
    for (MailText.Place place : MailText.Place.values()) {
      if (place.required() && !body.contains("{" + place.label() + "}")) {
        throw file.problem(
            "has no {%s} in its body: without it the mail is of no use to the customer"
                .formatted(place.label()));
      }
    }
    return new MailText(required(head, BANK_NAME), required(head, SUBJECT), body);
  }

  private static boolean remark(String line) {
    return line.startsWith("#");
  }

  private Map<String, String> head(List<String> lines) throws InvalidSetting {
    Map<String, String> head = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      if (remark(lines.get(i))) {
        continue;
      }
      Matcher line = HEAD.matcher(lines.get(i));
      if (!line.matches() || !List.of(BANK_NAME, SUBJECT).contains(line.group(1))) {
        throw problem(i, "must be 'bank-name: …' or 'subject: …'; the body follows an empty line");
      }
      String value = line.group(2).strip();
      if (value.isEmpty() || value.length() > LONGEST_HEAD) {
        throw problem(i, "must have 1 to " + LONGEST_HEAD + " characters after the colon");
      }
      if (line.group(1).equals(BANK_NAME) && value.matches(".*[{}].*")) {
        throw problem(i, "a name has no braces");
      }
      if (head.put(line.group(1), value) != null) {
        throw problem(i, "says '" + line.group(1) + "' a second time");
      }
    }
    return head;
  }

  private String required(Map<String, String> head, String key) throws InvalidSetting {
    String value = head.get(key);
    if (value == null) {
      throw file.problem("does not say '" + key + "' before its first empty line");
    }
    return value;
  }

  private void checkPlaces(String line, int index) throws InvalidSetting {
    if (line.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t')) {
      throw problem(index, "has a control character");
    }
    if (MailText.PLACE.matcher(line).replaceAll("").matches(".*[{}].*")) {
      throw problem(index, "has a brace without its counterpart");
    }
    List<String> labels =
        MailText.PLACE.matcher(line).results().map(found -> found.group(1)).toList();
    for (String label : labels) {
      if (MailText.Place.of(label).isEmpty()) {
        throw problem(index, unknown(label));
      }
    }
  }

  private static String unknown(String place) {
    if (SECRET.matcher(place.toLowerCase(Locale.ROOT)).find()) {
      return "asks for {%s}: no mail bears an activation password, a code or a seed (S1-12)"
          .formatted(place);
    }
    return "asks for {%s}, which is none of %s"
        .formatted(
            place,
            Arrays.stream(MailText.Place.values())
                .map(known -> "{" + known.label() + "}")
                .collect(Collectors.joining(", ")));
  }

  private InvalidSetting problem(int index, String problem) {
    return file.problem("line %d: %s".formatted(index + 1, problem));
  }
}
