package org.ichido.mq;

import java.util.concurrent.atomic.AtomicLong;

/** What was done with the messages of one queue since the component started. Thread-safe. */
final class Figures {
  final AtomicLong handled = new AtomicLong();
  final AtomicLong backedOut = new AtomicLong();
  final AtomicLong parked = new AtomicLong();
  final AtomicLong rolledBack = new AtomicLong();

  @Override
  public String toString() {
    return "handled %d, backed out %d, parked replies %d, rolled back %d"
        .formatted(handled.get(), backedOut.get(), parked.get(), rolledBack.get());
  }
}
