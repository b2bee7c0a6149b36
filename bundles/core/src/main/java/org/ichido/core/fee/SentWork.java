package org.ichido.core.fee;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Posting;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.transport.DebitMessage;

/**
 * The queue has a message. Nothing, if its answer was faster.
 *
 * @param message the message
 * @param machine how the posting goes on
 * @param clock tells when
 */
public record SentWork(DebitMessage message, PostingMachine machine, Clock clock)
    implements UnitOfWork<Boolean> {
  @Override
  public Reads reads() {
    return Reads.NOTHING.withOrder(new Reads.Ordered(message.bank(), message.order()));
  }

  @Override
  public Decided<Boolean> decide(Rows rows) {
    Optional<OrderRow> sent =
        rows.order()
            .map(row -> new FeeSide(row, message.subject()))
            .flatMap(side -> side.posting().map(posting -> side.with(sent(posting)).order()))
            .filter(row -> !Optional.of(row).equals(rows.order()));
    return new Decided<>(
        sent.isPresent(),
        sent.<List<Change>>map(row -> List.of(new Change.PutOrder(row, false))).orElse(List.of()));
  }

  private Posting sent(Posting posting) {
    return machine.sent(posting, message.inquiry(), clock.instant());
  }
}
