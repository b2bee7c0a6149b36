package org.ichido.core.requirement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ichido.api.TokenKind;
import org.ichido.api.contract.Method;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.Facts;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;

/**
 * One row of the operation table. What is empty stands as {@code *} and matches everything.
 *
 * @param line where it stands in the file, from 1
 * @param operation the operation
 * @param stage the moment of it
 * @param token the kind of token that the contract uses
 * @param channel by what the customer came
 * @param conditions all of which must hold
 * @param ruling the answer
 * @param remark the number of the requirement, and whatever people want to say
 */
record Row(
    int line,
    Optional<OperationName> operation,
    Optional<Stage> stage,
    Optional<TokenKind> token,
    Optional<Channel> channel,
    Set<Condition> conditions,
    Ruling ruling,
    String remark) {
  private static final String ANY = "*";

  boolean answers(Use use, Method method, Facts facts, boolean inUse) {
    return fits(use, method)
        && conditions.stream().allMatch(condition -> condition.holds(facts, inUse));
  }

  /** Whether it answers if its conditions hold. */
  boolean fits(Use use, Method method) {
    return matches(operation, use.operation())
        && matches(stage, use.stage())
        && matches(channel, use.channel())
        && uses(method);
  }

  private static <T> boolean matches(Optional<T> column, T value) {
    return column.isEmpty() || column.get().equals(value);
  }

  private boolean uses(Method method) {
    return token.isEmpty()
        || method
            == switch (token.get()) {
              case SOFT -> Method.SOFT;
              case HARD -> Method.HARD;
            };
  }

  /** Whether it answers everything. */
  boolean isDefault() {
    return operation.isEmpty()
        && stage.isEmpty()
        && token.isEmpty()
        && channel.isEmpty()
        && conditions.isEmpty();
  }

  /** Whether it is for the same cases as another, whatever the two answer. */
  boolean sameCases(Row other) {
    return operation.equals(other.operation)
        && stage.equals(other.stage)
        && token.equals(other.token)
        && channel.equals(other.channel)
        && conditions.equals(other.conditions);
  }

  /** Its columns as they are written. */
  List<String> cells() {
    return List.of(
        cell(operation),
        cell(stage),
        cell(token),
        cell(channel),
        conditions.isEmpty()
            ? "-"
            : conditions.stream().map(Condition::word).collect(Collectors.joining(" and ")),
        ruling.toString(),
        remark);
  }

  private static String cell(Optional<?> column) {
    return column.map(Object::toString).orElse(ANY);
  }
}
