package org.ichido.mq.record;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The characters that a host record may hold in one coded character set, each one byte: printable
 * ASCII, and half-width kana where the set has them in one byte. Everything else, shift characters
 * and controls among it, has no place in a record: it would move the fields behind it when a record
 * is converted.
 *
 * <p>Immutable and thread-safe.
 */
public final class HostCharacters {
  private static final Map<Integer, HostCharacters> SUPPORTED = supported();

  private static final char FIRST_KANA = '\uff61';
  private static final char LAST_KANA = '\uff9f';

  private final int ccsid;

  /** The character of each byte; U+0000, which no record holds, if the byte is none of a record. */
  private final char[] characters = new char[256];

  /** The byte of each character; 0 for a character that is none of a record. */
  private final byte[] bytes = new byte[LAST_KANA + 1];

  private HostCharacters(int ccsid, Charset charset) {
    this.ccsid = ccsid;
    CharsetEncoder encoder = charset.newEncoder();
    for (char c = ' '; c <= '~'; c++) {
      add(c, encoder);
    }
    for (char c = FIRST_KANA; c <= LAST_KANA; c++) {
      add(c, encoder);
    }
  }

  private static Map<Integer, HostCharacters> supported() {
    Map<Integer, String> names = new TreeMap<>(Ccsid.CHARSETS);
    Ccsid.AS_BYTES_ONLY.forEach((ccsid, like) -> names.put(ccsid, Ccsid.CHARSETS.get(like)));
    Map<Integer, HostCharacters> sets = new TreeMap<>();
    names.forEach(
        (ccsid, name) -> sets.put(ccsid, new HostCharacters(ccsid, Charset.forName(name))));
    return Map.copyOf(sets);
  }

  private void add(char c, CharsetEncoder encoder) {
    if (!encoder.canEncode(c)) {
      return;
    }
    try {
      var encoded = encoder.encode(CharBuffer.wrap(new char[] {c}));
      if (encoded.remaining() == 1) {
        byte b = encoded.get();
        characters[b & 0xff] = c;
        bytes[c] = b;
      }
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("CCSID %d cannot encode %04x".formatted(ccsid, (int) c), e);
    }
  }

  /**
   * @param ccsid the number of a coded character set
   * @return its characters; empty if it is not supported
   */
  public static Optional<HostCharacters> of(int ccsid) {
    return Optional.ofNullable(SUPPORTED.get(ccsid));
  }

  /**
   * @return the numbers of the coded character sets that are supported
   */
  public static Set<Integer> ccsids() {
    return SUPPORTED.keySet();
  }

  /**
   * @return the number of this coded character set
   */
  public int ccsid() {
    return ccsid;
  }

  /**
   * @param c a character
   * @return whether a record in this set may hold it
   */
  public boolean has(char c) {
    return c < bytes.length && bytes[c] != 0;
  }

  /** Decodes; what is no character of a record becomes U+0000. */
  char[] decode(byte[] record, int length) {
    char[] decoded = new char[length];
    for (int i = 0; i < length; i++) {
      decoded[i] = characters[record[i] & 0xff];
    }
    return decoded;
  }

  /** Whether a record in any set at all may hold the character. */
  static boolean any(char c) {
    return (c >= ' ' && c <= '~') || (c >= FIRST_KANA && c <= LAST_KANA);
  }

  byte[] encode(char[] record) {
    byte[] encoded = new byte[record.length];
    for (int i = 0; i < record.length; i++) {
      if (!has(record[i])) {
        Arrays.fill(encoded, (byte) 0);
        throw new IllegalArgumentException(
            "position %d holds a character that CCSID %d does not have in one byte"
                .formatted(i + 1, ccsid));
      }
      encoded[i] = bytes[record[i]];
    }
    return encoded;
  }

  @Override
  public String toString() {
    return "CCSID " + ccsid;
  }
}
