package org.ichido.queuemanager.queues;

/** A number in the definition of a queue, by its MQSC keyword. */
public enum QueueAttribute {
  /** How many messages fit. */
  MAXDEPTH(15, 5000),
  /** The longest message, in bytes. */
  MAXMSGL(13, 4194304),
  /** The client moves a message that was backed out so often; 0 is never. */
  BOTHRESH(22, 0),
  /** 1 if messages may not be got. */
  GET(9, 0),
  /** 1 if messages may not be put. */
  PUT(10, 0),
  /** 1 if a message is persistent whose put leaves it to the queue. */
  DEFPSIST(5, 0),
  /** Priority of a message whose put leaves it to the queue. */
  DEFPRTY(6, 0),
  /** 0 if higher priorities are first, 1 if first in is first out. */
  MSGDLVSQ(16, 0),
  /** 1 if several programs may get. */
  SHARE(23, 1),
  /** 1 if the count of backouts outlives a restart; here it always does. */
  HARDENBO(8, 0),
  /** 1 if messages wait here for another queue manager. */
  USAGE(12, 0);

  private final int selector;
  private final int usual;

  QueueAttribute(int selector, int usual) {
    this.selector = selector;
    this.usual = usual;
  }

  /**
   * @return by which a program inquires it
   */
  public int selector() {
    return selector;
  }

  /**
   * @return when nothing else is said
   */
  int usual() {
    return usual;
  }
}
