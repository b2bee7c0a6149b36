package org.ichido.queuemanager;

import java.util.List;
import java.util.Optional;
import org.ichido.queuemanager.queues.LocalQueue;
import org.ichido.queuemanager.queues.Message;
import org.ichido.queuemanager.queues.QueueAttribute;
import org.ichido.queuemanager.queues.QueueDefinition;
import org.ichido.queuemanager.wire.Fields;
import org.ichido.queuemanager.wire.MessageDescriptor;
import org.ichido.queuemanager.wire.Refusal;

/** A queue as a test sees it: what is on it, and what it allows. Thread-safe. */
public final class TestQueue {
  private final LocalQueue queue;

  TestQueue(LocalQueue queue) {
    this.queue = queue;
  }

  /**
   * @return what is defined about it
   */
  public QueueDefinition definition() {
    return queue.definition();
  }

  /**
   * @return all messages in their order, uncommitted ones included
   */
  public List<TestMessage> messages() {
    return queue.contents().stream().map(TestMessage::new).toList();
  }

  /**
   * @return how many messages an inquiry counts: puts count at once, gets too
   */
  public int depth() {
    return queue.depth();
  }

  /**
   * @return how many have it open for getting
   */
  public int readers() {
    return queue.openings().inputs();
  }

  /**
   * @param data of a message that is put as it is, in CCSID 819, not persistent
   * @throws IllegalStateException if the queue does not take it
   */
  public void put(byte[] data) {
    try {
      Message message = new Message(MessageDescriptor.blank(), Fields.of(data.clone()));
      queue.put(message, Optional.empty());
    } catch (Refusal refusal) {
      throw new IllegalStateException(refusal);
    }
  }

  /** Drops all messages but those in units of work. */
  public void clear() {
    queue.clear();
  }

  /**
   * @param inhibited whether gets are refused with 2016
   */
  public void inhibitGet(boolean inhibited) {
    set(QueueAttribute.GET, inhibited ? 1 : 0);
  }

  /**
   * @param inhibited whether puts are refused with 2051
   */
  public void inhibitPut(boolean inhibited) {
    set(QueueAttribute.PUT, inhibited ? 1 : 0);
  }

  /**
   * @param attribute of the definition
   * @param value from now on
   */
  public void set(QueueAttribute attribute, int value) {
    queue.define(queue.definition().with(attribute, value));
  }
}
