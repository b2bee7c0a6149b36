package org.ichido.queuemanager.queues;

import org.jspecify.annotations.Nullable;

/** Where a browse stands. Guarded by the monitor. */
public final class Cursor {
  private QueuedMessage.@Nullable Place place;

  QueuedMessage.@Nullable Place place() {
    return place;
  }

  void place(QueuedMessage.@Nullable Place newPlace) {
    place = newPlace;
  }
}
