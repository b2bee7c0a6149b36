package org.ichido.spi.transport;

import java.util.Locale;
import java.util.Optional;

/** What a requester may send: the requests that a transport carries, and what answers ours. */
public enum RequestType {
  /** Judge a code. */
  VERIFY(QueueRole.REQUEST),
  /** Does an operation need a code, and what has the user to do next? */
  NEXT(QueueRole.REQUEST),
  /** A user asks for a soft token. */
  ISSUE(QueueRole.REQUEST),
  /** A customer with a new phone asks for a token again. */
  REISSUE(QueueRole.REQUEST),
  /** The first code of a token. */
  CONFIRM(QueueRole.REQUEST),
  /** A user revokes a token of the contract. */
  REVOKE_BY_USER(QueueRole.REQUEST),
  /** A user lifts the lock of another one. */
  UNLOCK_BY_USER(QueueRole.REQUEST),
  /** A channel takes back what it asked for. */
  CANCEL(QueueRole.REQUEST),
  /** A user registers a hard token at login. */
  REGISTER_DEVICE(QueueRole.REQUEST),
  /** A user postpones that. */
  SKIP_REGISTRATION(QueueRole.REQUEST),
  /** An operator lifts a lock. */
  UNLOCK(QueueRole.OPERATOR),
  /** An operator revokes a token. */
  REVOKE(QueueRole.OPERATOR),
  /** An operator suspends a token. */
  SUSPEND(QueueRole.OPERATOR),
  /** An operator lifts a suspension. */
  LIFT_SUSPENSION(QueueRole.OPERATOR),
  /** An operator sets the count of deliveries to 0. */
  RELEASE_DOWNLOADS(QueueRole.OPERATOR),
  /** An operator hands in two codes to measure a token's clock. */
  RESYNCHRONISE(QueueRole.OPERATOR),
  /** An operator approves what another one asked for. */
  APPROVE(QueueRole.OPERATOR),
  /** An operator asks how things stand. */
  DESCRIBE(QueueRole.OPERATOR),
  /** A branch orders a hard token. */
  PLACE_ORDER(QueueRole.OPERATOR),
  /** A hard token was sent. */
  SHIP_ORDER(QueueRole.OPERATOR),
  /** The mail with a hard token came back. */
  RETURN_ORDER(QueueRole.OPERATOR),
  /** A branch takes an order back. */
  CANCEL_ORDER(QueueRole.OPERATOR),
  /** An operator found out what became of a fee. */
  SETTLE_FEE(QueueRole.OPERATOR),
  /** An operator lifts the lock of a hard token, whoever uses it. */
  UNLOCK_DEVICE(QueueRole.OPERATOR),
  /** An app asks for its seed. */
  ACTIVATE(QueueRole.APP),
  /** A customer gives a token another name. */
  RENAME(QueueRole.APP),
  /** A customer renews a token. */
  RENEW(QueueRole.APP),
  /** Core banking opened a contract. */
  OPEN_CONTRACT(QueueRole.CORE),
  /** Core banking closed a contract. */
  CLOSE_CONTRACT(QueueRole.CORE),
  /** Core banking changed the method of a contract. */
  CHANGE_METHOD(QueueRole.CORE),
  /** Another branch keeps a contract. */
  MOVE_BRANCH(QueueRole.CORE),
  /** A contract has another representative account. */
  CHANGE_ACCOUNT(QueueRole.CORE),
  /** Core banking added a user. */
  ADD_USER(QueueRole.CORE),
  /** Core banking removed a user. */
  REMOVE_USER(QueueRole.CORE),
  /** Core banking changed a user's role. */
  CHANGE_ROLE(QueueRole.CORE),
  /** Core banking opens the business of a day. */
  OPEN_BUSINESS(QueueRole.CORE),
  /** Core banking closes the business of a day. */
  CLOSE_BUSINESS(QueueRole.CORE),
  /** Core banking asks how many requests of a day were answered, and how. */
  TOTALS(QueueRole.CORE),
  /** Core banking compares its counts with ours. */
  COUNT_CHECK(QueueRole.CORE),
  /** Core banking asks for events again. */
  RESEND_EVENTS(QueueRole.CORE),
  /** Core banking compares its debits and refunds of a day with ours. */
  COMPARE_BOOKS(QueueRole.CORE),
  /** Core banking answers what we asked about a fee. No request: it is not answered. */
  DEBIT_REPLY(QueueRole.DEBIT_REPLY),
  /** What became of an earlier request? */
  INQUIRE,
  /** Are you there? */
  ECHO;

  private final Optional<QueueRole> queue;

  /** By any queue that requests come by. */
  RequestType() {
    this.queue = Optional.empty();
  }

  RequestType(QueueRole queue) {
    this.queue = Optional.of(queue);
  }

  /**
   * @param role a queue
   * @return whether it may come by that queue
   */
  public boolean comesBy(QueueRole role) {
    return queue.map(one -> one == role).orElse(role.asks());
  }

  /**
   * @return whether it is a request, which gets an answer; if not, it is an answer itself
   */
  public boolean asks() {
    return this != DEBIT_REPLY;
  }

  /**
   * @return the name as profiles write it: {@code verify}, {@code revoke-by-user}
   */
  public String plainName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
