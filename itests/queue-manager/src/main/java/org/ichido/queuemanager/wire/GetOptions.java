package org.ichido.queuemanager.wire;

import java.time.Duration;

/** The get-message options. For one thread. */
public final class GetOptions {
  public static final int WAIT = 0x1;
  public static final int SYNCPOINT = 0x2;
  public static final int BROWSE_FIRST = 0x10;
  public static final int BROWSE_NEXT = 0x20;
  public static final int ACCEPT_TRUNCATED = 0x40;
  public static final int UNDER_CURSOR = 0x100;
  public static final int BROWSE_UNDER_CURSOR = 0x800;
  public static final int SYNCPOINT_IF_PERSISTENT = 0x1000;
  public static final int FAIL_IF_QUIESCING = 0x2000;
  public static final int BROWSE = BROWSE_FIRST | BROWSE_NEXT | BROWSE_UNDER_CURSOR;

  /** Skip-backout, lock, group and mark options. */
  private static final int NOT_SUPPORTED =
      0x80 | 0x200 | 0x400 | 0x8000 | 0x10000 | 0x20000 | 0x40000 | 0x1F00000;

  private static final int MATCH_BY_DEFAULT = 3;
  private static final int[] LENGTHS = {72, 80, 100, 112};

  private final Fields fields;

  /**
   * @param body where they stand
   * @param at their offset
   * @throws Refusal 2046 if there are none, or some that the queue manager does not know
   */
  public GetOptions(Fields body, int at) throws Refusal {
    int version = body.number(at + 4);
    if (!body.text(at, 4).equals("GMO") || version < 1 || version > LENGTHS.length) {
      throw new Refusal(Reason.OPTIONS_ERROR);
    }
    fields = body.part(at, LENGTHS[version - 1]);
    if (has(NOT_SUPPORTED)) {
      throw new Refusal(Reason.OPTIONS_ERROR);
    }
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
    return (options() & option) != 0;
  }

  /**
   * @return all options
   */
  public int options() {
    return fields.number(8);
  }

  /**
   * @return how long to wait for a message; very long if the client sets no end
   */
  public Duration longestWait() {
    int milliseconds = has(WAIT) ? fields.number(12) : 0;
    return milliseconds < 0 ? Duration.ofDays(365) : Duration.ofMillis(milliseconds);
  }

  /**
   * @return which ids of the descriptor must be met: 1 message, 2 correlation, 4 group
   */
  public int match() {
    return fields.number(4) >= 2 ? fields.number(72) : MATCH_BY_DEFAULT;
  }

  /**
   * @param queue where the message was
   * @param length of its data as returned
   * @return as on the wire
   */
  public Fields returned(String queue, int length) {
    Fields reply = fields.copy().text(24, 48, queue);
    int version = fields.number(4);
    if (version >= 2) {
      reply.text(76, 3, "");
    }
    if (version >= 3) {
      reply.bytes(80, new byte[16]).number(96, length);
    }
    return reply;
  }
}
