package org.ichido.shell;

import java.util.Arrays;
import org.ichido.api.Seed;

/**
 * Reads a seed as makers of tokens write it down: hexadecimal, or Base32 (RFC 4648 section 6, in
 * either case, padding not needed); blanks and hyphens between groups are skipped. A text that
 * would be right in both ways is refused unless it says which it is, {@code hex:} or {@code
 * base32:} in front: a wrong guess would bind a token whose codes are never right.
 *
 * <p>No message repeats any of the text. The caller wipes the text; what is made of it on the way
 * is wiped here.
 */
final class SeedText {
  private static final String HEX = "0123456789ABCDEF";
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private SeedText() {}

  /**
   * @throws IllegalArgumentException if it is neither, may be both, or is too short or too long
   */
  static Seed read(char[] text) {
    char[] bare = new char[text.length];
    byte[] bytes = new byte[text.length];
    try {
      int from = prefix(text, "hex:") ? 4 : prefix(text, "base32:") ? 7 : 0;
      int length = bare(text, from, bare);
      boolean hex = from != 7 && length % 2 == 0 && allIn(bare, length, HEX);
      boolean base32 = from != 4 && allIn(bare, length, BASE32);
      if (hex && base32) {
        throw new IllegalArgumentException(
            "seed: it can be read as hexadecimal and as Base32; write hex: or base32: in front");
      }
      if (!hex && !base32) {
        throw new IllegalArgumentException("seed: it is neither hexadecimal nor Base32");
      }
      int read = decode(bare, length, hex ? HEX : BASE32, hex ? 4 : 5, bytes);
      byte[] secret = Arrays.copyOf(bytes, read);
      try {
        return Seed.copyOf(secret);
      } finally {
        Arrays.fill(secret, (byte) 0);
      }
    } finally {
      Arrays.fill(bare, '\0');
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static boolean prefix(char[] text, String prefix) {
    for (int i = 0; i < prefix.length(); i++) {
      if (i >= text.length || lower(text[i]) != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Copies what counts, in upper case: no blanks, no hyphens, no padding at the end. */
  private static int bare(char[] text, int from, char[] bare) {
    int length = 0;
    for (int i = from; i < text.length; i++) {
      if (text[i] != ' ' && text[i] != '-') {
        bare[length++] = upper(text[i]);
      }
    }
    while (length > 0 && bare[length - 1] == '=') {
      length--;
    }
    return length;
  }

  private static boolean allIn(char[] text, int length, String alphabet) {
    boolean all = length > 0;
    for (int i = 0; i < length; i++) {
      all &= alphabet.indexOf(text[i]) >= 0;
    }
    return all;
  }

  /** Bits that do not fill a byte at the end are Base32's own filling. */
  private static int decode(char[] text, int length, String alphabet, int bitsEach, byte[] into) {
    int buffer = 0;
    int bits = 0;
    int written = 0;
    for (int i = 0; i < length; i++) {
      buffer = (buffer << bitsEach | alphabet.indexOf(text[i])) & 0xfff;
      bits += bitsEach;
      if (bits >= 8) {
        bits -= 8;
        into[written++] = (byte) (buffer >> bits);
      }
    }
    return written;
  }

  // ASCII alone: the platform's rules would map other letters onto these alphabets.
  private static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }
}
