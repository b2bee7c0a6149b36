package org.ichido.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What may be shown of a token. No seed, sealed or not.
 *
 * @param id the token
 * @param bank its bank
 * @param contract its contract
 * @param users who presents its codes; one for SOFT
 * @param kind what it is
 * @param state where it stands in its life
 * @param otp how it computes
 * @param failures consecutive failures counted since the last success or unlock
 * @param lock the lock, if one is in force at the time of the question
 * @param lastAccepted the start of the newest step accepted, if one was
 * @param expires the first instant at which its codes are refused as EXPIRED, if it expires
 * @param registered when it was registered
 * @param keyEpoch which vault key seals its seed; empty if it has none
 */
public record TokenDescription(
    TokenId id,
    BankId bank,
    ContractId contract,
    List<UserId> users,
    TokenKind kind,
    TokenState state,
    OtpParameters otp,
    int failures,
    Optional<Lock> lock,
    Optional<Instant> lastAccepted,
    Optional<Instant> expires,
    Instant registered,
    Optional<Integer> keyEpoch) {
  /** Copies the list. */
  public TokenDescription {
    users = List.copyOf(users);
  }
}
