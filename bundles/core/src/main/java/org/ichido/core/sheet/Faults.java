package org.ichido.core.sheet;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with the rows of a run: the first faults, and how many there are. For one thread.
 *
 * @param <F> how a fault is told
 */
public final class Faults<F> {
  private final List<F> first = new ArrayList<>();
  private final int most;
  private long count;

  /**
   * @param most how many are kept
   */
  public Faults(int most) {
    this.most = most;
  }

  /** Counts a fault, and keeps it if it is one of the first. */
  public void add(F fault) {
    count++;
    if (first.size() < most) {
      first.add(fault);
    }
  }

  /** Adds them in their order. */
  public void addAll(List<F> faults) {
    faults.forEach(this::add);
  }

  /**
   * @return the first ones
   */
  public List<F> first() {
    return List.copyOf(first);
  }

  /**
   * @return how many there are in all
   */
  public long count() {
    return count;
  }
}
