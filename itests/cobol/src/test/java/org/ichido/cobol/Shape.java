package org.ichido.cobol;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A record as the COBOL compiler lays it out, and so as a gateway converts it: field by field.
 *
 * @param fields in order, without a gap; those between the fields of a name are FILLER
 */
record Shape(List<Cell> fields) {
  static final String FILLER = "FILLER";

  /** A field. */
  record Cell(String name, int offset, int length) {
    byte[] of(byte[] record) {
      return Arrays.copyOfRange(record, offset, offset + length);
    }
  }

  int length() {
    Cell last = fields.get(fields.size() - 1);
    return last.offset() + last.length();
  }

  Cell field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
  }

  /** Fills up the gaps with FILLER. */
  static Shape of(List<Cell> named, int length) {
    List<Cell> all = new ArrayList<>();
    int end = 0;
    for (Cell cell : named) {
      if (cell.offset() > end) {
        all.add(new Cell(FILLER, end, cell.offset() - end));
      }
      all.add(cell);
      end = cell.offset() + cell.length();
    }
    if (length > end) {
      all.add(new Cell(FILLER, end, length - end));
    }
    return new Shape(List.copyOf(all));
  }

  /**
   * Converts field by field.
   *
   * @throws CharacterCodingException if a character of a field has no counterpart
   */
  byte[] convert(byte[] record, Charset from, Charset to) throws CharacterCodingException {
    if (record.length != length()) {
      throw new IllegalArgumentException(record.length + " bytes, not " + length());
    }
    ByteBuffer converted = ByteBuffer.allocate(record.length);
    for (Cell field : fields) {
      CharBuffer text = from.newDecoder().decode(ByteBuffer.wrap(field.of(record)));
      ByteBuffer bytes = to.newEncoder().encode(text);
      if (bytes.remaining() != field.length()) {
        throw new IllegalArgumentException(
            "%s has %d bytes in %s and %d in %s"
                .formatted(field.name(), field.length(), from, bytes.remaining(), to));
      }
      converted.put(bytes);
    }
    return converted.array();
  }
}
