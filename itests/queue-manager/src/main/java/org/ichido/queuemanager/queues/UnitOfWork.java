package org.ichido.queuemanager.queues;

import java.util.ArrayList;
import java.util.List;

/** The puts and gets of one connection that are not committed. Thread-safe. */
public final class UnitOfWork {
  private final Monitor monitor;
  private final List<QueuedMessage> messages = new ArrayList<>();

  UnitOfWork(Monitor monitor) {
    this.monitor = monitor;
  }

  void add(QueuedMessage message) {
    messages.add(message);
  }

  /** What was put can be got, what was got is gone. */
  public void commit() {
    synchronized (monitor) {
      messages.forEach(message -> message.queue().commit(message));
      messages.clear();
      monitor.changed();
    }
  }

  /** What was put is gone, what was got is back in its old place and counts one backout more. */
  public void backOut() {
    synchronized (monitor) {
      messages.forEach(message -> message.queue().backOut(message));
      messages.clear();
      monitor.changed();
    }
  }
}
