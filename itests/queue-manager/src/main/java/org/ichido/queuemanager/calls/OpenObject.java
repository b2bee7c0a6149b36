package org.ichido.queuemanager.calls;

/** What a handle stands for. */
sealed interface OpenObject permits OpenQueue, OpenQueueManager {
  /** Gives back what the open took. */
  void close();
}
