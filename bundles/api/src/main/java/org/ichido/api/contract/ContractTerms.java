package org.ichido.api.contract;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What core banking says of a contract when it opens it.
 *
 * @param branch the branch that keeps it, 3 characters
 * @param cif the customer's number at core banking, 1 to 10 characters, if it says one
 * @param opened the day on which it was opened (S0-1)
 * @param method the method from the beginning; NONE if one-time passwords were not applied for;
 *     empty if core banking leaves it to the bank's profile (S0-2)
 * @param account the representative account, if it says one (S2-18, S4-29)
 */
public record ContractTerms(
    String branch,
    Optional<String> cif,
    LocalDate opened,
    Optional<Method> method,
    Optional<Account> account) {
  private static final Pattern BRANCH = Pattern.compile("[0-9A-Z]{3}");
  private static final Pattern CIF = Pattern.compile("[\\x21-\\x7e]{1,10}");

  /**
   * @throws IllegalArgumentException if branch or customer number have another form
   */
  public ContractTerms {
    requireBranch(branch);
    if (cif.filter(number -> !CIF.matcher(number).matches()).isPresent()) {
      throw new IllegalArgumentException("customer number: 1 to 10 visible ASCII characters");
    }
  }

  static void requireBranch(String branch) {
    if (!BRANCH.matcher(branch).matches()) {
      throw new IllegalArgumentException("branch: 3 digits or capital letters");
    }
  }
}
