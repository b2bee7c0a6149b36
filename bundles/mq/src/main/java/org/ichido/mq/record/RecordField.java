package org.ichido.mq.record;

import java.util.Map;

/**
 * A field of a record, as its copybook says.
 *
 * @param name the COBOL name, {@link #FILLER} for what has none
 * @param picture X or 9
 * @param offset where it begins in the record, from 0
 * @param length how many characters, which are as many bytes
 * @param values its condition names (level 88) and the value of each, without padding
 */
public record RecordField(
    String name, Picture picture, int offset, int length, Map<String, String> values) {
  /** The name of fields without a name: always spaces, room for later fields. */
  public static final String FILLER = "FILLER";

  /** What a field holds. */
  public enum Picture {
    /** PIC X: characters, left-justified, padded with spaces. */
    X,
    /** PIC 9: digits, padded with zeros. */
    NINE
  }

  /** Copies the values. */
  public RecordField {
    values = Map.copyOf(values);
  }

  /**
   * @return whether it has no name
   */
  public boolean isFiller() {
    return name.equals(FILLER);
  }

  /**
   * @return the picture as COBOL writes it: {@code X(8)}
   */
  public String cobolPicture() {
    return (picture == Picture.X ? "X(" : "9(") + length + ")";
  }

  /**
   * @param condition a condition name (level 88) of this field
   * @return its value, without padding
   * @throws IllegalArgumentException if the field has no such condition
   */
  public String value(String condition) {
    String value = values.get(condition);
    if (value == null) {
      throw new IllegalArgumentException(name + " has no condition " + condition);
    }
    return value;
  }

  RecordField movedBy(int distance) {
    return new RecordField(name, picture, offset + distance, length, values);
  }
}
