package org.ichido.mq;

import static org.ichido.mq.ReasonClass.PARK;
import static org.ichido.mq.ReasonClass.REFUSE;
import static org.ichido.mq.ReasonClass.REFUSE_OR_PARK;
import static org.ichido.mq.ReasonClass.RETRY;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The reason codes of a queue manager that say more than "try again": numbers and names as in IBM's
 * manual, messages and reason codes for IBM MQ. A code that is not here passes.
 */
enum ReasonCodes {
  MQRC_ALIAS_BASE_Q_TYPE_ERROR(2001, REFUSE_OR_PARK, "let the alias name a local queue"),
  MQRC_BACKED_OUT(2003, RETRY, "nothing to do, it comes again"),
  MQRC_CONNECTION_BROKEN(2009, RETRY, "see that the network and the queue manager are up"),
  MQRC_EXPIRY_ERROR(2013, PARK, "report it"),
  MQRC_GET_INHIBITED(2016, RETRY, "ALTER QLOCAL(…) GET(ENABLED)"),
  MQRC_MAX_CONNS_LIMIT_REACHED(2025, RETRY, "raise MAXINST or MAXINSTC of the channel"),
  MQRC_MSG_TOO_BIG_FOR_Q(2030, REFUSE_OR_PARK, "raise MAXMSGL of the queue"),
  MQRC_MSG_TOO_BIG_FOR_Q_MGR(2031, REFUSE_OR_PARK, "raise MAXMSGL of the queue manager"),
  MQRC_NOT_AUTHORIZED(
      2035,
      REFUSE_OR_PARK,
      "correct user or password, or give the user the authority it lacks (SET AUTHREC, CHLAUTH);"
          + " the queue manager's error log says which"),
  MQRC_OBJECT_IN_USE(2042, RETRY, "DISPLAY QSTATUS(…) TYPE(HANDLE) says who has it exclusively"),
  MQRC_OBJECT_TYPE_ERROR(2043, REFUSE_OR_PARK, "define a local queue of that name"),
  MQRC_PERSISTENT_NOT_ALLOWED(2048, PARK, "reply to a queue that is not temporary"),
  MQRC_PUT_INHIBITED(2051, RETRY, "ALTER QLOCAL(…) PUT(ENABLED)"),
  MQRC_Q_DELETED(2052, RETRY, "define the queue again"),
  MQRC_Q_FULL(2053, RETRY, "have somebody read the queue, or raise MAXDEPTH"),
  MQRC_Q_TYPE_ERROR(2057, REFUSE_OR_PARK, "define a local queue of that name"),
  MQRC_Q_MGR_NAME_ERROR(2058, REFUSE, "correct queueManager in the connection factory's file"),
  MQRC_Q_MGR_NOT_AVAILABLE(2059, RETRY, "start the queue manager, its listener and its channel"),
  MQRC_SECURITY_ERROR(2063, REFUSE_OR_PARK, "see the queue manager's error log"),
  MQRC_UNKNOWN_ALIAS_BASE_Q(2082, REFUSE_OR_PARK, "define the queue that the alias names"),
  MQRC_UNKNOWN_OBJECT_NAME(2085, REFUSE_OR_PARK, "define the queue, or correct its name"),
  MQRC_UNKNOWN_OBJECT_Q_MGR(2086, REFUSE_OR_PARK, "correct the queue manager's name"),
  MQRC_UNKNOWN_REMOTE_Q_MGR(
      2087, REFUSE_OR_PARK, "define a transmission queue to that queue manager"),
  MQRC_OBJECT_NAME_ERROR(2152, REFUSE_OR_PARK, "correct the queue's name"),
  MQRC_OBJECT_Q_MGR_NAME_ERROR(2153, REFUSE_OR_PARK, "correct the queue manager's name"),
  MQRC_Q_MGR_QUIESCING(2161, RETRY, "it goes on when the queue manager is started again"),
  MQRC_Q_MGR_STOPPING(2162, RETRY, "it goes on when the queue manager is started again"),
  MQRC_REMOTE_Q_NAME_ERROR(2184, REFUSE_OR_PARK, "correct the remote queue's definition"),
  MQRC_CLUSTER_RESOLUTION_ERROR(2189, RETRY, "see the cluster's repositories"),
  MQRC_STORAGE_MEDIUM_FULL(2192, RETRY, "make room on the queue manager's disk"),
  MQRC_UNKNOWN_XMIT_Q(2196, REFUSE_OR_PARK, "define the transmission queue"),
  MQRC_CONNECTION_QUIESCING(2202, RETRY, "it goes on when the queue manager is started again"),
  MQRC_CONNECTION_STOPPING(2203, RETRY, "it goes on when the queue manager is started again"),
  MQRC_MSG_TOO_BIG_FOR_CHANNEL(2218, REFUSE_OR_PARK, "raise MAXMSGL of the channel"),
  MQRC_SSL_INITIALIZATION_ERROR(
      2393, REFUSE, "compare SSLCipherSuite and the trust and key stores with the channel"),
  MQRC_JSSE_ERROR(
      2397, REFUSE, "compare SSLCipherSuite and the trust and key stores with the channel"),
  MQRC_SSL_PEER_NAME_MISMATCH(
      2398, REFUSE, "compare SSLPeerName with the queue manager's certificate"),
  MQRC_UNSUPPORTED_CIPHER_SUITE(2400, REFUSE, "correct SSLCipherSuite"),
  MQRC_MODULE_NOT_FOUND(2495, REFUSE, "set transportType = 1 in the connection factory's file"),
  MQRC_CHANNEL_NOT_AVAILABLE(2537, RETRY, "START CHANNEL(…), and see its MAXINST"),
  MQRC_HOST_NOT_AVAILABLE(2538, RETRY, "start the listener; see host name, port and firewall"),
  MQRC_CHANNEL_CONFIG_ERROR(2539, REFUSE, "compare the channel's definition with SSLCipherSuite"),
  MQRC_UNKNOWN_CHANNEL_NAME(2540, REFUSE, "define the channel (SVRCONN), or correct its name"),
  MQRC_RECONNECT_FAILED(2548, RETRY, "see that the network and the queue manager are up"),
  MQRC_CALL_INTERRUPTED(2549, RETRY, "nothing to do, it comes again"),
  MQRC_PASSWORD_PROTECTION_ERROR(2594, REFUSE, "use TLS, or allow the protection of passwords");

  private static final Map<Integer, ReasonCodes> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(known -> known.code, Function.identity()));

  private final int code;
  private final ReasonClass reasonClass;
  private final String cure;

  ReasonCodes(int code, ReasonClass reasonClass, String cure) {
    this.code = code;
    this.reasonClass = reasonClass;
    this.cure = cure;
  }

  static Optional<ReasonCodes> of(int code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  int code() {
    return code;
  }

  ReasonClass reasonClass() {
    return reasonClass;
  }

  /** What to do, for people. */
  String cure() {
    return cure;
  }
}
