package org.ichido.mq;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.ichido.api.BankId;
import org.ichido.api.StoreUnavailable;
import org.ichido.spi.transport.DebitMessage;
import org.ichido.spi.transport.DebitReply;
import org.ichido.spi.transport.Debits;

/** Gives out what is due, again and again, until it is recorded as sent. */
final class FakeDebits implements Debits {
  private final List<DebitMessage> due = new ArrayList<>();

  /** How often a bank asked and nothing was due. */
  final BlockingQueue<BankId> idle = new LinkedBlockingQueue<>();

  /** How often a bank asked at all. */
  final BlockingQueue<BankId> asked = new LinkedBlockingQueue<>();

  /** How many of the next ones that are sent cannot be recorded. */
  final AtomicInteger unrecorded = new AtomicInteger();

  volatile boolean storeIsDown;

  synchronized void put(DebitMessage message) {
    due.add(message);
  }

  synchronized int left() {
    return due.size();
  }

  @Override
  public List<DebitMessage> due(BankId bank, int atMost) {
    asked.add(bank);
    if (storeIsDown) {
      throw new StoreUnavailable("the store is down, as the test wants");
    }
    List<DebitMessage> found = of(bank, atMost);
    if (found.isEmpty()) {
      idle.add(bank);
    }
    return found;
  }

  private synchronized List<DebitMessage> of(BankId bank, int atMost) {
    return due.stream().filter(message -> message.bank().equals(bank)).limit(atMost).toList();
  }

  @Override
  public synchronized void sent(DebitMessage message) {
    if (unrecorded.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new StoreUnavailable("not recorded, as the test wants");
    }
    if (!due.remove(message)) {
      throw new IllegalArgumentException("not due: " + message.order());
    }
  }

  @Override
  public Taken answered(DebitReply reply) {
    throw new UnsupportedOperationException("senders hear no answers");
  }
}
