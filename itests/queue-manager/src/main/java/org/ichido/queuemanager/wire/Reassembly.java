package org.ichido.queuemanager.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joins the segments of calls; those of several conversations may be mixed. For one thread. */
public final class Reassembly {
  private static final int MOST = 1 << 14;

  private final Map<Integer, List<Segment>> begun = new HashMap<>();

  /**
   * @param segment the next from the socket
   * @return the flow, if it is whole now
   * @throws MalformedException if the flow would never end
   */
  public Optional<Flow> add(Segment segment) throws MalformedException {
    if (!segment.type().isCall()) {
      return Optional.of(Flow.of(List.of(segment)));
    }
    List<Segment> segments =
        begun.computeIfAbsent(segment.conversation(), conversation -> new ArrayList<>());
    segments.add(segment);
    if (segments.size() > MOST) {
      throw new MalformedException("a call of more than " + MOST + " segments");
    }
    if (!segment.has(Segment.LAST)) {
      return Optional.empty();
    }
    begun.remove(segment.conversation());
    return Optional.of(Flow.of(segments));
  }
}
