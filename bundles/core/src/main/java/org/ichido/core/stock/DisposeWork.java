package org.ichido.core.stock;

import java.time.Clock;
import java.util.List;
import org.ichido.api.AuditEvent;
import org.ichido.api.stock.DisposeOutcome;
import org.ichido.api.stock.DisposeRequest;
import org.ichido.api.stock.HardTokenState;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.HardTokenRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/**
 * Disposes of a device.
 *
 * @param request which
 * @param clock tells when
 */
record DisposeWork(DisposeRequest request, Clock clock) implements UnitOfWork<DisposeOutcome> {
  @Override
  public Reads reads() {
    return Reads.NOTHING.withDelivered(
        new Reads.Delivered(request.bank(), List.of(request.serial()), List.of()));
  }

  @Override
  public Decided<DisposeOutcome> decide(Rows rows) {
    if (rows.hardTokens().isEmpty()) {
      return new Decided<>(DisposeOutcome.UNKNOWN, List.of());
    }
    HardTokenRow row = rows.hardTokens().get(0);
    return switch (row.state()) {
      case IN_STOCK -> new Decided<>(DisposeOutcome.DISPOSED, changes(row));
      case RETURNED ->
          isToBeSentAgain(rows)
              ? new Decided<>(DisposeOutcome.NOT_IN_STOCK, List.of())
              : new Decided<>(DisposeOutcome.DISPOSED, changes(row));
      case DISPOSED -> new Decided<>(DisposeOutcome.ALREADY, List.of());
      case ORDERED, SHIPPED, ACTIVE, REVOKED ->
          new Decided<>(DisposeOutcome.NOT_IN_STOCK, List.of());
    };
  }

  /** Its token lives as long as the order does, of which it came back. */
  private static boolean isToBeSentAgain(Rows rows) {
    return rows.deviceTokens().stream().anyMatch(token -> token.state().live());
  }

  private List<Change> changes(HardTokenRow row) {
    String detail = "serial %s, was %s at branch %s";
    return List.of(
        new Change.UpdateHardToken(row.moved(HardTokenState.DISPOSED)),
        new Change.Append(
            new StockJournal(request.key(), request.actor())
                .entry(
                    clock.instant(),
                    AuditEvent.DISPOSED,
                    request.bank(),
                    detail.formatted(row.serial(), row.state(), row.branch()))
                .withToken(row.id())));
  }
}
