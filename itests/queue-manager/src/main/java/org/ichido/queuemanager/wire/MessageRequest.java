package org.ichido.queuemanager.wire;

/** A listener's request for messages. For one thread. */
public final class MessageRequest {
  private static final int HAS_SELECTION = 0x10;
  private static final int ID = 24;
  private static final int IDS = 64;

  private final Segment segment;

  /**
   * @param segment as it was sent
   */
  public MessageRequest(Segment segment) {
    this.segment = segment;
  }

  /**
   * @return what the messages are answers to
   */
  public Segment segment() {
    return segment;
  }

  /**
   * @return of the queue
   */
  public int handle() {
    return body().number(4);
  }

  /**
   * @return how many bytes are wanted; 1 is one message
   */
  public int requestedBytes() {
    return body().number(12);
  }

  /**
   * @return as of a get
   */
  public int options() {
    return body().number(20);
  }

  /**
   * @return the number to count messages from
   */
  public int globalIndex() {
    return body().number(36);
  }

  /**
   * @return whether it says which messages; else the last one that did holds
   */
  public boolean hasSelection() {
    return (body().number(32) & HAS_SELECTION) != 0;
  }

  /**
   * @return which selection this is, for the messages to repeat
   */
  public int selectionIndex() {
    return body().twoBytes(40);
  }

  /**
   * @return the version in which descriptors are wanted
   */
  public int descriptorVersion() {
    return body().twoBytes(42);
  }

  /**
   * @return which ids must be met: 1 message, 2 correlation, 4 group
   */
  public int match() {
    return body().number(60);
  }

  /**
   * @return a descriptor with the ids that must be met; ids that need not be met are not sent
   */
  public MessageDescriptor wanted() {
    MessageDescriptor wanted = MessageDescriptor.blank();
    int at = IDS;
    MessageDescriptor.IdField[] ids = {
      MessageDescriptor.IdField.MESSAGE,
      MessageDescriptor.IdField.CORRELATION,
      MessageDescriptor.IdField.GROUP
    };
    for (int bit = 0; bit < ids.length; bit++) {
      if ((match() & 1 << bit) != 0) {
        wanted.id(ids[bit], body().bytes(at, ID));
        at += ID;
      }
    }
    return wanted;
  }

  private Fields body() {
    return segment.body();
  }
}
