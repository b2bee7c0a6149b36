package org.ichido.queuemanager.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * A call or another message of the client, whole: what it sent in several segments is one again.
 *
 * @param first its first segment, which answers are addressed by
 * @param handle of the object that a call is about
 * @param body of a call what follows the API header, else all
 */
public record Flow(Segment first, int handle, Fields body) {
  private static final int API_HEADER = 16;

  /**
   * @param segments of one flow, in their order
   * @return the flow
   */
  public static Flow of(List<Segment> segments) {
    Segment first = segments.get(0);
    Fields all = Fields.join(segments.stream().map(Segment::body).toArray(Fields[]::new));
    return first.type().isCall()
        ? new Flow(first, all.number(12), all.from(API_HEADER))
        : new Flow(first, 0, all);
  }

  /**
   * @return what it is
   */
  public SegmentType type() {
    return first.type();
  }

  /**
   * @param answer what the call came to
   * @param longest a segment may be, in bytes
   * @return the segments of the reply
   */
  public List<Segment> reply(Answer answer, int longest) {
    int header = first.header().length();
    Fields api =
        Fields.zeros(API_HEADER)
            .number(0, header + API_HEADER + answer.body().length())
            .number(4, answer.completion())
            .number(8, answer.reason().code())
            .number(12, answer.handle());
    Fields whole = Fields.join(api, answer.body());
    int room = longest - header;
    List<Segment> segments = new ArrayList<>();
    for (int at = 0; at < whole.length(); at += room) {
      int length = Math.min(room, whole.length() - at);
      int flags =
          (at == 0 ? Segment.FIRST : 0) | (at + length == whole.length() ? Segment.LAST : 0);
      segments.add(first.with(type().reply(), flags, whole.part(at, length)));
    }
    return segments;
  }
}
