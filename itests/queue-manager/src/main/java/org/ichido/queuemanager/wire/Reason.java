package org.ichido.queuemanager.wire;

/**
 * A reason code, as IBM's manual numbers them. The constants are those that the queue manager gives
 * by itself; a test may have any other given.
 *
 * @param code as in MQRC_...
 */
public record Reason(int code) {
  public static final Reason NONE = new Reason(0);
  public static final Reason BACKED_OUT = new Reason(2003);
  public static final Reason CONNECTION_BROKEN = new Reason(2009);
  public static final Reason GET_INHIBITED = new Reason(2016);
  public static final Reason HANDLE_NOT_OPEN = new Reason(2019);
  public static final Reason DESCRIPTOR_ERROR = new Reason(2026);
  public static final Reason TOO_BIG_FOR_QUEUE = new Reason(2030);
  public static final Reason TOO_BIG_FOR_QUEUE_MANAGER = new Reason(2031);
  public static final Reason NO_MESSAGE_AVAILABLE = new Reason(2033);
  public static final Reason NO_MESSAGE_UNDER_CURSOR = new Reason(2034);
  public static final Reason NOT_AUTHORIZED = new Reason(2035);
  public static final Reason NOT_OPEN_FOR_BROWSE = new Reason(2036);
  public static final Reason NOT_OPEN_FOR_INPUT = new Reason(2037);
  public static final Reason NOT_OPEN_FOR_INQUIRE = new Reason(2038);
  public static final Reason NOT_OPEN_FOR_OUTPUT = new Reason(2039);
  public static final Reason OBJECT_IN_USE = new Reason(2042);
  public static final Reason OBJECT_TYPE_ERROR = new Reason(2043);
  public static final Reason OPTION_NOT_VALID_FOR_TYPE = new Reason(2045);
  public static final Reason OPTIONS_ERROR = new Reason(2046);
  public static final Reason PUT_INHIBITED = new Reason(2051);
  public static final Reason QUEUE_FULL = new Reason(2053);
  public static final Reason QUEUE_MANAGER_NAME_ERROR = new Reason(2058);
  public static final Reason QUEUE_MANAGER_NOT_AVAILABLE = new Reason(2059);
  public static final Reason SELECTOR_ERROR = new Reason(2067);
  public static final Reason TRUNCATED_ACCEPTED = new Reason(2079);
  public static final Reason TRUNCATED_FAILED = new Reason(2080);
  public static final Reason UNKNOWN_ALIAS_BASE = new Reason(2082);
  public static final Reason UNKNOWN_OBJECT_NAME = new Reason(2085);
  public static final Reason UNKNOWN_REMOTE_QUEUE_MANAGER = new Reason(2087);
  public static final Reason TRANSMISSION_QUEUE_USAGE_ERROR = new Reason(2092);
  public static final Reason CONTEXT_HANDLE_ERROR = new Reason(2097);
  public static final Reason CONNECTION_STOPPED = new Reason(2107);
  public static final Reason QUIESCING = new Reason(2161);
  public static final Reason FUNCTION_NOT_SUPPORTED = new Reason(2298);
  public static final Reason TLS_ERROR = new Reason(2397);
  public static final Reason CHANNEL_NOT_AVAILABLE = new Reason(2537);
  public static final Reason CHANNEL_CONFIGURATION_ERROR = new Reason(2539);
  public static final Reason UNKNOWN_CHANNEL = new Reason(2540);
}
