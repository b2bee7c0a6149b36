package org.ichido.core.business;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.BusinessDay;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.Total;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.transport.DayTotals;
import org.ichido.spi.transport.TotalsRequest;

/**
 * Picks what was asked about out of the totals of a day, and says whether they are whole.
 *
 * @param request of which day, and of what
 * @param counted what was counted of that day
 * @param snapshot what it is handled under
 */
public record TotalsWork(TotalsRequest request, List<Total> counted, Snapshot snapshot)
    implements UnitOfWork<DayTotals> {
  @Override
  public Reads reads() {
    return Reads.NOTHING.withDay(request.bank());
  }

  @Override
  public Decided<DayTotals> decide(Rows rows) {
    Instant now = snapshot.clock().instant();
    Duration horizon = snapshot.profile().messaging().horizon();
    Instant began = began(rows.day());
    boolean whole = !began.isBefore(now.minus(horizon)) && !began.isBefore(rows.memoryBegins());
    List<Total> asked =
        counted.stream()
            .filter(total -> request.branch().map(total.branch()::equals).orElse(true))
            .filter(total -> request.recordType().map(total.recordType()::equals).orElse(true))
            .toList();
    return new Decided<>(new DayTotals(now, asked, whole), List.of());
  }

  /** When the first request of the date may have come: business may open on the eve. */
  private Instant began(Optional<BusinessDay> known) {
    Instant midnight = JapaneseTime.startOf(request.date());
    return known
        .filter(day -> day.date().equals(request.date()))
        .map(BusinessDay::opened)
        .filter(opened -> opened.isBefore(midnight))
        .orElse(midnight);
  }
}
