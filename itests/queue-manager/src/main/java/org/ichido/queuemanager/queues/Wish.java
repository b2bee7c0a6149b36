package org.ichido.queuemanager.queues;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.ichido.queuemanager.wire.Reason;

/**
 * What a get or a browse asks for.
 *
 * @param way which message, and whether it stays
 * @param selection by id
 * @param cursor of the handle
 * @param room for how many bytes of data
 * @param acceptTruncated whether a longer message may be cut
 * @param syncpoint whether a get may be backed out
 * @param unit that it would belong to
 * @param longestWait how long to wait
 * @param interruption a reason to wait no longer
 */
public record Wish(
    Way way,
    Selection selection,
    Cursor cursor,
    int room,
    boolean acceptTruncated,
    Syncpoint syncpoint,
    UnitOfWork unit,
    Duration longestWait,
    Supplier<Optional<Reason>> interruption) {
  /** Which message, and whether it stays. */
  public enum Way {
    GET,
    GET_UNDER_CURSOR,
    BROWSE_FIRST,
    BROWSE_NEXT,
    BROWSE_UNDER_CURSOR;

    boolean removes() {
      return this == GET || this == GET_UNDER_CURSOR;
    }

    boolean looksUnderCursor() {
      return this == GET_UNDER_CURSOR || this == BROWSE_UNDER_CURSOR;
    }
  }

  /** Whether a get may be backed out. */
  public enum Syncpoint {
    YES,
    NO,
    IF_PERSISTENT
  }

  boolean isInUnit(QueuedMessage message) {
    return syncpoint == Syncpoint.YES
        || (syncpoint == Syncpoint.IF_PERSISTENT && message.isPersistent());
  }

  boolean fits(QueuedMessage message) {
    return acceptTruncated || message.length() <= room;
  }
}
