package org.ichido.mail;

import java.util.Arrays;
import java.util.List;

/** What keeps a mail from being read or changed on its way to the mail server. */
enum Protection {
  /** Nothing, as the server is on this machine. */
  NONE("none", "in the clear on this machine"),
  /** Nothing, because the administrator says so. */
  NONE_ANYWHERE("none-anywhere", "in the clear over the network"),
  /**
   * TLS that begins after a greeting in the clear, and without which nothing is sent (RFC 3207).
   */
  STARTTLS("starttls", "with STARTTLS"),
  /** TLS from the first byte (RFC 8314). */
  TLS("tls", "with TLS");

  private final String word;
  private final String words;

  Protection(String word, String words) {
    this.word = word;
    this.words = words;
  }

  static List<String> choices() {
    return Arrays.stream(values()).map(one -> one.word).toList();
  }

  static Protection of(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst().orElseThrow();
  }

  boolean encrypts() {
    return this == STARTTLS || this == TLS;
  }

  /** For operators. */
  @Override
  public String toString() {
    return words;
  }
}
