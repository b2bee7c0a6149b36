package org.ichido.mq.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of a copybook, in order. Understands a small part of COBOL and refuses all the rest:
 * fixed form, one entry a line, groups, {@code PIC X(n)}, {@code PIC 9(n)}, and level 88 with one
 * value. A clause that is skipped would move every field behind it without a word.
 */
final class Copybook {
  private static final Pattern FILE = Pattern.compile("[A-Z][A-Z0-9]{0,7}\\.cpy");
  private static final String NAME = "([A-Z](?:-?[A-Z0-9])*)";
  private static final Pattern GROUP = Pattern.compile("(\\d\\d) +" + NAME + "\\.");
  private static final Pattern ELEMENTARY =
      Pattern.compile("(\\d\\d) +" + NAME + " +PIC +([X9])\\((\\d{1,4})\\)\\.");
  private static final Pattern CONDITION =
      Pattern.compile("88 +" + NAME + " +VALUE +(?:'([^']+)'|(\\d+))\\.");
  private static final int LAST_COLUMN = 72;
  private static final int INDICATOR_COLUMN = 7;
  private static final int LONGEST_NAME = 30;
  private static final int LONGEST_NUMBER = 18;

  private final String file;
  private final List<RecordField> fields = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Deque<Integer> groups = new ArrayDeque<>();
  private int number;
  private String line = "";
  private int elementaryLevel;
  private boolean groupIsEmpty;
  private int length;

  private Copybook(String file) {
    this.file = file;
  }

  /**
   * Reads a copybook.
   *
   * @param file its file name, for messages
   * @param text its content
   * @return its fields, the first at offset 0
   * @throws InvalidCopybook if anything in it is not understood; names file, line and words
   */
  static List<RecordField> parse(String file, String text) {
    Copybook copybook = new Copybook(file);
    if (!FILE.matcher(file).matches()) {
      throw copybook.refused("a copybook's name has 1 to 8 upper-case letters or digits");
    }
    text.lines().forEach(copybook::read);
    copybook.line = "(end)";
    copybook.demand(!copybook.groupIsEmpty, "the last group has no fields");
    copybook.demand(!copybook.fields.isEmpty(), "there are no fields");
    return List.copyOf(copybook.fields);
  }

  private void read(String next) {
    number++;
    line = next;
    demand(line.length() <= LAST_COLUMN, "text behind column 72");
    demand(line.chars().allMatch(c -> c >= ' ' && c <= '~'), "only ASCII, and no tabs");
    if (line.isBlank()) {
      return;
    }
    demand(
        line.length() >= INDICATOR_COLUMN && line.substring(0, 6).isBlank(),
        "columns 1 to 6 are blank");
    char indicator = line.charAt(INDICATOR_COLUMN - 1);
    if (indicator != '*') {
      demand(indicator == ' ', "column 7 holds * or a space");
      entry(line.strip());
    }
  }

  private void entry(String words) {
    Matcher condition = CONDITION.matcher(words);
    Matcher elementary = ELEMENTARY.matcher(words);
    Matcher group = GROUP.matcher(words);
    if (condition.matches()) {
      condition(condition.group(1), condition.group(2), condition.group(3));
    } else if (elementary.matches()) {
      open(level(elementary.group(1)));
      field(elementary);
    } else if (group.matches() && !group.group(2).equals(RecordField.FILLER)) {
      int level = level(group.group(1));
      open(level);
      name(group.group(2));
      groups.push(level);
      groupIsEmpty = true;
      elementaryLevel = 0;
    } else {
      throw refused(
          "only groups, PIC X(n), PIC 9(n) and 88 with one VALUE, one entry a line with its period");
    }
  }

  private int level(String digits) {
    int level = Integer.parseInt(digits);
    demand(level >= 2 && level <= 49, "levels are 02 to 49 and 88");
    return level;
  }

  /**
   * An entry belongs to the innermost group above it; beside an elementary item it has its level.
   */
  private void open(int level) {
    demand(elementaryLevel == 0 || level <= elementaryLevel, "a PIC entry has no fields below it");
    if (groupIsEmpty) {
      demand(level > groups.element(), "the group before it has no fields");
    }
    int closed = 0;
    while (!groups.isEmpty() && groups.element() >= level) {
      closed = groups.pop();
    }
    boolean sibling = closed == level || level == elementaryLevel;
    demand(sibling || groupIsEmpty || fields.isEmpty(), "no entry before it has this level");
  }

  private void field(Matcher entry) {
    String name = entry.group(2);
    boolean text = entry.group(3).equals("X");
    int size = Integer.parseInt(entry.group(4));
    demand(size > 0 && (text || size <= LONGEST_NUMBER), "PIC X(1) to X(9999), 9(1) to 9(18)");
    if (name.equals(RecordField.FILLER)) {
      demand(text, "FILLER is PIC X");
    } else {
      name(name);
    }
    RecordField.Picture picture = text ? RecordField.Picture.X : RecordField.Picture.NINE;
    fields.add(new RecordField(name, picture, length, size, Map.of()));
    length += size;
    elementaryLevel = level(entry.group(1));
    groupIsEmpty = false;
  }

  private void condition(String name, String text, String digits) {
    demand(elementaryLevel != 0, "88 stands below a PIC entry");
    RecordField field = fields.remove(fields.size() - 1);
    boolean isText = field.picture() == RecordField.Picture.X;
    demand(!field.isFiller() && isText == (text != null), "a value of another kind than its field");
    String value = isText ? text : digits;
    demand(value.length() <= field.length(), "a value longer than its field");
    name(name);
    Map<String, String> values = new LinkedHashMap<>(field.values());
    values.put(name, value);
    fields.add(
        new RecordField(field.name(), field.picture(), field.offset(), field.length(), values));
  }

  private void name(String name) {
    demand(name.length() <= LONGEST_NAME, "names have at most 30 characters");
    demand(names.add(name), "this name stands here twice");
  }

  private void demand(boolean holds, String rule) {
    if (!holds) {
      throw refused(rule);
    }
  }

  private InvalidCopybook refused(String rule) {
    return new InvalidCopybook(file, number, line, rule);
  }
}
