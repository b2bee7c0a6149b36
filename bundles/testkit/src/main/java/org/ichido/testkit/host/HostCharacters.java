package org.ichido.testkit.host;

import java.nio.charset.Charset;

/**
 * The coded character sets that a program may speak. In all of them a character of a record is one
 * byte. Ichido takes 1390 and 1399 as well, as bytes alone; this JDK has neither.
 */
public enum HostCharacters {
  /** EBCDIC, half-width kana where others have small letters: prefer capitals. */
  KATAKANA_EBCDIC(930, "x-IBM930"),
  /** EBCDIC with small letters: what a Japanese host speaks as a rule. */
  LATIN_EBCDIC(939, "x-IBM939"),
  /** Shift-JIS of IBM; {@code x-IBM943} without the C would spoil {@code ~} and {@code \}. */
  SHIFT_JIS(943, "x-IBM943C"),
  /** ASCII alone: half-width kana would have three bytes. */
  UTF_8(1208, "UTF-8"),
  /** ASCII alone: there is no kana. */
  LATIN_1(819, "ISO-8859-1");

  private final int ccsid;
  private final String charset;

  HostCharacters(int ccsid, String charset) {
    this.ccsid = ccsid;
    this.charset = charset;
  }

  /**
   * @return the CCSID, as in the message descriptor
   */
  public int ccsid() {
    return ccsid;
  }

  /**
   * @return the JDK's name for it
   */
  public Charset charset() {
    return Charset.forName(charset);
  }
}
