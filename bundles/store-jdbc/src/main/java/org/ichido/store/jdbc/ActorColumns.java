package org.ichido.store.jdbc;

import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.UserId;

/**
 * An actor as columns, in the table and in the hash.
 *
 * @param kind which actor; empty if there is no actor
 * @param name its name
 * @param branch an operator's branch
 * @param approver who agreed
 * @param reason the bank's reason code
 * @param paperNumber the number of the written request
 */
record ActorColumns(
    Optional<String> kind,
    Optional<String> name,
    Optional<String> branch,
    Optional<String> approver,
    Optional<String> reason,
    Optional<String> paperNumber) {
  private static final String OPERATOR = "OPERATOR";
  private static final String ADMINISTRATOR = "ADMINISTRATOR";
  private static final String USER = "USER";
  private static final String CORE_BANKING = "CORE_BANKING";
  private static final String TIME = "TIME";

  static ActorColumns of(Optional<Actor> actor) {
    Optional<Actor.Operator> operator =
        actor.filter(Actor.Operator.class::isInstance).map(Actor.Operator.class::cast);
    return new ActorColumns(
        actor.map(ActorColumns::kind),
        actor.map(Actor::name),
        operator.flatMap(Actor.Operator::branch),
        operator.flatMap(Actor.Operator::approver),
        operator.flatMap(Actor.Operator::reason),
        operator.flatMap(Actor.Operator::paperNumber));
  }

  private static String kind(Actor actor) {
    if (actor instanceof Actor.Operator) {
      return OPERATOR;
    } else if (actor instanceof Actor.Administrator) {
      return ADMINISTRATOR;
    } else if (actor instanceof Actor.User) {
      return USER;
    } else if (actor instanceof Actor.CoreBanking) {
      return CORE_BANKING;
    } else if (actor instanceof Actor.Time) {
      return TIME;
    }
    throw new IllegalArgumentException("no such actor: " + actor.getClass());
  }

  /**
   * @throws IllegalArgumentException if no actor has these columns: somebody edited them
   */
  Optional<Actor> actor() {
    Optional<Actor> actor = kind.map(this::actor);
    if (!of(actor).equals(this)) {
      throw new IllegalArgumentException("columns that no actor has");
    }
    return actor;
  }

  private Actor actor(String ofKind) {
    return switch (ofKind) {
      case OPERATOR -> new Actor.Operator(name.orElse(""), branch, approver, reason, paperNumber);
      case ADMINISTRATOR -> new Actor.Administrator(name.orElse(""));
      case USER -> new Actor.User(new UserId(name.orElse("")));
      case CORE_BANKING -> new Actor.CoreBanking(name.orElse(""));
      case TIME -> new Actor.Time();
      default -> throw new IllegalArgumentException("no such kind of actor: " + ofKind);
    };
  }
}
