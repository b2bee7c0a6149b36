package org.ichido.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.StockCount;

/** Hard tokens by branch, a column for each state, with their sum in the last line. */
final class StockTable {
  private StockTable() {}

  static void print(List<StockCount> counts, PrintStream out) {
    List<String> header = new ArrayList<>(List.of("BRANCH"));
    Stream.of(HardTokenState.values()).map(Enum::name).forEach(header::add);
    Table table = new Table(header.toArray(String[]::new));
    byBranch(counts).forEach((branch, of) -> row(table, branch, of));
    row(table, "all", counts);
    table.print(out);
  }

  static Map<String, List<StockCount>> byBranch(List<StockCount> counts) {
    Map<String, List<StockCount>> branches = new TreeMap<>();
    counts.forEach(
        count -> branches.computeIfAbsent(count.branch(), of -> new ArrayList<>()).add(count));
    return branches;
  }

  static long sum(List<StockCount> counts, HardTokenState state) {
    return counts.stream()
        .filter(count -> count.state() == state)
        .mapToLong(StockCount::tokens)
        .sum();
  }

  private static void row(Table table, String name, List<StockCount> counts) {
    List<String> cells = new ArrayList<>(List.of(name));
    Stream.of(HardTokenState.values())
        .map(state -> "%,d".formatted(sum(counts, state)))
        .forEach(cells::add);
    table.row(cells.toArray(String[]::new));
  }
}
