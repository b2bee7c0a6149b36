package org.ichido.queuemanager.queues;

import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;

/** How often a queue is open, and how. Thread-safe. */
public final class Openings {
  private final Monitor monitor;
  private int inputs;
  private int outputs;
  private boolean exclusive;

  Openings(Monitor monitor) {
    this.monitor = monitor;
  }

  /**
   * @param alone whether nobody else may get meanwhile
   * @throws Refusal 2042 if that cannot be
   */
  public void openForInput(boolean alone) throws Refusal {
    synchronized (monitor) {
      if (exclusive || (alone && inputs > 0)) {
        throw new Refusal(Reason.OBJECT_IN_USE);
      }
      inputs++;
      exclusive = alone;
    }
  }

  /** After an {@link #openForInput} that was allowed. */
  public void closeForInput() {
    synchronized (monitor) {
      inputs--;
      exclusive = false;
    }
  }

  /** For putting. */
  public void openForOutput() {
    synchronized (monitor) {
      outputs++;
    }
  }

  /** After {@link #openForOutput}. */
  public void closeForOutput() {
    synchronized (monitor) {
      outputs--;
    }
  }

  /**
   * @return how often it is open for getting
   */
  public int inputs() {
    synchronized (monitor) {
      return inputs;
    }
  }

  /**
   * @return how often it is open for putting
   */
  public int outputs() {
    synchronized (monitor) {
      return outputs;
    }
  }
}
