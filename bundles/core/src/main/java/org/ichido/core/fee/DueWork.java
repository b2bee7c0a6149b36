package org.ichido.core.fee;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ichido.api.Actor;
import org.ichido.api.order.PostingState;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Posting;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.transport.DebitMessage;
import org.ichido.spi.transport.DebitMessage.Subject;

/**
 * What time does to the debit and the refund of an order, and what is to be sent of it.
 *
 * @param order the order
 * @param machine how they go on
 * @param clock tells when
 */
public record DueWork(Reads.Ordered order, PostingMachine machine, Clock clock)
    implements UnitOfWork<DueWork.Due> {
  /**
   * What comes of it.
   *
   * @param messages what is to be sent
   * @param left what an operator has to find out from now on, in words
   */
  public record Due(List<DebitMessage> messages, List<String> left) {
    /** Copies the lists. */
    public Due {
      messages = List.copyOf(messages);
      left = List.copyOf(left);
    }
  }

  @Override
  public Reads reads() {
    return Reads.NOTHING.withOrder(order).withDay(order.bank());
  }

  @Override
  public Decided<Due> decide(Rows rows) {
    if (rows.order().isEmpty()) {
      return new Decided<>(new Due(List.of(), List.of()), List.of());
    }
    Instant now = clock.instant();
    FeeJournal journal = new FeeJournal(now, new Actor.Time());
    OrderRow row = rows.order().get();
    List<DebitMessage> messages = new ArrayList<>();
    List<String> left = new ArrayList<>();
    List<Change> entries = new ArrayList<>();
    for (Subject subject : Subject.values()) {
      FeeSide side = new FeeSide(row, subject);
      if (side.posting().isEmpty()) {
        continue;
      }
      Posting before = side.posting().get();
      PostingMachine.Turn turn = machine.due(before, rows.day(), now);
      FeeSide after = side.with(turn.posting());
      if (isNews(before, turn.posting())) {
        entries.add(journal.stands(after));
        if (turn.posting().state() == PostingState.OPERATOR) {
          left.add(after.words());
        }
      }
      row = after.order();
      turn.sending().map(sending -> message(after, sending)).ifPresent(messages::add);
    }
    List<Change> changes = new ArrayList<>();
    if (!row.equals(rows.order().get())) {
      changes.add(new Change.PutOrder(row, false));
    }
    changes.addAll(entries);
    return new Decided<>(new Due(messages, left), changes);
  }

  private static boolean isNews(Posting before, Posting after) {
    return before.state() != after.state() || !before.businessDate().equals(after.businessDate());
  }

  private DebitMessage message(FeeSide side, PostingMachine.Sending sending) {
    OrderRow row = side.order();
    OrderRow.Fee fee = row.fee();
    return new DebitMessage(
        row.contract().bank(),
        side.subject(),
        row.number(),
        row.contract().contract(),
        row.branch(),
        side.posting().flatMap(Posting::businessDate).orElseThrow(),
        fee.yen(),
        fee.tax(),
        machine.policy().feeCode(),
        fee.account().orElseThrow(),
        sending.inquiry(),
        sending.again());
  }
}
