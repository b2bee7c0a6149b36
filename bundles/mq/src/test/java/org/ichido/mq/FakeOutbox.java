package org.ichido.mq;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.ichido.api.BankId;
import org.ichido.api.StoreUnavailable;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.transport.Outbox;

/** Keeps events in their order; what is postponed may be tried again at once. */
final class FakeOutbox implements Outbox {
  private final List<OutboxRow> rows = new ArrayList<>();

  /** How often the bank asked for what waits and nothing did. */
  final BlockingQueue<BankId> idle = new LinkedBlockingQueue<>();

  /** Who asked while the store was down. */
  final BlockingQueue<BankId> unanswered = new LinkedBlockingQueue<>();

  final BlockingQueue<String> postponements = new LinkedBlockingQueue<>();
  final BlockingQueue<Long> refusals = new LinkedBlockingQueue<>();

  /** How many of the next events that are settled cannot be recorded. */
  final AtomicInteger unrecorded = new AtomicInteger();

  volatile boolean storeIsDown;

  /** Whether what was postponed is held back, as during a pause. */
  volatile boolean pausing;

  /** Run while it is recorded that events were sent. */
  volatile Runnable whileRecording = () -> {};

  private final AtomicInteger inside = new AtomicInteger();

  /** The most senders that were here at a time. */
  final AtomicInteger mostInside = new AtomicInteger();

  synchronized void put(OutboxRow row) {
    rows.add(row);
  }

  synchronized long left() {
    return rows.size();
  }

  @Override
  public List<OutboxRow> waiting(BankId bank, int atMost) {
    enter();
    try {
      if (storeIsDown) {
        unanswered.add(bank);
        throw new StoreUnavailable("the store is down, as the test wants");
      }
      List<OutboxRow> found = due(bank, atMost);
      if (found.isEmpty()) {
        idle.add(bank);
      }
      return found;
    } finally {
      inside.decrementAndGet();
    }
  }

  private synchronized List<OutboxRow> due(BankId bank, int atMost) {
    List<OutboxRow> found =
        rows.stream().filter(row -> row.bank().equals(bank)).limit(atMost).toList();
    return pausing && found.stream().anyMatch(row -> row.tries() > 0) ? List.of() : found;
  }

  @Override
  public void sent(List<OutboxRow> events) {
    enter();
    try {
      whileRecording.run();
      if (unrecorded.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new StoreUnavailable("not recorded, as the test wants");
      }
      events.forEach(event -> replace(event, List.of()));
    } finally {
      inside.decrementAndGet();
    }
  }

  @Override
  public void postponed(OutboxRow event, String why) {
    replace(event, List.of(event.postponed(event.notBefore(), why)));
    postponements.add(why);
  }

  @Override
  public void refused(OutboxRow event, String why) {
    replace(event, List.of());
    refusals.add(event.number());
  }

  private void enter() {
    mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
  }

  private synchronized void replace(OutboxRow event, List<OutboxRow> by) {
    for (int at = 0; at < rows.size(); at++) {
      if (rows.get(at).number() == event.number()) {
        rows.remove(at);
        rows.addAll(at, by);
        return;
      }
    }
    throw new IllegalArgumentException("not waiting: event " + event.number());
  }
}
