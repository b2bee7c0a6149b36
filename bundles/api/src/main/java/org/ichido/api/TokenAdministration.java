package org.ichido.api;

import java.util.List;
import java.util.Optional;
import org.ichido.api.act.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The life of tokens. Every act carries its actor, is audited in the transaction that does it, and
 * is idempotent: the same {@link RequestKey} again gets the first answer and has no second effect.
 *
 * <p>Thread-safe. Every request is handled under one snapshot of the bank's profile and of the
 * services it names; a change holds from the next request on.
 *
 * <p>All methods throw {@link NoAnswer} if nothing could be decided; ask again with the same key.
 */
@ProviderType
public interface TokenAdministration {
  /**
   * Binds a seed to a user as an ACTIVE token.
   *
   * @param request the holder, the seed and who registers
   * @return what became of it
   */
  RegisterOutcome register(RegisterRequest request);

  /**
   * Lifts a lock by failures and sets the failures to 0 (S0-37, S4-38).
   *
   * @param request whose token, and who unlocks
   * @return what became of it; NOT_LOCKED if there was no lock, and failures are 0 all the same
   */
  Outcome unlock(UnlockRequest request);

  /**
   * Says how things stand for a user, causes included. For operators only: whoever presents codes
   * must never see it. A question and no act: asked again with the same key it is answered afresh.
   *
   * @param request about whom, and who asks
   * @return the description
   */
  Description describe(DescribeRequest request);

  /**
   * Lists tokens, by contract and then by registration.
   *
   * @param bank whose tokens
   * @param contract only those of one contract, if given
   * @param atMost how many at the most, 1 to 10,000
   * @return the tokens
   */
  List<TokenDescription> list(BankId bank, Optional<ContractId> contract, int atMost);

  /**
   * Finds one token.
   *
   * @param id the token
   * @return it, or empty
   */
  Optional<TokenDescription> find(TokenId id);
}
