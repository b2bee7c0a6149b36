package org.ichido.spi.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Lock;
import org.ichido.api.OtpParameters;
import org.ichido.api.TokenId;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.spi.SealedSeed;

/**
 * A token as the store keeps it. Immutable; a change is a copy, and becomes real only if the row
 * still has the {@link #version} that was read.
 *
 * @param id the token
 * @param bank its bank
 * @param contract its contract
 * @param users who presents its codes, at least one
 * @param kind what it is
 * @param state where it stands in its life
 * @param otp how it computes
 * @param seed its sealed seed
 * @param lastFactor the greatest step or counter ever accepted; {@link #NONE} before the first.
 *     Never becomes smaller.
 * @param failures consecutive failures since the last success or unlock
 * @param lock the last lock imposed and not lifted; it may have ended by itself
 * @param expires the first instant at which its codes are refused; empty for never
 * @param registered when it was registered
 * @param version counts the changes of the row, from 0
 */
public record TokenRow(
    TokenId id,
    BankId bank,
    ContractId contract,
    List<UserId> users,
    TokenKind kind,
    TokenState state,
    OtpParameters otp,
    SealedSeed seed,
    long lastFactor,
    int failures,
    Optional<Lock> lock,
    Optional<Instant> expires,
    Instant registered,
    long version) {
  /** {@link #lastFactor} of a token that never gave an accepted code. */
  public static final long NONE = -1;

  /** Copies the list. */
  public TokenRow {
    users = List.copyOf(users);
  }

  /**
   * @param factor the step or counter that was accepted, greater than {@link #lastFactor}
   * @return a copy with that factor consumed, no failures and no lock
   * @throws IllegalArgumentException if the factor is not greater: it would be accepted twice
   */
  public TokenRow accepted(long factor) {
    if (factor <= lastFactor) {
      throw new IllegalArgumentException(
          "factor %d of token %s is not above %d".formatted(factor, id, lastFactor));
    }
    return with(factor, 0, Optional.empty());
  }

  /**
   * @param factor a step or counter that is not to be accepted, nor any before it
   * @return a copy of which the last factor is not below that one
   */
  public TokenRow consumedTo(long factor) {
    return factor <= lastFactor ? this : with(factor, failures, lock);
  }

  /**
   * @param newLock the lock in force from now on, if any
   * @return a copy with one failure more
   */
  public TokenRow failed(Optional<Lock> newLock) {
    return with(lastFactor, failures + 1, newLock);
  }

  /**
   * @return a copy with no failures and no lock
   */
  public TokenRow unlocked() {
    return with(lastFactor, 0, Optional.empty());
  }

  private TokenRow with(long newFactor, int newFailures, Optional<Lock> newLock) {
    return new TokenRow(
        id,
        bank,
        contract,
        users,
        kind,
        state,
        otp,
        seed,
        newFactor,
        newFailures,
        newLock,
        expires,
        registered,
        version);
  }
}
