package org.ichido.spi.transport;

import java.time.Instant;
import java.util.List;
import org.ichido.spi.store.Total;

/**
 * How many requests of a business date were answered, and how.
 *
 * @param at when it was answered; counted shortly before
 * @param totals of each branch, record type and response code that was asked about
 * @param whole whether all requests of that date are remembered still; false if the date lies so
 *     far back, or a database was put back since, that some may be forgotten
 */
public record DayTotals(Instant at, List<Total> totals, boolean whole) {
  /** Copies the list. */
  public DayTotals {
    totals = List.copyOf(totals);
  }
}
