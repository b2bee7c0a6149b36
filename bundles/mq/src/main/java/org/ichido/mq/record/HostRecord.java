package org.ichido.mq.record;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.ichido.mq.record.RecordField.Picture;

/**
 * A record's characters, seen through its layout. Since it may hold a code it prints none of them
 * and is wiped when closed. Immutable but for {@link #close()}; safe for use by several threads
 * until then.
 */
public final class HostRecord implements AutoCloseable {
  private final RecordLayout layout;
  private final char[] characters;

  private HostRecord(RecordLayout layout, char[] characters) {
    this.layout = layout;
    this.characters = characters;
  }

  /**
   * @param layout a layout
   * @return a record of spaces and, in PIC 9 fields, zeros
   */
  public static HostRecord blank(RecordLayout layout) {
    char[] characters = new char[layout.length()];
    for (RecordField field : layout.fields()) {
      Arrays.fill(
          characters, field.offset(), field.offset() + field.length(), padding(field.picture()));
    }
    return new HostRecord(layout, characters);
  }

  /**
   * Decodes a record that must be well-formed.
   *
   * @param layout what the bytes should be
   * @param bytes the record
   * @param set the characters of its CCSID
   * @return the record
   * @throws IllegalArgumentException if the length is another or a field is malformed; names it
   */
  public static HostRecord decode(RecordLayout layout, byte[] bytes, HostCharacters set) {
    if (bytes.length != layout.length()) {
      throw new IllegalArgumentException(
          "%s has %d bytes, but got %d".formatted(layout.name(), layout.length(), bytes.length));
    }
    HostRecord record = read(layout, bytes, set);
    Optional<BadRecord> fault = record.fault();
    if (fault.isPresent()) {
      record.close();
      throw new IllegalArgumentException(layout.name() + ": " + fault.get().getMessage());
    }
    return record;
  }

  /** Decodes as much as the layout covers; what is malformed is found by {@link #fault}. */
  static HostRecord read(RecordLayout layout, byte[] bytes, HostCharacters set) {
    return new HostRecord(layout, set.decode(bytes, layout.length()));
  }

  /**
   * @param set the characters of a CCSID
   * @return the record's bytes in that CCSID
   * @throws IllegalArgumentException if the CCSID lacks one of the characters
   */
  public byte[] encode(HostCharacters set) {
    return set.encode(characters);
  }

  /**
   * @return the record's fields
   */
  public RecordLayout layout() {
    return layout;
  }

  /**
   * @param field a COBOL name
   * @return its text without the padding of PIC X; all digits of PIC 9
   */
  public String get(String field) {
    return view(layout.field(field)).toString();
  }

  /** The text of a field, for what must not become a String. */
  CharSequence view(String field) {
    return view(layout.field(field));
  }

  private CharBuffer view(RecordField field) {
    int end = field.offset() + field.length();
    while (field.picture() == Picture.X
        && end > field.offset()
        && characters[end - 1] == padding(field.picture())) {
      end--;
    }
    return CharBuffer.wrap(characters, field.offset(), end - field.offset());
  }

  /**
   * @param condition a condition name (level 88)
   * @return whether its field has its value
   */
  public boolean is(String condition) {
    RecordField field = layout.fieldOf(condition);
    return has(field, field.value(condition));
  }

  /** Whether a field holds exactly this, padding included. */
  boolean has(String field, String value) {
    return has(layout.field(field), value);
  }

  private boolean has(RecordField field, String value) {
    char[] expected = padded(field, value);
    return CharBuffer.wrap(characters, field.offset(), field.length())
        .equals(CharBuffer.wrap(expected));
  }

  /**
   * @param field a COBOL name
   * @param value its value, without padding
   * @return a copy with that value
   * @throws IllegalArgumentException if the value is too long or malformed; names the field
   */
  public HostRecord with(String field, String value) {
    return with(layout.field(field), value);
  }

  /**
   * @param condition a condition name (level 88)
   * @return a copy with the condition's value, as SET TO TRUE does
   */
  public HostRecord set(String condition) {
    RecordField field = layout.fieldOf(condition);
    return with(field, field.value(condition));
  }

