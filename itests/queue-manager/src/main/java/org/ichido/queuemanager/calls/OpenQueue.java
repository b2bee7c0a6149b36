package org.ichido.queuemanager.calls;

import java.util.Optional;
import org.ichido.queuemanager.queues.Cursor;
import org.ichido.queuemanager.queues.LocalQueue;
import org.ichido.queuemanager.queues.QueueAttribute;
import org.ichido.queuemanager.queues.QueueDefinition.Kind;
import org.ichido.queuemanager.queues.Queues;
import org.ichido.queuemanager.queues.Selection;
import org.ichido.queuemanager.wire.MessageDescriptor;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;

/** A queue that one connection has open. For that connection's thread. */
final class OpenQueue implements OpenObject {
  private final Queues queues;
  private final LocalQueue queue;
  private final int options;
  private final boolean made;
  private final Optional<RemoteQueue> remote;
  private final Selection selection;
  private final Cursor cursor = new Cursor();
  private Optional<MessageDescriptor> lastGot = Optional.empty();

  /**
   * @param made whether this open made the queue, and its close ends it
   */
  OpenQueue(Queues queues, LocalQueue queue, int options, boolean made, Selection selection)
      throws Refusal {
    this.queues = queues;
    this.queue = queue;
    this.options = options;
    this.made = made;
    this.remote = Optional.empty();
    this.selection = selection;
    if (has(OpenOptions.INPUT)) {
      boolean unshared =
          has(OpenOptions.INPUT_AS_DEFINED) && queue.definition().get(QueueAttribute.SHARE) == 0;
      queue.openings().openForInput(has(OpenOptions.INPUT_EXCLUSIVE) || unshared);
    }
    if (has(OpenOptions.OUTPUT)) {
      queue.openings().openForOutput();
    }
  }

  /** The transmission queue on which messages wait for another queue manager. */
  OpenQueue(Queues queues, LocalQueue transmission, int options, RemoteQueue remote) {
    this.queues = queues;
    this.queue = transmission;
    this.options = options;
    this.made = false;
    this.remote = Optional.of(remote);
    this.selection = Selection.ANY;
    queue.openings().openForOutput();
  }

  /** Where what is put goes in the end, if that is elsewhere. */
  Optional<RemoteQueue> remote() {
    return remote;
  }

  LocalQueue queue() {
    return queue;
  }

  String name() {
    return queue.definition().name();
  }

  /** Which messages the open was for. */
  Selection selection() {
    return selection;
  }

  Cursor cursor() {
    return cursor;
  }

  /** The context that a put may pass on. */
  Optional<MessageDescriptor> lastGot() {
    return lastGot;
  }

  void got(MessageDescriptor descriptor) {
    lastGot = Optional.of(descriptor);
  }

  boolean has(int option) {
    return (options & option) != 0;
  }

  void need(int option, Reason otherwise) throws Refusal {
    if (!has(option)) {
      throw new Refusal(otherwise);
    }
  }

  @Override
  public void close() {
    if (has(OpenOptions.INPUT)) {
      queue.openings().closeForInput();
    }
    if (has(OpenOptions.OUTPUT)) {
      queue.openings().closeForOutput();
    }
    if (made && queue.definition().kind() == Kind.TEMPORARY) {
      queues.delete(queue);
    }
  }
}
