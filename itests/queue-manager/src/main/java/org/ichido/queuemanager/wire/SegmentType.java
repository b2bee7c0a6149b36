package org.ichido.queuemanager.wire;

import java.util.Arrays;

/** What a segment carries. */
public enum SegmentType {
  INITIAL_DATA(0x01),
  STATUS(0x05),
  USER_ID(0x08),
  HEARTBEAT(0x09),
  CREDENTIALS(0x0A),
  SOCKET_ACTION(0x0C),
  ASYNC_MESSAGE(0x0D),
  REQUEST_MESSAGES(0x0E),
  NOTIFICATION(0x0F),
  CONNECT(0x81),
  DISCONNECT(0x82),
  OPEN(0x83),
  CLOSE(0x84),
  GET(0x85),
  PUT(0x86),
  PUT1(0x87),
  SET(0x88),
  INQUIRE(0x89),
  COMMIT(0x8A),
  BACK_OUT(0x8B),
  SPI(0x8C),
  STATISTICS(0x8D),
  CONNECT_REPLY(0x91),
  DISCONNECT_REPLY(0x92),
  OPEN_REPLY(0x93),
  CLOSE_REPLY(0x94),
  GET_REPLY(0x95),
  PUT_REPLY(0x96),
  PUT1_REPLY(0x97),
  SET_REPLY(0x98),
  INQUIRE_REPLY(0x99),
  COMMIT_REPLY(0x9A),
  BACK_OUT_REPLY(0x9B),
  SPI_REPLY(0x9C),
  STATISTICS_REPLY(0x9D);

  private final int code;

  SegmentType(int code) {
    this.code = code;
  }

  /**
   * @param code as on the wire
   * @return its type
   * @throws MalformedException if the queue manager does not know it
   */
  static SegmentType of(int code) throws MalformedException {
    return Arrays.stream(values())
        .filter(type -> type.code == code)
        .findFirst()
        .orElseThrow(
            () -> new MalformedException("unknown segment type " + Integer.toHexString(code)));
  }

  /**
   * @return as on the wire
   */
  int code() {
    return code;
  }

  /**
   * @return whether it is a call, which has an API header and is answered
   */
  public boolean isCall() {
    return code >= 0x81 && code <= 0x8D;
  }

  /**
   * @return the type of the answer to this call
   */
  SegmentType reply() {
    if (!isCall()) {
      throw new IllegalStateException(this + " has no reply");
    }
    return Arrays.stream(values())
        .filter(type -> type.code == code + 0x10)
        .findFirst()
        .orElseThrow();
  }
}
