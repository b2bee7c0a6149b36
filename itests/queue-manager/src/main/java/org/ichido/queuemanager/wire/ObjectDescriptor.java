package org.ichido.queuemanager.wire;

import java.nio.charset.StandardCharsets;

/** The object descriptor: what is to be opened. For one thread. */
public final class ObjectDescriptor {
  /** The type of a queue. */
  public static final int QUEUE = 1;

  /** The type of the queue manager itself. */
  public static final int QUEUE_MANAGER = 5;

  private static final int[] LENGTHS = {168, 200, 336, 400};
  private static final int SELECTION_OFFSET = 360;
  private static final int SELECTION_LENGTH = 368;

  private final Fields fields;
  private final String selection;

  /**
   * @param body where one stands
   * @param at its offset
   * @throws Refusal 2043 if there is none
   */
  public ObjectDescriptor(Fields body, int at) throws Refusal {
    int version = body.number(at + 4);
    if (!body.text(at, 4).equals("OD") || version < 1 || version > LENGTHS.length) {
      throw new Refusal(Reason.OBJECT_TYPE_ERROR);
    }
    fields = body.part(at, LENGTHS[version - 1]);
    int length = version < 4 ? 0 : fields.number(SELECTION_LENGTH);
    selection =
        length <= 0
            ? ""
            : new String(
                body.bytes(at + fields.number(SELECTION_OFFSET), length), StandardCharsets.UTF_8);
  }

  /**
   * @return in bytes
   */
  public int length() {
    return fields.length();
  }

  /**
   * @return a queue, the queue manager, or what is not supported
   */
  public int type() {
    return fields.number(8);
  }

  /**
   * @return the object's name
   */
  public String name() {
    return fields.text(12, 48);
  }

  /**
   * @return where it is; blank is here
   */
  public String queueManager() {
    return fields.text(60, 48);
  }

  /**
   * @return the name, or its beginning with a star, that a dynamic queue shall get
   */
  public String dynamicName() {
    return fields.text(108, 48);
  }

  /**
   * @return which messages are wanted, in words; blank is any
   */
  public String selection() {
    return selection;
  }

  /**
   * @param name that the queue got
   * @param queueManager where it is
   */
  public void resolved(String name, String queueManager) {
    fields.text(12, 48, name).text(60, 48, queueManager);
    if (fields.number(4) >= 3) {
      fields.text(240, 48, name).text(288, 48, queueManager);
    }
  }

  /**
   * @return as on the wire
   */
  public Fields fields() {
    return fields.copy();
  }
}
