package org.ichido.mq.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a whole record, header and body, with their places. Immutable.
 *
 * <p>Every offset comes from the copybooks; none is repeated in Java.
 */
public final class RecordLayout {
  private final String name;
  private final List<RecordField> fields;
  private final Map<String, RecordField> byName = new LinkedHashMap<>();
  private final Map<String, RecordField> byCondition = new HashMap<>();
  private final int length;

  private RecordLayout(String name, List<RecordField> fields) {
    this.name = name;
    this.fields = List.copyOf(fields);
    int end = 0;
    for (RecordField field : fields) {
      end = field.offset() + field.length();
      if (!field.isFiller() && byName.put(field.name(), field) != null) {
        throw new IllegalArgumentException(
            "record %s: the field %s stands in two of its copybooks".formatted(name, field.name()));
      }
      for (String condition : field.values().keySet()) {
        if (byCondition.put(condition, field) != null) {
          throw new IllegalArgumentException(
              "record %s: the condition %s stands in two of its copybooks"
                  .formatted(name, condition));
        }
      }
    }
    this.length = end;
  }

  /**
   * Puts copybooks one behind the other, as COPY does.
   *
   * @param name what the record is called in messages
   * @param parts the fields of each copybook
   * @return the layout
   */
  static RecordLayout of(String name, List<List<RecordField>> parts) {
    List<RecordField> fields = new ArrayList<>();
    int start = 0;
    for (List<RecordField> part : parts) {
      for (RecordField field : part) {
        fields.add(field.movedBy(start));
      }
      RecordField last = fields.get(fields.size() - 1);
      start = last.offset() + last.length();
    }
    return new RecordLayout(name, fields);
  }

  /**
   * @return what the record is called, such as {@code verify request}
   */
  public String name() {
    return name;
  }

  /**
   * @return all fields in order, those without a name as well
   */
  public List<RecordField> fields() {
    return fields;
  }

  /**
   * @return the record's length in characters, which is its length in bytes
   */
  public int length() {
    return length;
  }

  /**
   * @param field a COBOL name
   * @return whether the record has that field
   */
  public boolean has(String field) {
    return byName.containsKey(field);
  }

  /**
   * @param field a COBOL name
   * @return the field
   * @throws IllegalArgumentException if the copybooks have none of that name
   */
  public RecordField field(String field) {
    RecordField found = byName.get(field);
    if (found == null) {
      throw new IllegalArgumentException(
          "record %s has no field %s: see its copybooks".formatted(name, field));
    }
    return found;
  }

  /**
   * @param condition a condition name (level 88)
   * @return the field that it is about
   * @throws IllegalArgumentException if the copybooks have none of that name
   */
  public RecordField fieldOf(String condition) {
    RecordField found = byCondition.get(condition);
    if (found == null) {
      throw new IllegalArgumentException(
          "record %s has no condition %s: see its copybooks".formatted(name, condition));
    }
    return found;
  }

  @Override
  public String toString() {
    return "%s (%d characters)".formatted(name, length);
  }
}
