package org.ichido.store.jdbc;

import java.util.Optional;
import org.ichido.api.Actor;

/**
 * An actor as columns, in the table and in the hash.
 *
 * @param kind OPERATOR or ADMINISTRATOR; empty if there is no actor
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

  static ActorColumns of(Optional<Actor> actor) {
    Optional<Actor.Operator> operator =
        actor.filter(Actor.Operator.class::isInstance).map(Actor.Operator.class::cast);
    return new ActorColumns(
        actor.map(a -> a instanceof Actor.Operator ? OPERATOR : ADMINISTRATOR),
        actor.map(Actor::name),
        operator.flatMap(Actor.Operator::branch),
        operator.flatMap(Actor.Operator::approver),
        operator.flatMap(Actor.Operator::reason),
        operator.flatMap(Actor.Operator::paperNumber));
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
      default -> throw new IllegalArgumentException("no such kind of actor: " + ofKind);
    };
  }
}
