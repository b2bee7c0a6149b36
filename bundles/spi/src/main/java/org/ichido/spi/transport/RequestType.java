package org.ichido.spi.transport;

/** The requests that a transport carries. */
public enum RequestType {
  /** Judge a code. */
  VERIFY(QueueRole.REQUEST),
  /** An operator lifts a lock. */
  UNLOCK(QueueRole.OPERATOR),
  /** An operator asks how things stand. */
  DESCRIBE(QueueRole.OPERATOR);

  private final QueueRole queue;

  RequestType(QueueRole queue) {
    this.queue = queue;
  }

  /**
   * @return the queue by which alone it may come
   */
  public QueueRole queue() {
    return queue;
  }

  /**
   * @return the name as profiles write it: {@code verify}
   */
  public String plainName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
