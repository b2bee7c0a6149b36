package org.ichido.spi.store;

import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.TokenId;

/**
 * Which tokens to find, outside a unit of work.
 *
 * @param id that token alone, if given
 * @param bank those of a bank, if given
 * @param contract those of a contract of the bank, if given
 * @param atMost how many at the most, 1 to 10,000
 */
public record TokenQuery(
    Optional<TokenId> id, Optional<BankId> bank, Optional<ContractId> contract, int atMost) {
  /**
   * @throws IllegalArgumentException if the number is out of range
   */
  public TokenQuery {
    if (atMost < 1 || atMost > 10_000) {
      throw new IllegalArgumentException("tokens: ask for 1 to 10,000, not " + atMost);
    }
  }
}
