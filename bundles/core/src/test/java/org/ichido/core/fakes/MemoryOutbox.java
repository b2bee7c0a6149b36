package org.ichido.core.fakes;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.TokenId;
import org.ichido.spi.store.OutboxRow;

/** The outbox of a {@link MemoryStore}: numbers outlive the entries that had them. */
final class MemoryOutbox {
  private record Sequence(BankId bank, ContractId contract, Optional<TokenId> token) {}

  private final Map<Long, OutboxRow> rows;
  private final Map<Sequence, Long> sequences;
  private long last;

  MemoryOutbox() {
    this(Map.of(), Map.of(), 0);
  }

  private MemoryOutbox(Map<Long, OutboxRow> rows, Map<Sequence, Long> sequences, long last) {
    this.rows = new LinkedHashMap<>(rows);
    this.sequences = new HashMap<>(sequences);
    this.last = last;
  }

  MemoryOutbox copy() {
    return new MemoryOutbox(rows, sequences, last);
  }

  void add(OutboxRow row) {
    boolean event = row.kind() == OutboxRow.Kind.EVENT;
    last++;
    rows.put(
        last,
        new OutboxRow(
            last,
            row.bank(),
            row.kind(),
            row.type(),
            row.contract(),
            row.user(),
            row.token(),
            event ? next(row, Optional.empty()) : 0,
            event && row.token().isPresent() ? next(row, row.token()) : 0,
            row.at(),
            row.detail(),
            row.state(),
            row.tries(),
            row.notBefore(),
            row.why()));
  }

  private long next(OutboxRow row, Optional<TokenId> token) {
    return sequences.merge(new Sequence(row.bank(), row.contract(), token), 1L, Long::sum);
  }

  void settle(OutboxRow settled) {
    rows.computeIfPresent(
        settled.number(),
        (number, row) ->
            new OutboxRow(
                number,
                row.bank(),
                row.kind(),
                row.type(),
                row.contract(),
                row.user(),
                row.token(),
                row.contractSequence(),
                row.tokenSequence(),
                row.at(),
                row.detail(),
                settled.state(),
                settled.tries(),
                settled.notBefore(),
                settled.why()));
  }

  List<OutboxRow> whole() {
    return List.copyOf(rows.values());
  }

  List<OutboxRow> waiting(BankId bank, OutboxRow.Kind kind, Instant now, int atMost) {
    return some(
        bank,
        kind,
        atMost,
        row -> row.state() == OutboxRow.State.WAITING && !row.notBefore().isAfter(now));
  }

  List<OutboxRow> events(BankId bank, long fromNumber, long toNumber, int atMost) {
    return some(
        bank,
        OutboxRow.Kind.EVENT,
        atMost,
        row -> row.number() >= fromNumber && row.number() <= toNumber);
  }

  private List<OutboxRow> some(
      BankId bank, OutboxRow.Kind kind, int atMost, Predicate<OutboxRow> which) {
    return rows.values().stream()
        .filter(row -> row.bank().equals(bank) && row.kind() == kind)
        .filter(which)
        .limit(atMost)
        .toList();
  }

  void forget(Instant before, int atMost) {
    forget(OutboxRow.State.SENT, before, atMost);
    forget(OutboxRow.State.FAILED, before, atMost);
  }

  private void forget(OutboxRow.State state, Instant before, int atMost) {
    rows.values().stream()
        .filter(row -> row.state() == state && row.notBefore().isBefore(before))
        .sorted(Comparator.comparing(OutboxRow::notBefore))
        .limit(atMost)
        .toList()
        .forEach(row -> rows.remove(row.number()));
  }
}