  private HostRecord with(RecordField field, String value) {
    if (value.length() > field.length()) {
      throw new IllegalArgumentException(
          "%s: at most %d characters, but got %d"
              .formatted(field.name(), field.length(), value.length()));
    }
    char[] copy = characters.clone();
    System.arraycopy(padded(field, value), 0, copy, field.offset(), field.length());
    HostRecord changed = new HostRecord(layout, copy);
    Optional<BadRecord> fault = changed.fault(field);
    if (fault.isPresent()) {
      changed.close();
      throw new IllegalArgumentException(field.name() + ": " + fault.get().code());
    }
    return changed;
  }

  private static char[] padded(RecordField field, String value) {
    char[] padded = new char[field.length()];
    Arrays.fill(padded, padding(field.picture()));
    int at = field.picture() == Picture.X ? 0 : field.length() - value.length();
    value.getChars(0, value.length(), padded, at);
    return padded;
  }

  private static char padding(Picture picture) {
    return picture == Picture.X ? ' ' : '0';
  }

  /** The first field that is malformed, if one is. */
  Optional<BadRecord> fault() {
    return layout.fields().stream().flatMap(field -> fault(field).stream()).findFirst();
  }

  /** What is wrong with a field, if something is. */
  Optional<BadRecord> fault(RecordField field) {
    CharBuffer whole = CharBuffer.wrap(characters, field.offset(), field.length());
    CharBuffer text = view(field);
    ReasonCode code;
    if (whole.chars().anyMatch(c -> !HostCharacters.any((char) c))) {
      code = ReasonCode.FIELD_CHARACTERS;
    } else if (field.picture() == Picture.NINE && whole.chars().anyMatch(c -> c < '0' || c > '9')) {
      code = ReasonCode.FIELD_NOT_NUMERIC;
    } else if (field.isFiller() && text.length() > 0) {
      code = ReasonCode.FIELD_VALUE;
    } else if (text.length() > 0 && text.charAt(0) == ' ') {
      code = ReasonCode.FIELD_NOT_JUSTIFIED;
    } else {
      return Optional.empty();
    }
    return Optional.of(BadRecord.field(code, field.name()));
  }

  /** A copy in another layout: the fields that both have, but for those that are malformed here. */
  HostRecord echoedIn(RecordLayout other) {
    HostRecord echo = blank(other);
    for (RecordField field : layout.fields()) {
      if (!field.isFiller() && other.has(field.name()) && fault(field).isEmpty()) {
        RecordField place = other.field(field.name());
        System.arraycopy(
            characters, field.offset(), echo.characters, place.offset(), field.length());
      }
    }
    return echo;
  }

  /**
   * What the record says, as bytes that two records share only if they say the same: name and value
   * of each field that is not blank, each with its length. The same in every CCSID, and not changed
   * by a field that a later layout adds and the sender leaves blank.
   *
   * @param without the fields to leave out
   * @return the bytes; they may hold a code, so the caller wipes them
   */
  byte[] content(Set<String> without) {
    ByteBuffer content = ByteBuffer.allocate(3 * characters.length + 64 * layout.fields().size());
    for (RecordField field : layout.fields()) {
      if (!field.isFiller() && !without.contains(field.name()) && !isBlank(field)) {
        put(content, CharBuffer.wrap(field.name()));
        put(content, view(field));
      }
    }
    byte[] bytes = Arrays.copyOf(content.array(), content.position());
    Arrays.fill(content.array(), (byte) 0);
    return bytes;
  }

  private boolean isBlank(RecordField field) {
    return CharBuffer.wrap(characters, field.offset(), field.length())
        .chars()
        .allMatch(c -> c == padding(field.picture()));
  }

  private static void put(ByteBuffer content, CharBuffer text) {
    int start = content.position();
    content.putInt(0);
    StandardCharsets.UTF_8.newEncoder().encode(text, content, true);
    content.putInt(start, content.position() - start - Integer.BYTES);
  }

  /** Overwrites the characters. */
  @Override
  public void close() {
    Arrays.fill(characters, ' ');
  }

  /** Says nothing of the content. */
  @Override
  public String toString() {
    return "HostRecord(" + layout + ")";
  }
}
