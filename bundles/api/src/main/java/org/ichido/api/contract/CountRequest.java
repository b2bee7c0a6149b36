package org.ichido.api.contract;

import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.RequestKey;

/**
 * Somebody says how much there ought to be, and asks whether we have as much.
 *
 * @param key the request's identity
 * @param bank the tenant
 * @param branch the branch of which it is said, 3 digits or capital letters; empty for the whole
 *     bank
 * @param expected how much there ought to be
 * @param actor who says it
 */
public record CountRequest(
    RequestKey key, BankId bank, Optional<String> branch, Count expected, Actor actor) {
  /**
   * @throws IllegalArgumentException if the branch has another form
   */
  public CountRequest {
    branch.ifPresent(ContractTerms::requireBranch);
  }
}
