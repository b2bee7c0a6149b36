package org.ichido.shell;

import java.io.PrintStream;
import java.util.List;
import java.util.function.ToLongFunction;
import org.ichido.api.contract.BranchCount;

/** Counts by branch, with their sum in the last line. */
final class BranchTable {
  private BranchTable() {}

  static void print(List<BranchCount> branches, PrintStream out) {
    Table table = new Table("BRANCH", "OPEN", "CLOSED", "USERS", "ISSUED", "INITIALISED", "ACTIVE");
    branches.forEach(of -> row(table, of.branch().isEmpty() ? "none" : of.branch(), List.of(of)));
    row(table, "all", branches);
    table.print(out);
  }

  private static void row(Table table, String name, List<BranchCount> counts) {
    table.row(
        name,
        sum(counts, BranchCount::open),
        sum(counts, BranchCount::closed),
        sum(counts, BranchCount::users),
        sum(counts, BranchCount::issued),
        sum(counts, BranchCount::initialised),
        sum(counts, BranchCount::active));
  }

  private static String sum(List<BranchCount> counts, ToLongFunction<BranchCount> number) {
    return "%,d".formatted(counts.stream().mapToLong(number).sum());
  }
}
