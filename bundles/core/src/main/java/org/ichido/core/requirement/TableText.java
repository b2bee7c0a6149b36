package org.ichido.core.requirement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ichido.api.TokenKind;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.Demand;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;

/** Reads the lines of an operation table, each for itself and against the ones above it. */
final class TableText {
  private static final int LONGEST_REMARK = 120;
  private static final Pattern EXEMPTION = Pattern.compile("[A-Z][A-Z0-9_]{0,23}");
  private static final String EXEMPT = Demand.Kind.EXEMPT.name();

  private final List<Row> rows = new ArrayList<>();
  private boolean heading;

  private TableText() {}

  static List<Row> rows(String text) throws InvalidTable {
    TableText table = new TableText();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!isForPeople(line)) {
        table.take(Cell.of(number, line));
      }
    }
    if (table.rows.isEmpty()) {
      throw new InvalidTable(
          number + 1,
          1,
          "there are no rows: write the heading '%s' and the rows below it"
              .formatted(String.join(" | ", OperationTable.HEADING)));
    }
    return table.rows;
  }

  private static boolean isForPeople(String line) {
    int first = 0;
    while (first < line.length() && Cell.isBlank(line.charAt(first))) {
      first++;
    }
    return first == line.length() || line.charAt(first) == '#';
  }

  private void take(List<Cell> cells) throws InvalidTable {
    if (!heading) {
      for (Cell cell : cells) {
        if (!cell.is(cell.heading())) {
          throw cell.problem(
              "is the heading of this column, but '%s' stands here".formatted(cell.text()));
        }
      }
      heading = true;
      return;
    }
    Row row = row(cells);
    for (Row above : rows) {
      if (above.sameCases(row)) {
        throw cells
            .get(0)
            .problem(
                "and all up to the condition are those of line %d, which answers first: remove one of the two rows"
                    .formatted(above.line()));
      }
    }
    if (rows.size() == OperationTable.MOST_ROWS) {
      throw cells
          .get(0)
          .problem("is that of one row too many: %d are allowed".formatted(rows.size()));
    }
    rows.add(row);
  }

  private static Row row(List<Cell> cells) throws InvalidTable {
    Optional<OperationName> operation = operation(cells.get(0));
    Optional<Stage> stage = cells.get(1).anyOrOneOf(List.of(Stage.values()));
    Set<Condition> conditions = conditions(cells.get(4));
    Ruling ruling = ruling(cells.get(5));
    requireLoginAtItsStage(operation, stage, cells.get(1));
    requireThatAMissingFactSparesNothing(conditions, ruling, cells.get(4));
    return new Row(
        cells.get(0).line(),
        operation,
        stage,
        cells.get(2).anyOrOneOf(List.of(TokenKind.values())),
        cells.get(3).anyOrOneOf(List.of(Channel.values())),
        conditions,
        ruling,
        remark(cells.get(6)));
  }

  private static Optional<OperationName> operation(Cell cell) throws InvalidTable {
    if (cell.is("*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new OperationName(cell.text()));
    } catch (IllegalArgumentException e) {
      throw cell.problem(
          "'%s' is no name: write *, or 1 to %d half-width capital letters, digits and underscores, a letter first"
              .formatted(cell.text(), OperationName.LONGEST));
    }
  }

  /** One that is written for another stage would wait there for ever. */
  private static void requireLoginAtItsStage(
      Optional<OperationName> operation, Optional<Stage> stage, Cell cell) throws InvalidTable {
    if (operation.isEmpty() || stage.isEmpty()) {
      return;
    }
    if (operation.get().equals(OperationName.LOGIN) != stage.get().equals(Stage.LOGIN)) {
      throw cell.problem(
          "'%s' does not fit the operation %s: LOGIN is at the stage LOGIN, and nothing else is"
              .formatted(stage.get(), operation.get()));
    }
  }

  private static Set<Condition> conditions(Cell cell) throws InvalidTable {
    EnumSet<Condition> conditions = EnumSet.noneOf(Condition.class);
    if (cell.is("-")) {
      return Collections.unmodifiableSet(conditions);
    }
    for (String word : cell.text().split(" and ", -1)) {
      if (!conditions.add(condition(cell, word))) {
        throw cell.problem("'%s' stands twice".formatted(word));
      }
    }
    requireNotBoth(cell, conditions, Condition.APPROVAL_IN_USE, Condition.NO_APPROVAL);
    requireNotBoth(cell, conditions, Condition.PRIVATE_BILLER, Condition.PUBLIC_BILLER);
    requireNotBoth(cell, conditions, Condition.IN_USE, Condition.NOT_IN_USE);
    return Collections.unmodifiableSet(conditions);
  }

  private static Condition condition(Cell cell, String word) throws InvalidTable {
    for (Condition condition : Condition.values()) {
      if (condition.word().equals(word)) {
        return condition;
      }
    }
    String all =
        Arrays.stream(Condition.values()).map(Condition::word).collect(Collectors.joining(", "));
    throw cell.problem(
        "'%s' is none of %s; write - for none, and 'and' between two".formatted(word, all));
  }

  private static void requireNotBoth(
      Cell cell, Set<Condition> conditions, Condition one, Condition other) throws InvalidTable {
    if (conditions.contains(one) && conditions.contains(other)) {
      throw cell.problem(
          "'%s' and '%s' never hold together: write two rows".formatted(one.word(), other.word()));
    }
  }

  private static Ruling ruling(Cell cell) throws InvalidTable {
    String text = cell.text();
    int blank = text.indexOf(' ');
    String word = blank < 0 ? text : text.substring(0, blank);
    String rest = blank < 0 ? "" : text.substring(blank + 1);
    if (word.equals(EXEMPT)) {
      if (!EXEMPTION.matcher(rest).matches()) {
        throw cell.problem(
            "EXEMPT needs the reason in one word of 1 to 24 capital letters, digits and underscores, such as EXEMPT PAYEE_REGISTERED");
      }
      return new Ruling(Demand.Kind.EXEMPT, rest);
    }
    for (Demand.Kind kind : Demand.Kind.values()) {
      if (kind.name().equals(text)) {
        return new Ruling(kind, "");
      }
    }
    throw cell.problem(
        "'%s' is none of REQUIRED, EXEMPT with a word, NOT_REQUIRED, NOT_ELIGIBLE, BLOCKED"
            .formatted(text));
  }

  /**
   * The law of this table. If a row that asks for a code depended on a fact, whoever left the fact
   * out would come to a row below and might be spared.
   */
  private static void requireThatAMissingFactSparesNothing(
      Set<Condition> conditions, Ruling ruling, Cell cell) throws InvalidTable {
    for (Condition condition : conditions) {
      if (condition.aboutFact() && !ruling.spares()) {
        throw cell.problem(
            ("'%s' may not stand in a row with %s: who does not say so would be spared the code."
                    + " Write the cases that need none above, and this row without that condition")
                .formatted(condition.word(), ruling));
      }
    }
  }

  private static String remark(Cell cell) throws InvalidTable {
    int length = cell.text().codePointCount(0, cell.text().length());
    if (length < 1 || length > LONGEST_REMARK) {
      throw cell.problem(
          "must be 1 to %d characters: the number of the requirement, or why"
              .formatted(LONGEST_REMARK));
    }
    return cell.text();
  }
}
