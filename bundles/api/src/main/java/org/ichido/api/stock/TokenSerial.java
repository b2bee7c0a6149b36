package org.ichido.api.stock;

import java.util.regex.Pattern;

/**
 * What is printed on a hard token. A bank has no two devices with one serial; two banks may.
 *
 * @param value 1 to 20 digits, capital letters or hyphens, all ASCII
 */
public record TokenSerial(String value) implements Comparable<TokenSerial> {
  private static final Pattern FORM = Pattern.compile("[0-9A-Z-]{1,20}");

  /**
   * @throws IllegalArgumentException if the value has another form
   */
  public TokenSerial {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("serial: 1 to 20 digits, capital letters or hyphens");
    }
  }

  /** By the codes of ASCII. */
  @Override
  public int compareTo(TokenSerial other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
