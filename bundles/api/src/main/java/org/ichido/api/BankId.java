package org.ichido.api;

import java.util.regex.Pattern;

/**
 * A bank, the tenant: the name behind {@code ~} in {@code etc/org.ichido.bank~kinsan.cfg}.
 *
 * @param value 1 to 16 characters: lower-case letters, digits and hyphens, a letter first
 */
public record BankId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,15}");

  /**
   * @throws IllegalArgumentException if the value has another form
   */
  public BankId {
    Checked.matching(
        "bank id", value, FORM, "1 to 16 lower-case letters, digits and hyphens, a letter first");
  }

  @Override
  public String toString() {
    return value;
  }
}
