package org.ichido.core.sheet;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads CSV of RFC 4180 in UTF-8, line by line, and stricter: a record is a line, so no field has a
 * line break in it, nor any other control character. What is wrong with one line is told, and the
 * next is read.
 */
public final class CsvReader implements Closeable {
  /** The longest line, in bytes. No row of ours is half as long. */
  public static final int LONGEST = 8_192;

  private static final char QUOTE = '"';

  private final InputStream in;
  private long number;

  /**
   * @param in the bytes; closed with the reader
   */
  public CsvReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /**
   * @return the next line; empty at the end
   */
  public Optional<CsvLine> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int read = in.read();
    if (read < 0) {
      return Optional.empty();
    }
    number++;
    boolean tooLong = false;
    for (; read >= 0 && read != '\n'; read = in.read()) {
      if (line.size() < LONGEST) {
        line.write(read);
      } else {
        tooLong = true;
      }
    }
    return Optional.of(
        tooLong
            ? CsvLine.wrong(
                number, "longer than %,d bytes; is a line end missing?".formatted(LONGEST))
            : decoded(line.toByteArray()));
  }

  private CsvLine decoded(byte[] bytes) {
    boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    int length = carriageReturn ? bytes.length - 1 : bytes.length;
    String text;
    try {
      text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
    } catch (CharacterCodingException e) {
      return CsvLine.wrong(number, "no UTF-8; export the file as UTF-8");
    }
    if (text.startsWith("\ufeff")) {
      return CsvLine.wrong(number, "begins with a byte order mark; export without one");
    }
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      return CsvLine.wrong(number, "has a control character");
    }
    return fields(text);
  }

  private CsvLine fields(String text) {
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (true) {
      boolean quoted = at < text.length() && text.charAt(at) == QUOTE;
      int end = quoted ? endOfQuoted(text, at) : endOfPlain(text, at);
      if (end < 0) {
        return CsvLine.wrong(
            number, "a quote stands alone; put the field in quotes and double those inside it");
      }
      fields.add(
          quoted ? text.substring(at + 1, end - 1).replace("\"\"", "\"") : text.substring(at, end));
      if (end == text.length()) {
        return new CsvLine(number, List.copyOf(fields), Optional.empty());
      }
      at = end + 1;
    }
  }

  /** The comma or end behind the field that begins there; -1 if there is a quote in it. */
  private static int endOfPlain(String text, int from) {
    int comma = text.indexOf(',', from);
    int end = comma < 0 ? text.length() : comma;
    return text.substring(from, end).indexOf(QUOTE) < 0 ? end : -1;
  }

  /** The same for a field in quotes; -1 if they are not closed before a comma or the end. */
  private static int endOfQuoted(String text, int from) {
    int at = from + 1;
    while (at < text.length()) {
      if (text.charAt(at) != QUOTE) {
        at++;
      } else if (at + 1 < text.length() && text.charAt(at + 1) == QUOTE) {
        at += 2;
      } else {
        return at + 1 == text.length() || text.charAt(at + 1) == ',' ? at + 1 : -1;
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
