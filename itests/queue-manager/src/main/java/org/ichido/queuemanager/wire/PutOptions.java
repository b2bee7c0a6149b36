package org.ichido.queuemanager.wire;

/** The put-message options. For one thread. */
public final class PutOptions {
  public static final int SYNCPOINT = 0x2;
  public static final int NEW_MESSAGE_ID = 0x40;
  public static final int NEW_CORRELATION_ID = 0x80;
  public static final int PASS_IDENTITY = 0x100;
  public static final int PASS_ALL = 0x200;
  public static final int SET_IDENTITY = 0x400;
  public static final int SET_ALL = 0x800;
  public static final int FAIL_IF_QUIESCING = 0x2000;
  public static final int NO_CONTEXT = 0x4000;
  public static final int ASYNC_RESPONSE = 0x10000;

  private static final int[] LENGTHS = {128, 152, 176};

  private final Fields fields;

  /**
   * @param body where they stand
   * @param at their offset
   * @throws Refusal 2046 if there are none
   */
  public PutOptions(Fields body, int at) throws Refusal {
    int version = body.number(at + 4);
    if (!body.text(at, 4).equals("PMO") || version < 1 || version > LENGTHS.length) {
      throw new Refusal(Reason.OPTIONS_ERROR);
    }
    fields = body.part(at, LENGTHS[version - 1]);
  }

  /**
   * @return in bytes
   */
  public int length() {
    return fields.length();
  }

  /**
   * @param option one or more of the constants
   * @return whether any of them is set
   */
  public boolean has(int option) {
    return (fields.number(8) & option) != 0;
  }

  /**
   * @return the handle of the queue whose message's context is passed on
   */
  public int contextHandle() {
    return fields.number(16);
  }

  /**
   * @param queue where the message went
   * @param queueManager where that queue is
   * @return as on the wire
   */
  public Fields resolved(String queue, String queueManager) {
    return fields.copy().text(32, 48, queue).text(80, 48, queueManager);
  }
}
