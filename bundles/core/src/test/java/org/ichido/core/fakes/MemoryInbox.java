package org.ichido.core.fakes;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ichido.api.BankId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.spi.store.InboxRow;
import org.ichido.spi.store.Total;

/** The answers of a {@link MemoryStore}. */
final class MemoryInbox {
  final Map<RequestKey, InboxRow> rows = new HashMap<>();

  Optional<InboxRow> marked(
      Requester requester, String source, LocalDate businessDate, long serialNumber) {
    return rows.values().stream()
        .filter(row -> row.key().requester().equals(requester))
        .filter(
            row ->
                row.mark()
                    .filter(mark -> mark.source().equals(source))
                    .filter(mark -> mark.businessDate().equals(businessDate))
                    .filter(mark -> mark.serialNumber() == serialNumber)
                    .isPresent())
        .max(Comparator.comparing(InboxRow::at));
  }

  List<Total> totals(BankId bank, LocalDate businessDate) {
    return rows.values().stream()
        .flatMap(row -> row.mark().stream())
        .filter(mark -> mark.bank().equals(bank) && mark.businessDate().equals(businessDate))
        .collect(
            Collectors.groupingBy(
                mark -> List.of(mark.branch(), mark.recordType(), mark.responseCode()),
                Collectors.counting()))
        .entrySet()
        .stream()
        .map(e -> new Total(e.getKey().get(0), e.getKey().get(1), e.getKey().get(2), e.getValue()))
        .sorted(
            Comparator.comparing(Total::branch)
                .thenComparing(Total::recordType)
                .thenComparing(Total::responseCode))
        .toList();
  }
}
