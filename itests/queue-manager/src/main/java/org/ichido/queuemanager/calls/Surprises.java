package org.ichido.queuemanager.calls;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the queue manager did not understand: written to the log, and kept. Thread-safe. */
public final class Surprises {
  private static final System.Logger LOG = System.getLogger(Surprises.class.getName());

  private final List<String> all = new CopyOnWriteArrayList<>();

  /**
   * @param what in words
   */
  public void add(String what) {
    all.add(what);
    LOG.log(System.Logger.Level.WARNING, "The queue manager does not understand: {0}", what);
  }

  /**
   * @return all so far
   */
  public List<String> all() {
    return List.copyOf(all);
  }
}
