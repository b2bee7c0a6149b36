package org.ichido.queuemanager.conversation;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ichido.queuemanager.calls.Calls;
import org.ichido.queuemanager.calls.Kernel;
import org.ichido.queuemanager.calls.Login;
import org.ichido.queuemanager.definitions.Peer;
import org.ichido.queuemanager.wire.Fields;
import org.ichido.queuemanager.wire.Flow;
import org.ichido.queuemanager.wire.MalformedException;
import org.ichido.queuemanager.wire.Reassembly;
import org.ichido.queuemanager.wire.Segment;
import org.ichido.queuemanager.wire.SegmentType;
import org.ichido.queuemanager.wire.Status;

/**
 * One socket and the conversations on it. Its thread reads, starts and ends conversations, and
 * never waits for a call to be done.
 */
final class Link implements Runnable {
  private static final int FIRST_CONVERSATION = 1;
  private static final int START_CONVERSATION = 1;
  private static final int END_CONVERSATION = 2;

  private final Wire wire;
  private final Kernel kernel;
  private final Calls calls;
  private final ChannelStart start;
  private final Map<Integer, Conversation> conversations = new ConcurrentHashMap<>();
  private volatile boolean cut;

  Link(Wire wire, Kernel kernel, Calls calls) {
    this.wire = wire;
    this.kernel = kernel;
    this.calls = calls;
    this.start = new ChannelStart(kernel, wire.session());
  }

  @Override
  public void run() {
    Reassembly reassembly = new Reassembly();
    try {
      while (true) {
        Segment segment = wire.read();
        var flow = reassembly.add(segment);
        if (flow.isPresent()) {
          route(flow.get());
        }
      }
    } catch (MalformedException | IndexOutOfBoundsException e) {
      kernel.surprises().add(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException theClientIsGone) {
      // What it left is backed out below.
    } finally {
      close();
      conversations.values().forEach(Conversation::lost);
    }
  }

  private void route(Flow flow) throws IOException, InterruptedException {
    if (flow.type() == SegmentType.INITIAL_DATA) {
      start.answer(flow, this);
      if (start.isDone()) {
        begin(FIRST_CONVERSATION);
      }
    } else if (flow.type() == SegmentType.SOCKET_ACTION) {
      act(flow);
    } else {
      Conversation conversation = conversations.get(flow.first().conversation());
      if (conversation != null) {
        conversation.accept(flow);
      } else if (flow.type() != SegmentType.STATUS) {
        throw new MalformedException(flow.type() + " on a conversation that was not started");
      }
    }
  }

  private void act(Flow flow) throws IOException {
    Fields action = flow.body();
    int id = action.number(0);
    if (action.number(8) == START_CONVERSATION) {
      begin(id);
      Segment first = flow.first();
      Segment answer =
          new Segment(
              Segment.Header.MULTIPLEXED,
              id,
              action.number(4),
              SegmentType.STATUS,
              0,
              first.unit(),
              Status.WELL);
      send(List.of(answer));
    } else if (action.number(8) == END_CONVERSATION) {
      Conversation ended = conversations.remove(id);
      if (ended != null) {
        ended.lost();
      }
    } else {
      kernel.surprises().add("socket action " + action.number(8));
    }
  }

  private void begin(int id) {
    Login login = new Login(kernel, start.channel(), new Peer(wire.session()));
    conversations.put(id, new Conversation(this, id, kernel, calls, login));
  }

  int longestSegment() {
    return start.transmissionSize();
  }

  void send(List<Segment> segments) throws IOException {
    wire.write(segments);
  }

  void sendHalfAndCut(List<Segment> segments) throws IOException {
    cut = true;
    wire.writeHalfAndClose(segments);
  }

  boolean isCut() {
    return cut;
  }

  /** Nothing that the client sent is done from now on. */
  void cut() {
    cut = true;
    close();
  }

  private void close() {
    try {
      wire.close();
    } catch (IOException e) {
      kernel.surprises().add("closing a socket: " + e);
    }
  }

  /** Waits until what the client left is backed out. */
  void awaitEnd() throws InterruptedException {
    for (Conversation conversation : conversations.values()) {
      conversation.awaitEnd();
    }
  }
}
