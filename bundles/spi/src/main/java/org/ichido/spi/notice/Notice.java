package org.ichido.spi.notice;

import org.ichido.api.BankId;

/**
 * A mail that is to be sent, its text complete. Holds personal data and so prints its id alone;
 * never holds a seed, a code or an activation password (S1-12).
 *
 * @param bank whose customer it is for
 * @param id the same at every try: the left part of the Message-ID; 1 to 64 letters, digits, dots
 *     and hyphens
 * @param sender the address it comes from, one of the profile's allow-list (S1-10, S4-9)
 * @param recipient the customer's address, checked when it was typed in (S1-3)
 * @param subject one line, Japanese as a rule
 * @param body the text, lines ended by line feeds
 */
public record Notice(
    BankId bank, String id, String sender, String recipient, String subject, String body) {
  @Override
  public String toString() {
    return "Notice(" + bank + " " + id + ")";
  }
}
