package org.ichido.queuemanager.conversation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ichido.queuemanager.calls.Calls;
import org.ichido.queuemanager.calls.Connection;
import org.ichido.queuemanager.calls.Kernel;
import org.ichido.queuemanager.calls.Listeners;
import org.ichido.queuemanager.calls.Login;
import org.ichido.queuemanager.trouble.Cut;
import org.ichido.queuemanager.trouble.Strike;
import org.ichido.queuemanager.wire.Answer;
import org.ichido.queuemanager.wire.Credentials;
import org.ichido.queuemanager.wire.Fields;
import org.ichido.queuemanager.wire.Flow;
import org.ichido.queuemanager.wire.MessageRequest;
import org.ichido.queuemanager.wire.Notification;
import org.ichido.queuemanager.wire.Segment;
import org.ichido.queuemanager.wire.SegmentType;
import org.ichido.queuemanager.wire.Status;
import org.jspecify.annotations.Nullable;

/**
 * One program's side of a socket. Has a thread of its own, on which calls are done in their order,
 * and on which messages go out to listeners.
 */
final class Conversation {
  private static final int LONG_USER = 28;

  private final Link link;
  private final Kernel kernel;
  private final Calls calls;
  private final Login login;
  private final Connection connection;
  private final Listeners listeners;
  private final ExecutorService thread;
  private final AtomicBoolean woken = new AtomicBoolean();
  private final Runnable watcher = this::wake;
  private volatile @Nullable Thread paused;
  private boolean listening;
  private boolean cutAtNextCall;

  Conversation(Link link, int id, Kernel kernel, Calls calls, Login login) {
    this.link = link;
    this.kernel = kernel;
    this.calls = calls;
    this.login = login;
    this.connection = new Connection(kernel, login);
    this.listeners = new Listeners(connection);
    this.thread = Executors.newSingleThreadExecutor(work -> daemon(work, kernel.name(), id));
  }

  private static Thread daemon(Runnable work, String queueManager, int id) {
    Thread thread = new Thread(work, queueManager + " conversation " + id);
    thread.setDaemon(true);
    return thread;
  }

  /** What the client sent is done, later and in its order. */
  void accept(Flow flow) {
    if (flow.type() == SegmentType.GET) {
      connection.getArrived();
    }
    later(
        () -> {
          handle(flow);
          deliver();
        });
  }

  /** The client is gone: a wait ends, what is done meanwhile is done, the rest is backed out. */
  void lost() {
    connection.lost();
    Thread held = paused;
    if (held != null) {
      held.interrupt();
    }
    later(
        () -> {
          kernel.queues().unwatch(watcher);
          connection.end();
        });
    thread.shutdown();
  }

  void awaitEnd() throws InterruptedException {
    if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
      kernel.surprises().add("a conversation that does not end");
    }
  }

  /** A step on the conversation's thread. */
  private interface Step {
    void run() throws IOException, InterruptedException;
  }

  private void later(Step step) {
    try {
      thread.execute(() -> run(step));
    } catch (RejectedExecutionException itHasEnded) {
      // Then nothing is left to be done.
    }
  }

  private void run(Step step) {
    try {
      step.run();
    } catch (IOException theClientIsGone) {
      link.cut();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      link.cut();
    } catch (RuntimeException e) {
      kernel.surprises().add(e.toString());
      link.cut();
    }
  }

  private void handle(Flow flow) throws IOException, InterruptedException {
    if (link.isCut()) {
      return;
    }
    if (flow.type().isCall()) {
      call(flow);
      return;
    }
    switch (flow.type()) {
      case USER_ID -> login.claims(user(flow.body()));
      case CREDENTIALS -> {
        boolean right = login.shows(new Credentials(flow.body()));
        send(flow, SegmentType.STATUS, 0, right ? Status.WELL : Status.SECURITY);
      }
      case HEARTBEAT -> {
        if (flow.first().has(Segment.CONFIRM)) {
          send(flow, SegmentType.HEARTBEAT, Segment.FIRST | Segment.LAST, Fields.zeros(0));
        }
      }
      case NOTIFICATION -> told(flow);
      case REQUEST_MESSAGES -> asked(flow);
      case STATUS -> {
        // The client says farewell.
      }
      default -> kernel.surprises().add("segment " + flow.type());
    }
  }

  private static String user(Fields body) {
    return body.length() >= LONG_USER + 64 ? body.text(LONG_USER, 64) : body.text(4, 12);
  }

  private void send(Flow to, SegmentType type, int flags, Fields body) throws IOException {
    link.send(List.of(to.first().with(type, flags, body)));
  }

  private void call(Flow flow) throws IOException, InterruptedException {
    Strike strike = kernel.troubles().strike(calls.occasion(connection, flow));
    pause(strike);
    if (strike.cuts(Cut.BEFORE) || cutAtNextCall) {
      link.cut();
      return;
    }
    Optional<Answer> answer = calls.answer(connection, flow, strike.refusal());
    if (flow.type() == SegmentType.GET) {
      connection.getDone();
    }
    send(answer.map(a -> flow.reply(a, link.longestSegment())).orElse(List.of()), strike);
  }

  /** A call that is held or late is not done at all if its client goes meanwhile. */
  private void pause(Strike strike) throws InterruptedException {
    if (!strike.isLate()) {
      return;
    }
    paused = Thread.currentThread();
    try {
      if (connection.isLost()) {
        throw new InterruptedException();
      }
      strike.pause();
    } finally {
      paused = null;
    }
  }

  private void send(List<Segment> segments, Strike strike) throws IOException {
    if (strike.cuts(Cut.DURING)) {
      link.sendHalfAndCut(segments);
      return;
    }
    cutAtNextCall = strike.cuts(Cut.AT_NEXT_CALL);
    link.send(segments);
    if (strike.cuts(Cut.AFTER)) {
      link.cut();
    }
  }

  private void told(Flow flow) throws IOException {
    Notification notification = Notification.of(flow.body());
    listeners.told(notification);
    if (flow.first().has(Segment.CONFIRM)) {
      int flags = Segment.FIRST | Segment.LAST;
      send(flow, SegmentType.NOTIFICATION, flags, notification.answer());
    }
  }

  private void asked(Flow flow) {
    listeners.asked(new MessageRequest(flow.first()));
    if (!listening) {
      listening = true;
      kernel.queues().watch(watcher);
    }
  }

  /** Called by whoever changes a queue. */
  private void wake() {
    if (woken.compareAndSet(false, true)) {
      later(
          () -> {
            woken.set(false);
            deliver();
          });
    }
  }

  private void deliver() throws IOException, InterruptedException {
    while (!link.isCut()) {
      Optional<Listeners.Delivery> next = listeners.next();
      if (next.isEmpty()) {
        return;
      }
      Listeners.Delivery delivery = next.get();
      Strike strike = kernel.troubles().strike(delivery.occasion());
      pause(strike);
      if (strike.cuts(Cut.BEFORE)) {
        link.cut();
        return;
      }
      send(delivery.message().segments(delivery.request(), link.longestSegment()), strike);
    }
  }
}
