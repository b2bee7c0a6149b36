package org.ichido.queuemanager.wire;

import java.util.Map;

/** The status segment: all is well, or why a channel does not start. */
public final class Status {
  /** All is well. */
  public static final Fields WELL = Fields.zeros(8).number(0, 8);

  /** User or password is wrong; the call that follows says 2035. */
  public static final Fields SECURITY = Fields.zeros(8).number(0, 8).number(4, 20);

  private static final Map<Reason, Integer> CODES =
      Map.of(
          Reason.UNKNOWN_CHANNEL, 1,
          Reason.CHANNEL_CONFIGURATION_ERROR, 2,
          Reason.QUEUE_MANAGER_NOT_AVAILABLE, 3,
          Reason.CHANNEL_NOT_AVAILABLE, 22,
          Reason.TLS_ERROR, 24);

  private Status() {}

  /**
   * @param reason what the program shall see
   * @return whether a channel's start can be refused for it
   */
  public static boolean canRefuse(Reason reason) {
    return CODES.containsKey(reason);
  }

  /**
   * @param reason what the program shall see
   * @return the refusal of a channel's start
   */
  public static Fields refusal(Reason reason) {
    Integer code = CODES.get(reason);
    if (code == null) {
      throw new IllegalArgumentException(
          "a channel's start can be refused with " + CODES.keySet() + ", not with " + reason);
    }
    return Fields.zeros(12).number(0, 12).number(4, code);
  }
}
