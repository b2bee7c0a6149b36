package org.ichido.core.requirement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ichido.api.contract.Method;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.Facts;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;

/**
 * Asks a table everything that can make a difference, to find a row that never answers: whoever
 * wrote it believes something that is not so.
 */
final class Reach {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  /** Whatever can hold together. */
  private static final Set<Set<Condition>> HELD = held();

  /** Each fits other rows; TXN_AUTH fits those that NONE does. */
  private static final List<Method> METHODS = List.of(Method.NONE, Method.SOFT, Method.HARD);

  private Reach() {}

  /**
   * @throws InvalidTable for the first row that never answers, or if some cases have no answer
   */
  static void check(List<Row> rows) throws InvalidTable {
    List<List<Row>> cases = cases(rows);
    Set<Row> answering = new HashSet<>();
    for (List<Row> fitting : cases) {
      HELD.forEach(held -> first(fitting, held).ifPresent(answering::add));
    }
    for (Row row : rows) {
      if (!answering.contains(row)) {
        throw new InvalidTable(
            row.line(),
            1,
            "this row can never answer, since line %s above it always does first: remove it, or move it up"
                .formatted(linesBefore(row, cases)));
      }
    }
    Row last = rows.get(rows.size() - 1);
    if (!last.isDefault()) {
      throw new InvalidTable(
          last.line(),
          1,
          "the last row must say what holds for everything else: write * | * | * | * | - | and the answer");
    }
  }

  private static String linesBefore(Row dead, List<List<Row>> cases) {
    Set<Integer> lines = new TreeSet<>();
    for (List<Row> fitting : cases) {
      for (Set<Condition> held : HELD) {
        if (fitting.contains(dead) && held.containsAll(dead.conditions())) {
          first(fitting, held).ifPresent(row -> lines.add(row.line()));
        }
      }
    }
    return lines.stream().map(String::valueOf).collect(Collectors.joining(" or "));
  }

  private static Optional<Row> first(List<Row> fitting, Set<Condition> held) {
    for (Row row : fitting) {
      if (held.containsAll(row.conditions())) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  /** For every use and method the rows that fit if their conditions hold; each such list once. */
  private static List<List<Row>> cases(List<Row> rows) {
    Set<List<Row>> cases = new LinkedHashSet<>();
    for (OperationName operation : operations(rows)) {
      for (Stage stage : stages(operation)) {
        for (Channel channel : Channel.values()) {
          Use use = new Use(operation, stage, channel);
          for (Method method : METHODS) {
            cases.add(rows.stream().filter(row -> row.fits(use, method)).toList());
          }
        }
      }
    }
    return List.copyOf(cases);
  }

  /** Those that have rows, the login, and one that has none. */
  private static Set<OperationName> operations(List<Row> rows) {
    Set<OperationName> named = new HashSet<>(Set.of(OperationName.LOGIN));
    rows.forEach(row -> row.operation().ifPresent(named::add));
    Set<OperationName> all = new HashSet<>(named);
    for (int i = 0; all.size() == named.size(); i++) {
      all.add(new OperationName("OTHER_" + i));
    }
    return all;
  }

  private static List<Stage> stages(OperationName operation) {
    return operation.equals(OperationName.LOGIN)
        ? List.of(Stage.LOGIN)
        : List.of(Stage.SUBMIT, Stage.APPROVE);
  }

  private static Set<Set<Condition>> held() {
    Set<Set<Condition>> all = new HashSet<>();
    for (Facts facts : everyFact()) {
      for (boolean inUse : new boolean[] {true, false}) {
        EnumSet<Condition> held = EnumSet.allOf(Condition.class);
        held.removeIf(condition -> !condition.holds(facts, inUse));
        all.add(held);
      }
    }
    return all;
  }

  /** Every fact known this way, known that way, and not known. */
  private static List<Facts> everyFact() {
    List<Optional<Boolean>> ways = List.of(Optional.empty(), Optional.of(true), Optional.of(false));
    List<Optional<LocalDate>> paid = List.of(Optional.empty(), Optional.of(TODAY.minusDays(1)));
    List<Facts> all = new ArrayList<>();
    for (Optional<Boolean> approval : ways) {
      for (Optional<Boolean> registered : ways) {
        for (Optional<Boolean> biller : ways) {
          for (Optional<LocalDate> lastPaid : paid) {
            all.add(new Facts(approval, registered, lastPaid, Optional.of(TODAY), biller));
          }
        }
      }
    }
    return all;
  }
}
