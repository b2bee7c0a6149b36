package org.ichido.mq.record;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.Optional;

/**
 * The coded character sets in which a message may come as text. 943 is the JDK's {@code x-IBM943C}:
 * plain 943 spoils {@code ~} and the backslash.
 */
public final class Ccsid {
  static final Map<Integer, String> CHARSETS =
      Map.of(
          1208, "UTF-8",
          819, "ISO-8859-1",
          930, "x-IBM930",
          939, "x-IBM939",
          943, "x-IBM943C");

  /**
   * The sets that come as bytes only, since neither the JDK nor IBM's client has them, and for each
   * the one that has the same bytes for every character of a record: they differ in the euro sign
   * and in double bytes, which no record holds. A test compares them with ICU's tables.
   */
  static final Map<Integer, Integer> AS_BYTES_ONLY = Map.of(1390, 930, 1399, 939);

  /** How a queue manager's client may name 943: it knows no difference. */
  private static final String PLAIN_943 = "x-IBM943";

  private Ccsid() {}

  /**
   * @param ccsid the number of a coded character set
   * @return the JDK's name for it; empty if no text comes in it
   */
  public static Optional<Charset> charset(int ccsid) {
    return Optional.ofNullable(CHARSETS.get(ccsid))
        .filter(Charset::isSupported)
        .map(Charset::forName);
  }

  /**
   * The set under which IBM's client sends a record's bytes: it says none that Java lacks.
   *
   * @param ccsid the number of a coded character set
   * @return it, or the one that has the same bytes for every character of a record
   */
  public static int sayableByIbm(int ccsid) {
    return AS_BYTES_ONLY.getOrDefault(ccsid, ccsid);
  }

  /**
   * @param value what stood in the property: a number, digits, or as IBM's client gives it the name
   *     of a Java character set
   * @return the number; empty if the value names none
   */
  public static Optional<Integer> parse(Object value) {
    if (value instanceof Number number) {
      return Optional.of(number.intValue());
    }
    String text = value.toString().strip();
    if (text.matches("[0-9]{1,5}")) {
      return Optional.of(Integer.valueOf(text));
    }
    try {
      String name = Charset.forName(text).name();
      return name.equals(PLAIN_943)
          ? Optional.of(943)
          : CHARSETS.entrySet().stream()
              .filter(entry -> entry.getValue().equals(name))
              .map(Map.Entry::getKey)
              .findFirst();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /**
   * Encodes; never replaces a character by another.
   *
   * @param text the characters
   * @param charset the set
   * @return the bytes
   * @throws CharacterCodingException if the set lacks one of the characters
   */
  public static byte[] encode(String text, Charset charset) throws CharacterCodingException {
    ByteBuffer bytes =
        charset
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .encode(CharBuffer.wrap(text));
    byte[] encoded = new byte[bytes.remaining()];
    bytes.get(encoded);
    return encoded;
  }

  /**
   * Decodes; never replaces a byte by a character that says nothing.
   *
   * @param bytes the bytes
   * @param charset the set
   * @return the characters
   * @throws CharacterCodingException if the bytes are none of the set
   */
  public static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }
}
