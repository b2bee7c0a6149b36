package org.ichido.api.stock;

import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.BankId;

/**
 * Which hard tokens to find.
 *
 * @param bank those of a bank
 * @param branch those of a branch alone, if given
 * @param state those in a state alone, if given
 * @param batteryBefore those alone whose battery ends before that day and which are neither
 *     DISPOSED nor REVOKED, if given (S4-40)
 * @param atMost how many at the most, 1 to 10,000
 */
public record StockQuery(
    BankId bank,
    Optional<String> branch,
    Optional<HardTokenState> state,
    Optional<LocalDate> batteryBefore,
    int atMost) {
  /** The most that are found at once. */
  public static final int MOST = 10_000;

  /**
   * @throws IllegalArgumentException if the number is out of range
   */
  public StockQuery {
    if (atMost < 1 || atMost > MOST) {
      throw new IllegalArgumentException("hard tokens: ask for 1 to 10,000, not " + atMost);
    }
  }
}
