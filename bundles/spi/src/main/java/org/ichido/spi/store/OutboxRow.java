package org.ichido.spi.store;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.TokenId;
import org.ichido.api.UserId;
import org.ichido.api.contract.ContractKey;

/**
 * Something to be told outside, written in the transaction of what it tells and sent after it, at
 * least once. The store numbers it: the number is its stable id.
 *
 * @param number given by the store, from 1 on and never again; {@link #UNNUMBERED} before
 * @param bank the tenant
 * @param kind by which way it goes
 * @param type what it tells
 * @param contract the contract
 * @param user the user, if it is about one
 * @param token the token, if it is about one
 * @param contractSequence its place among the events of its contract, from 1 without a gap; given
 *     by the store
 * @param tokenSequence its place among the events of its token, from 1 without a gap; 0 without a
 *     token; given by the store
 * @param at when it happened
 * @param detail more, in the words of the type: a reason, a date; may be empty; at most {@link
 *     #LONGEST} characters
 * @param state how it stands
 * @param tries how often it was tried
 * @param notBefore when it may be tried next
 * @param why what the last trouble was; empty if there was none; cut at {@link #LONGEST} characters
 */
public record OutboxRow(
    long number,
    BankId bank,
    Kind kind,
    Type type,
    ContractId contract,
    Optional<UserId> user,
    Optional<TokenId> token,
    long contractSequence,
    long tokenSequence,
    Instant at,
    String detail,
    State state,
    int tries,
    Instant notBefore,
    String why) {
  /** {@link #number} of an entry that the store does not know yet. */
  public static final long UNNUMBERED = 0;

  /** The longest detail, and what is kept of a trouble, in characters. */
  public static final int LONGEST = 1_000;

  /**
   * Cuts what the trouble was at {@link #LONGEST}: it is somebody else's text, and must not keep
   * the entry from being settled.
   *
   * @throws IllegalArgumentException if the detail is longer
   */
  public OutboxRow {
    if (detail.length() > LONGEST) {
      throw new IllegalArgumentException(
          "outbox detail: at most " + LONGEST + " characters, not " + detail.length());
    }
    why = why.substring(0, Math.min(LONGEST, why.length()));
  }

  /** By which way. */
  public enum Kind {
    /** A record to core banking. */
    EVENT,
    /** A mail to the customer; has no sequence numbers. */
    MAIL
  }

  /** What is told. */
  public enum Type {
    /** An enrolment began. As a mail: the activation pair and the download address. */
    ISSUED,
    /** The mail cannot be delivered. */
    MAIL_FAILED,
    /** The seed is on the device. */
    ACTIVATED,
    /** The token gives access from now on. */
    CONFIRMED,
    /** An enrolment ended without success. */
    CANCELLED,
    /** The token is locked by failures. */
    LOCKED,
    /** A lock was lifted. */
    UNLOCKED,
    /** The bank suspended the token. */
    SUSPENDED,
    /** The bank lifted the suspension. */
    RESUMED,
    /** The token was unbound for good. */
    REVOKED,
    /** The expiry was moved. */
    RENEWED,
    /** The token's life ended. */
    EXPIRED,
    /** A hard token was ordered; the detail has number, kind and serial. */
    ORDERED,
    /** A hard token was sent (S4-21). */
    SHIPPED,
    /** The mail with a hard token came back. */
    RETURNED,
    /** An order was taken back. */
    ORDER_CANCELLED,
    /** The first user registered a hard token, or a further one did (S4-20). */
    REGISTERED,
    /** A user was unbound from a token that others go on sharing. */
    UNBOUND,
    /** A code was asked for where the bank never asks (S3-17). */
    OFF_LIST_REQUEST
  }

  /** How it stands. */
  public enum State {
    /** To be sent. */
    WAITING,
    /** Taken over by the other side. */
    SENT,
    /** Given up. */
    FAILED
  }

  /**
   * @param at when it happened
   * @param token the token that it is about
   * @param kind by which way
   * @param type what it tells
   * @param detail more, may be empty
   * @return an entry that waits
   */
  public static OutboxRow about(Instant at, TokenRow token, Kind kind, Type type, String detail) {
    return new OutboxRow(
        UNNUMBERED,
        token.bank(),
        kind,
        type,
        token.contract(),
        token.users().stream().findFirst(),
        Optional.of(token.id()),
        0,
        0,
        at,
        detail,
        State.WAITING,
        0,
        at,
        "");
  }

  /**
   * @param at when it happened
   * @param holder the user that it is about
   * @param type what it tells
   * @param detail more, may be empty
   * @return an event that waits, without a token
   */
  public static OutboxRow about(Instant at, Holder holder, Type type, String detail) {
    return new OutboxRow(
        UNNUMBERED,
        holder.bank(),
        Kind.EVENT,
        type,
        holder.contract(),
        Optional.of(holder.user()),
        Optional.empty(),
        0,
        0,
        at,
        detail,
        State.WAITING,
        0,
        at,
        "");
  }

  /**
   * @param at when it happened
   * @param contract the contract that it is about
   * @param type what it tells
   * @param detail more, may be empty
   * @return an event that waits, without a user and a token
   */
  public static OutboxRow about(Instant at, ContractKey contract, Type type, String detail) {
    return new OutboxRow(
        UNNUMBERED,
        contract.bank(),
        Kind.EVENT,
        type,
        contract.contract(),
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        at,
        detail,
        State.WAITING,
        0,
        at,
        "");
  }

  /**
   * @return a copy that was taken over
   */
  public OutboxRow sent() {
    return settled(State.SENT, tries + 1, notBefore, "");
  }

  /**
   * @param next when it may be tried again
   * @param trouble what went wrong this time
   * @return a copy that waits for that
   */
  public OutboxRow postponed(Instant next, String trouble) {
    return settled(State.WAITING, tries + 1, next, trouble);
  }

  /**
   * @param now when that was asked for
   * @return a copy that is to be sent once more, and of which that is known
   */
  public OutboxRow again(Instant now) {
    return settled(State.WAITING, Math.max(1, tries), now, "");
  }

  /**
   * @param trouble why nobody tries again
   * @return a copy that is given up
   */
  public OutboxRow failed(String trouble) {
    return settled(State.FAILED, tries, notBefore, trouble);
  }

  private OutboxRow settled(State newState, int newTries, Instant newNotBefore, String newWhy) {
    return new OutboxRow(
        number,
        bank,
        kind,
        type,
        contract,
        user,
        token,
        contractSequence,
        tokenSequence,
        at,
        detail,
        newState,
        newTries,
        newNotBefore,
        newWhy);
  }
}
