package org.ichido.core.enrolment;

import java.util.regex.Pattern;

/**
 * Which mail addresses a bank takes (S1-3): half-width letters, digits and symbols. Of the symbols
 * those are left out that an address needs quotes for (RFC 5322 section 3.2.3): a comma would make
 * one address two.
 *
 * @param shortest the fewest characters
 * @param longest the most characters
 */
public record MailForm(int shortest, int longest) {
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9.-]+");

  /**
   * @param address what was typed
   * @return whether it is an address that the bank takes
   */
  public boolean fits(String address) {
    return address.length() >= shortest
        && address.length() <= longest
        && ADDRESS.matcher(address).matches();
  }
}
