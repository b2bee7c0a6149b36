package org.ichido.api.helpdesk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ichido.api.UserId;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.Role;

/**
 * An act, and who could do it at this moment. Nobody can if {@code customer} and {@code
 * coreBanking} are false and {@code users} and {@code operators} are empty.
 *
 * @param act what would be done
 * @param customer whether the customer himself can, for his own token
 * @param roles the roles whose users the bank lets do it, for any user of the contract
 * @param users the users of the contract in those roles who can now, the customer among them if he
 *     can: at most {@link #MOST_USERS}, by id. Empty where the act cannot be done now.
 * @param ownCode whether customer or users give a current code of their own token for it
 * @param operators what operators need for it; empty if they cannot
 * @param coreBanking whether core banking can, by its records
 * @param refused why the act cannot be done now by whoever may do it; empty if it can
 * @param until when it becomes possible, if time alone is in the way
 */
public record ActView(
    Act act,
    boolean customer,
    Set<Role> roles,
    List<UserId> users,
    boolean ownCode,
    Optional<Approval> operators,
    boolean coreBanking,
    Optional<Reason> refused,
    Optional<Instant> until) {
  /** How many users are named at the most. */
  public static final int MOST_USERS = 20;

  /** Copies the collections. */
  public ActView {
    roles = Set.copyOf(roles);
    users = List.copyOf(users);
  }

  /** What an operator needs beside the own name. */
  public enum Approval {
    /** Nothing. */
    NONE,
    /** Another operator's name in the same record. */
    NAMED,
    /** Another operator's approval by a record of his own. */
    ASKED
  }

  /**
   * An act that nobody can do now.
   *
   * @param act the act
   * @param refused why
   * @return it, with nobody
   */
  public static ActView nobody(Act act, Reason refused) {
    return nobody(act, refused, Optional.empty());
  }

  /**
   * An act that nobody can do now.
   *
   * @param act the act
   * @param refused why
   * @param until when it becomes possible, if time alone is in the way
   * @return it, with nobody
   */
  public static ActView nobody(Act act, Reason refused, Optional<Instant> until) {
    return new ActView(
        act,
        false,
        Set.of(),
        List.of(),
        false,
        Optional.empty(),
        false,
        Optional.of(refused),
        until);
  }

  /**
   * An act that is the customer's alone.
   *
   * @param act the act
   * @param ownCode whether it takes a current code
   * @return it, possible now
   */
  public static ActView ofCustomer(Act act, boolean ownCode) {
    return new ActView(
        act,
        true,
        Set.of(),
        List.of(),
        ownCode,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * @return whether anybody can do it now
   */
  public boolean possible() {
    return customer || coreBanking || !users.isEmpty() || operators.isPresent();
  }
}
