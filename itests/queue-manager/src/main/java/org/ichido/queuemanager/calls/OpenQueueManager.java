package org.ichido.queuemanager.calls;

/**
 * The queue manager itself, open for inquiries.
 *
 * @param options of the open
 */
record OpenQueueManager(int options) implements OpenObject {
  @Override
  public void close() {
    // It took nothing.
  }
}
