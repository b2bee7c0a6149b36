package org.ichido.spi.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
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
 * @param users who presents its codes; none for a hard token that nobody has registered yet, of
 *     which only its attempts count
 * @param kind what it is
 * @param state where it stands in its life
 * @param otp how it computes
 * @param seed its sealed seed; empty before the activation and after the end
 * @param attempts what came of the codes that were presented
 * @param drift how many steps the device's clock was ahead of ours when that was last measured;
 *     negative if behind (S0-40)
 * @param suspension that the bank stopped it, until it lifts that
 * @param expiry until when it is good
 * @param registered when it was registered or issued
 * @param enrolment how it came to its user; empty for a token that was registered with its seed
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
    Optional<SealedSeed> seed,
    Attempts attempts,
    int drift,
    Optional<Suspension> suspension,
    Expiry expiry,
    Instant registered,
    Optional<Enrolment> enrolment,
    long version) {
  /** Copies the list. */
  public TokenRow {
    users = List.copyOf(users);
  }

  /**
   * A token that is registered with its seed and ACTIVE at once.
   *
   * @param id the token
   * @param holder who gets it
   * @param kind what it is
   * @param otp how it computes
   * @param seed its sealed seed
   * @param expires the first instant at which its codes are refused
   * @param now when it is registered
   * @return the row
   */
  public static TokenRow active(
      TokenId id,
      Holder holder,
      TokenKind kind,
      OtpParameters otp,
      SealedSeed seed,
      Optional<Instant> expires,
      Instant now) {
    return new TokenRow(
        id,
        holder.bank(),
        holder.contract(),
        List.of(holder.user()),
        kind,
        TokenState.ACTIVE,
        otp,
        Optional.of(seed),
        Attempts.NONE,
        0,
        Optional.empty(),
        new Expiry(expires, false),
        now,
        Optional.empty(),
        0);
  }

  /**
   * A soft token that was asked for: no seed yet.
   *
   * @param id the token
   * @param holder who gets it
   * @param otp how it will compute
   * @param now when it is issued
   * @param enrolment the pair, the mail, the password's HMAC, the deadline
   * @return the row
   */
  public static TokenRow issued(
      TokenId id, Holder holder, OtpParameters otp, Instant now, Enrolment enrolment) {
    return new TokenRow(
        id,
        holder.bank(),
        holder.contract(),
        List.of(holder.user()),
        TokenKind.SOFT,
        TokenState.ISSUED,
        otp,
        Optional.empty(),
        Attempts.NONE,
        0,
        Optional.empty(),
        Expiry.NEVER,
        now,
        Optional.of(enrolment),
        0);
  }

  /**
   * A hard token on its way to a contract: INITIALISED, with its own seed, and nobody's yet. Wrong
   * codes count from now on.
   *
   * @param device the device
   * @param contract the contract for which it was ordered
   * @param now when it is sent
   * @return the row
   * @throws IllegalArgumentException if the device has no seed any more
   */
  public static TokenRow sent(HardTokenRow device, ContractId contract, Instant now) {
    SealedSeed seed =
        device
            .seed()
            .orElseThrow(
                () -> new IllegalArgumentException("hard token " + device.serial() + ": no seed"));
    return new TokenRow(
        device.id(),
        device.bank(),
        contract,
        List.of(),
        TokenKind.HARD,
        TokenState.INITIALISED,
        device.otp(),
        Optional.of(seed),
        Attempts.NONE,
        device.drift(),
        Optional.empty(),
        Expiry.NEVER,
        now,
        Optional.empty(),
        0);
  }

  /**
   * @return the greatest step or counter ever accepted; {@link Attempts#NO_FACTOR} before the first
   */
  public long lastFactor() {
    return attempts.lastFactor();
  }

  /**
   * @return consecutive failures since the last success or unlock
   */
  public int failures() {
    return attempts.failures();
  }

  /**
   * @return the last lock imposed and not lifted; it may have ended by itself
   */
  public Optional<Lock> lock() {
    return attempts.lock();
  }

  /**
   * @return the first instant at which its codes are refused; empty for never
   */
  public Optional<Instant> expires() {
    return expiry.at();
  }

  /**
   * @param factor the step or counter that was accepted, greater than {@link #lastFactor}
   * @return a copy with that factor consumed, no failures and no lock
   * @throws IllegalArgumentException if the factor is not greater: it would be accepted twice
   */
  public TokenRow accepted(long factor) {
    if (factor <= lastFactor()) {
      throw new IllegalArgumentException(
          "factor %d of token %s is not above %d".formatted(factor, id, lastFactor()));
    }
    return withAttempts(new Attempts(factor, 0, Optional.empty()));
  }

  /**
   * @param factor a step or counter that is not to be accepted, nor any before it
   * @return a copy of which the last factor is not below that one
   */
  public TokenRow consumedTo(long factor) {
    return factor <= lastFactor() ? this : withAttempts(new Attempts(factor, failures(), lock()));
  }

  /**
   * @param newLock the lock in force from now on, if any
   * @return a copy with one failure more
   */
  public TokenRow failed(Optional<Lock> newLock) {
    return withAttempts(new Attempts(lastFactor(), failures() + 1, newLock));
  }

  /**
   * @return a copy with no failures and no lock
   */
  public TokenRow unlocked() {
    return withAttempts(new Attempts(lastFactor(), 0, Optional.empty()));
  }

  /**
   * @param steps how many steps the device's clock is ahead of ours
   * @return a copy with that drift
   */
  public TokenRow drifted(int steps) {
    return copy(state, seed, attempts, steps, suspension, expiry, enrolment);
  }

  /**
   * @param value the suspension, or empty to lift it
   * @return a copy with it
   */
  public TokenRow withSuspension(Optional<Suspension> value) {
    return copy(state, seed, attempts, drift, value, expiry, enrolment);
  }

  /**
   * @param end the first instant at which its codes are refused
   * @return a copy with that expiry, of which nothing was told yet
   */
  public TokenRow renewed(Instant end) {
    return copy(state, seed, attempts, drift, suspension, Expiry.at(end), enrolment);
  }

  /**
   * @return a copy of which the expiry was told
   */
  public TokenRow withExpiryTold() {
    return copy(state, seed, attempts, drift, suspension, new Expiry(expiry.at(), true), enrolment);
  }

  /**
   * @param value how it came to its user
   * @return a copy with that
   */
  public TokenRow withEnrolment(Enrolment value) {
    return copy(state, seed, attempts, drift, suspension, expiry, Optional.of(value));
  }

  /**
   * @param sealed its seed
   * @param end the first instant at which its codes are refused
   * @param value how it came to its user, activated
   * @return a copy that is INITIALISED (S1-22)
   */
  public TokenRow initialised(SealedSeed sealed, Instant end, Enrolment value) {
    return copy(
        TokenState.INITIALISED,
        Optional.of(sealed),
        attempts,
        drift,
        suspension,
        Expiry.at(end),
        Optional.of(value));
  }

  /**
   * @param value how it came to its user, confirmed
   * @return a copy that is ACTIVE (S1-24)
   */
  public TokenRow confirmed(Enrolment value) {
    return copy(TokenState.ACTIVE, seed, attempts, drift, suspension, expiry, Optional.of(value));
  }

  /**
   * @param end REVOKED or CANCELLED
   * @return a copy whose life is over: no seed, no activation password
   * @throws IllegalArgumentException if that state is no end
   */
  public TokenRow ended(TokenState end) {
    if (end.live()) {
      throw new IllegalArgumentException(end + " is no end of a token's life");
    }
    Optional<Enrolment> closed = enrolment.map(Enrolment::withoutPassword);
    return copy(end, Optional.empty(), attempts, drift, suspension, expiry, closed);
  }

  /**
   * @param holders who presents its codes from now on
   * @return a copy that is ACTIVE for them; see {@link Change.RebindToken}
   */
  public TokenRow boundTo(List<UserId> holders) {
    return new TokenRow(
        id,
        bank,
        contract,
        holders,
        kind,
        TokenState.ACTIVE,
        otp,
        seed,
        attempts,
        drift,
        suspension,
        expiry,
        registered,
        enrolment,
        version);
  }

  private TokenRow withAttempts(Attempts value) {
    return copy(state, seed, value, drift, suspension, expiry, enrolment);
  }

  private TokenRow copy(
      TokenState newState,
      Optional<SealedSeed> newSeed,
      Attempts newAttempts,
      int newDrift,
      Optional<Suspension> newSuspension,
      Expiry newExpiry,
      Optional<Enrolment> newEnrolment) {
    return new TokenRow(
        id,
        bank,
        contract,
        users,
        kind,
        newState,
        otp,
        newSeed,
        newAttempts,
        newDrift,
        newSuspension,
        newExpiry,
        registered,
        newEnrolment,
        version);
  }
}
