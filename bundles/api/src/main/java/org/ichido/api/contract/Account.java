package org.ichido.api.contract;

import java.util.regex.Pattern;

/**
 * A bank account, such as the representative account of a contract.
 *
 * @param branch the branch, 3 digits
 * @param type 1 ordinary, 2 current, 4 savings
 * @param number 7 digits
 * @param kanaName the holder in half-width kana, as core banking writes it; 1 to 30 characters
 */
public record Account(String branch, String type, String number, String kanaName) {
  /** The longest name, in characters. */
  public static final int LONGEST_NAME = 30;

  private static final Pattern BRANCH = Pattern.compile("[0-9]{3}");
  private static final Pattern TYPE = Pattern.compile("[124]");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{7}");
  private static final Pattern NAME = Pattern.compile("[\\uff61-\\uff9fA-Z0-9 ().,/\\\\-]{1,30}");

  /**
   * @throws IllegalArgumentException if a part has another form; names the part alone
   */
  public Account {
    check("branch", branch, BRANCH);
    check("type", type, TYPE);
    check("number", number, NUMBER);
    check("kana name", kanaName, NAME);
  }

  private static void check(String part, String value, Pattern form) {
    if (!form.matcher(value).matches()) {
      throw new IllegalArgumentException("account " + part + ": not of the form of one");
    }
  }

  /** The branch alone: the rest is personal. */
  @Override
  public String toString() {
    return "Account(branch " + branch + ")";
  }
}
