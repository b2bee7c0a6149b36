package org.ichido.queuemanager.wire;

/**
 * A word about the state of a conversation or of a queue that is listened to.
 *
 * @param handle of the queue, or -1 for the conversation
 * @param code what it is about
 * @param value what it says
 */
public record Notification(int handle, int code, int value) {
  /** About the conversation: {@link #STARTED} or stopped. */
  public static final int CONNECTION_STATE = 3;

  /** The value of a conversation that wants messages. */
  public static final int STARTED = 2;

  /**
   * @param body as it was sent
   * @return the notification
   */
  public static Notification of(Fields body) {
    return new Notification(body.number(4), body.number(8), body.number(12));
  }

  /**
   * @return the answer, which only a notification that asks for one may get
   */
  public Fields answer() {
    return Fields.zeros(16).number(0, 1).number(4, handle).number(8, code + 1).number(12, value);
  }
}
