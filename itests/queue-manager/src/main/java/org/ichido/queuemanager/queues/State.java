package org.ichido.queuemanager.queues;

/** How a message on a queue stands with units of work. */
public enum State {
  /** Anybody may get it. */
  COMMITTED,
  /** Nobody sees it until its put is committed. */
  PUT_UNCOMMITTED,
  /** Handed out; comes back if its get is backed out. */
  GOT_UNCOMMITTED
}
