package org.ichido.core.fakes;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ichido.api.BankId;
import org.ichido.api.TokenId;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.StockCount;
import org.ichido.api.stock.StockQuery;
import org.ichido.api.stock.TokenSerial;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.HardTokenRow;
import org.ichido.spi.store.Reads;

/** The devices of {@link MemoryTables}. */
final class MemoryDevices {
  private record Printed(BankId bank, TokenSerial serial) {}

  private record Shelf(String branch, HardTokenState state) {}

  private final Map<TokenId, HardTokenRow> rows;
  private final Map<Printed, TokenId> serials;

  MemoryDevices() {
    this(Map.of(), Map.of());
  }

  private MemoryDevices(Map<TokenId, HardTokenRow> rows, Map<Printed, TokenId> serials) {
    this.rows = new HashMap<>(rows);
    this.serials = new HashMap<>(serials);
  }

  MemoryDevices copy() {
    return new MemoryDevices(rows, serials);
  }

  boolean holdsSeeds() {
    return rows.values().stream().anyMatch(row -> row.seed().isPresent());
  }

  List<HardTokenRow> find(Reads.Delivered wanted) {
    Set<TokenId> ids = new LinkedHashSet<>(wanted.ids());
    wanted.serials().forEach(serial -> ids.add(serials.get(new Printed(wanted.bank(), serial))));
    return ids.stream().filter(rows::containsKey).map(rows::get).toList();
  }

  List<HardTokenRow> find(StockQuery query) {
    return rows.values().stream()
        .filter(row -> row.bank().equals(query.bank()))
        .filter(row -> query.branch().map(row.branch()::equals).orElse(true))
        .filter(row -> query.state().map(row.state()::equals).orElse(true))
        .filter(
            row ->
                query
                    .batteryBefore()
                    .map(day -> row.batteryEnd().isBefore(day) && !row.state().over())
                    .orElse(true))
        .sorted(Comparator.comparing(HardTokenRow::batteryEnd).thenComparing(HardTokenRow::serial))
        .limit(query.atMost())
        .toList();
  }

  List<StockCount> count(BankId bank) {
    return rows.values().stream()
        .filter(row -> row.bank().equals(bank))
        .collect(
            Collectors.groupingBy(
                row -> new Shelf(row.branch(), row.state()), Collectors.counting()))
        .entrySet()
        .stream()
        .map(of -> new StockCount(of.getKey().branch(), of.getKey().state(), of.getValue()))
        .sorted(StockCount.ORDER)
        .toList();
  }

  /**
   * @return whether it was written: nobody was faster
   */
  boolean apply(Change.AddHardToken add) {
    HardTokenRow row = add.row();
    return serials.putIfAbsent(new Printed(row.bank(), row.serial()), row.id()) == null
        && rows.putIfAbsent(row.id(), row) == null;
  }

  void retire(TokenId id) {
    rows.computeIfPresent(
        id,
        (same, row) ->
            row.state().over() ? row : NextVersion.of(row.moved(HardTokenState.REVOKED)));
  }

  /**
   * @return whether it was written: nobody was faster
   */
  boolean apply(Change.UpdateHardToken update) {
    HardTokenRow row = update.row();
    HardTokenRow stored = rows.get(row.id());
    if (stored == null || stored.version() != row.version()) {
      return false;
    }
    rows.put(row.id(), NextVersion.of(row));
    return true;
  }
}
