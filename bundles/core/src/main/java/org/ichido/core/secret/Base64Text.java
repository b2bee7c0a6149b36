package org.ichido.core.secret;

import java.util.Base64;
import java.util.Optional;

/**
 * Bytes as text: base64 of RFC 4648 section 4, on one line, with its padding. Only the one spelling
 * that such bytes have is accepted, so that no two texts mean the same.
 */
final class Base64Text {
  private Base64Text() {}

  /**
   * @param text as it stands in a field, without the blanks after it
   * @return the bytes; empty if it is another text
   */
  static Optional<byte[]> decode(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return Base64.getEncoder().encodeToString(bytes).equals(text)
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
