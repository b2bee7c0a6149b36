package org.ichido.queuemanager.mqsc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A command: its verb, what it is about, and its attributes, which are taken one by one.
 *
 * @param line where it begins, counted from 1
 * @param verb such as DEFINE
 * @param object such as QLOCAL
 * @param name of the object; blank if it has none
 * @param attributes by keyword; blank is a keyword without a value
 */
record MqscCommand(
    int line, String verb, String object, String name, Map<String, String> attributes) {
  private static final Pattern WORD =
      Pattern.compile("\\s*([A-Za-z0-9_]+)\\s*(\\(((?:'(?:[^']|'')*'|[^')])*)\\))?\\s*");

  private static final Pattern ITEM = Pattern.compile("\\s*(?:'((?:[^']|'')*)'|([^',]*))\\s*(,|$)");

  /**
   * @param line where it begins
   * @param text the command on one line
   */
  static MqscCommand parse(int line, String text) {
    List<String> keywords = new ArrayList<>();
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher word = WORD.matcher(text);
    while (word.lookingAt()) {
      String keyword = word.group(1).toUpperCase(Locale.ROOT);
      if (attributes.put(keyword, value(line, word.group(3))) != null) {
        throw new IllegalArgumentException("line " + line + ": " + keyword + " comes twice");
      }
      keywords.add(keyword);
      word.region(word.end(), text.length());
    }
    if (word.regionStart() != text.length() || keywords.size() < 2) {
      throw new IllegalArgumentException(
          "line " + line + ": not MQSC from here on: " + text.substring(word.regionStart()));
    }
    attributes.remove(keywords.get(0));
    String name = attributes.remove(keywords.get(1));
    return new MqscCommand(
        line, keywords.get(0), keywords.get(1), name == null ? "" : name, attributes);
  }

  /** Names without quotes are in capitals; a list keeps its commas. */
  private static String value(int line, @Nullable String written) {
    if (written == null) {
      return "";
    }
    List<String> items = new ArrayList<>();
    Matcher item = ITEM.matcher(written);
    while (item.lookingAt()) {
      items.add(
          item.group(1) == null
              ? item.group(2).strip().toUpperCase(Locale.ROOT)
              : item.group(1).replace("''", "'").stripTrailing());
      if (item.group(3).isEmpty()) {
        return String.join(",", items);
      }
      item.region(item.end(), written.length());
    }
    throw new IllegalArgumentException("line " + line + ": not a value: " + written);
  }

  String what() {
    return verb + " " + object;
  }

  Optional<String> take(String keyword) {
    return Optional.ofNullable(attributes.remove(keyword));
  }

  Optional<Integer> takeNumber(String keyword) {
    return take(keyword)
        .map(
            value -> {
              try {
                return Integer.parseInt(value);
              } catch (NumberFormatException e) {
                throw wrong(keyword + "(" + value + ") is no number");
              }
            });
  }

  /** One of two words. */
  Optional<Boolean> takeChoice(String keyword, String yes, String no) {
    return take(keyword)
        .map(
            value -> {
              if (!value.equals(yes) && !value.equals(no)) {
                throw wrong(keyword + "(" + value + ") is neither " + yes + " nor " + no);
              }
              return value.equals(yes);
            });
  }

  IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("line " + line + ": " + what() + ": " + what);
  }
}
