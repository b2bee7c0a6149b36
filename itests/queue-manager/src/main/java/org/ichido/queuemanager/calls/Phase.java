package org.ichido.queuemanager.calls;

/** How far the queue manager is. */
public enum Phase {
  RUNNING,
  /** New connections, and calls that ask for it, are refused with 2161. */
  QUIESCING,
  /** Its listener answers, with 2059. */
  ENDED
}
