package org.ichido.queuemanager.calls;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ichido.queuemanager.queues.Message;
import org.ichido.queuemanager.queues.Selection;
import org.ichido.queuemanager.queues.Wish;
import org.ichido.queuemanager.trouble.Call;
import org.ichido.queuemanager.trouble.Occasion;
import org.ichido.queuemanager.wire.AsyncMessage;
import org.ichido.queuemanager.wire.GetOptions;
import org.ichido.queuemanager.wire.MessageRequest;
import org.ichido.queuemanager.wire.Notification;
import org.ichido.queuemanager.wire.Refusal;
import org.ichido.queuemanager.wire.Segment;

/**
 * The queues that a connection listens to. Each request is good for one message; messages go out
 * only while the connection is started. For the connection's thread.
 */
public final class Listeners {
  private final Connection connection;
  private final Map<Integer, Listener> listeners = new LinkedHashMap<>();
  private boolean started;

  /**
   * @param connection whose they are
   */
  public Listeners(Connection connection) {
    this.connection = connection;
  }

  /**
   * A message on its way.
   *
   * @param request what it answers
   * @param message what goes out
   * @param occasion what trouble may look at
   */
  public record Delivery(Segment request, AsyncMessage message, Occasion occasion) {}

  /**
   * @param notification the connection starts or stops, or something of no importance here
   */
  public void told(Notification notification) {
    if (notification.code() == Notification.CONNECTION_STATE) {
      started = notification.value() == Notification.STARTED;
    }
  }

  /**
   * @param request for one message
   */
  public void asked(MessageRequest request) {
    listeners.computeIfAbsent(request.handle(), any -> new Listener()).asked(request);
  }

  /**
   * @return the next message, if somebody asked for one that is there
   */
  public Optional<Delivery> next() {
    if (!started) {
      return Optional.empty();
    }
    listeners.keySet().removeIf(handle -> connection.object(handle).isEmpty());
    return listeners.values().stream()
        .map(listener -> listener.next(connection))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** One queue that is listened to. */
  private static final class Listener {
    private Optional<MessageRequest> pending = Optional.empty();
    private Optional<MessageRequest> selection = Optional.empty();
    private int index;

    void asked(MessageRequest request) {
      pending = Optional.of(request);
      if (request.hasSelection()) {
        selection = pending;
      }
    }

    Optional<Delivery> next(Connection connection) {
      if (pending.isEmpty() || selection.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(deliver(connection, pending.get(), selection.get()));
      } catch (Refusal nothingThere) {
        return Optional.empty();
      }
    }

    private Delivery deliver(Connection connection, MessageRequest request, MessageRequest chosen)
        throws Refusal {
      OpenQueue queue = connection.queue(request.handle());
      boolean failIfQuiescing = (request.options() & GetOptions.FAIL_IF_QUIESCING) != 0;
      Wish wish =
          new Wish(
              Wish.Way.GET,
              queue.selection().and(Selection.byIds(chosen.match(), chosen.wanted())),
              queue.cursor(),
              Integer.MAX_VALUE,
              false,
              GetCall.syncpoint(request.options()),
              connection.unit(),
              Duration.ZERO,
              () -> connection.interruption(failIfQuiescing));
      Message message = queue.queue().get(wish);
      queue.got(message.descriptor());
      pending = Optional.empty();
      index++;
      AsyncMessage out =
          new AsyncMessage(
              request.handle(),
              index,
              request.globalIndex() + 1,
              chosen.selectionIndex(),
              queue.name(),
              message.descriptor().as(chosen.descriptorVersion()),
              message.data());
      return new Delivery(request.segment(), out, occasion(connection, queue));
    }

    private static Occasion occasion(Connection connection, OpenQueue queue) {
      return new Occasion(Call.DELIVER, connection.number(), connection.user(), queue.name());
    }
  }
}
