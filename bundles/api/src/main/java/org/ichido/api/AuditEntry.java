package org.ichido.api;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the audit: what happened, to whom, by whom, why. Written in the transaction of what
 * it records. Holds no code and no seed.
 *
 * @param at when it was decided
 * @param event what happened
 * @param bank the tenant
 * @param contract the contract, if one was named
 * @param user the user, if one was named
 * @param token the token, if there was one
 * @param request the request that caused it, if one did
 * @param actor who acted, other than by presenting a code
 * @param cause why a code was refused
 * @param factor the time step or counter that the code belonged to, if it matched one
 * @param detail more, for a person; one line, may be empty
 */
public record AuditEntry(
    Instant at,
    AuditEvent event,
    BankId bank,
    Optional<ContractId> contract,
    Optional<UserId> user,
    Optional<TokenId> token,
    Optional<RequestKey> request,
    Optional<Actor> actor,
    Optional<Cause> cause,
    Optional<Long> factor,
    String detail) {
  /** The longest detail, in characters. */
  public static final int LONGEST_DETAIL = 200;

  /**
   * @throws IllegalArgumentException if the detail is too long or has control characters
   */
  public AuditEntry {
    if (detail.length() > LONGEST_DETAIL || detail.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new IllegalArgumentException(
          "audit detail: one line of at most " + LONGEST_DETAIL + " characters");
    }
  }

  /**
   * Starts an entry about a bank.
   *
   * @param at when it was decided
   * @param event what happened
   * @param bank the bank
   * @return an entry with nothing else
   */
  public static AuditEntry of(Instant at, AuditEvent event, BankId bank) {
    return new AuditEntry(
        at,
        event,
        bank,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  /**
   * Starts an entry about a user.
   *
   * @param at when it was decided
   * @param event what happened
   * @param holder the user
   * @param request the request that caused it
   * @return an entry without token, actor, cause, factor and detail
   */
  public static AuditEntry of(Instant at, AuditEvent event, Holder holder, RequestKey request) {
    return new AuditEntry(
        at,
        event,
        holder.bank(),
        Optional.of(holder.contract()),
        Optional.of(holder.user()),
        Optional.empty(),
        Optional.of(request),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  /**
   * @param value the contract
   * @return a copy about that contract
   */
  public AuditEntry withContract(ContractId value) {
    return new AuditEntry(
        at, event, bank, Optional.of(value), user, token, request, actor, cause, factor, detail);
  }

  /**
   * @param value the request that caused it
   * @return a copy with that request
   */
  public AuditEntry withRequest(RequestKey value) {
    return new AuditEntry(
        at, event, bank, contract, user, token, Optional.of(value), actor, cause, factor, detail);
  }

  /**
   * @param value the token
   * @return a copy about that token
   */
  public AuditEntry withToken(TokenId value) {
    return new AuditEntry(
        at, event, bank, contract, user, Optional.of(value), request, actor, cause, factor, detail);
  }

  /**
   * @param value who acted
   * @return a copy with that actor
   */
  public AuditEntry withActor(Actor value) {
    return new AuditEntry(
        at, event, bank, contract, user, token, request, Optional.of(value), cause, factor, detail);
  }

  /**
   * @param value why a code was refused
   * @return a copy with that cause
   */
  public AuditEntry withCause(Cause value) {
    return new AuditEntry(
        at, event, bank, contract, user, token, request, actor, Optional.of(value), factor, detail);
  }

  /**
   * @param value the step or counter that the code belonged to
   * @return a copy with that factor
   */
  public AuditEntry withFactor(long value) {
    return new AuditEntry(
        at, event, bank, contract, user, token, request, actor, cause, Optional.of(value), detail);
  }

  /**
   * @param value more, for a person
   * @return a copy with that detail
   */
  public AuditEntry withDetail(String value) {
    return new AuditEntry(
        at, event, bank, contract, user, token, request, actor, cause, factor, value);
  }
}
