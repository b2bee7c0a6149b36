package org.ichido.queuemanager.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * A message that goes to a listener.
 *
 * @param handle of the queue
 * @param index counts the messages to this listener
 * @param globalIndex one more than the request's
 * @param selectionIndex the selection that it met
 * @param queue where it was
 * @param descriptor in the version that is wanted
 * @param data as it was put
 */
public record AsyncMessage(
    int handle,
    int index,
    int globalIndex,
    int selectionIndex,
    String queue,
    Fields descriptor,
    Fields data) {
  private static final int HEADER = 24;
  private static final int FIRST_HEADER = 55;

  /**
   * @param request what it answers
   * @param longest a segment may be, in bytes
   * @return its segments
   */
  public List<Segment> segments(Segment request, int longest) {
    List<Segment> segments = new ArrayList<>();
    int at = 0;
    do {
      Fields start = segments.isEmpty() ? firstHeader() : Fields.zeros(HEADER);
      int room = longest - request.header().length() - start.length();
      int length = Math.min(room, data.length() - at);
      start
          .number(0, 1)
          .number(4, handle)
          .number(8, index)
          .number(12, globalIndex)
          .number(16, length)
          .twoBytes(20, segments.size())
          .twoBytes(22, selectionIndex);
      int flags = (at == 0 ? Segment.FIRST : 0) | (at + length == data.length() ? Segment.LAST : 0);
      segments.add(
          request.with(
              SegmentType.ASYNC_MESSAGE, flags, Fields.join(start, data.part(at, length))));
      at += length;
    } while (at < data.length());
    return segments;
  }

  /** Ends with the descriptor, which the segment's own length does not count. */
  private Fields firstHeader() {
    int nameAndPad = queue.length() + padding(queue.length());
    Fields header = Fields.zeros(FIRST_HEADER + nameAndPad);
    header.number(28, data.length()).number(32, data.length());
    header.oneByte(54, queue.length()).text(FIRST_HEADER, queue.length(), queue);
    return Fields.join(header, descriptor);
  }

  private static int padding(int nameLength) {
    return (4 - (3 + nameLength) % 4) % 4;
  }
}
