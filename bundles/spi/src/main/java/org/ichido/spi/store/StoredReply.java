package org.ichido.spi.store;

import java.util.Arrays;

/**
 * A reply as it was formed, once, inside the transaction that decided. Sent again byte for byte,
 * also by a newer version of the transport. Immutable.
 */
public final class StoredReply {
  private final byte[] bytes;
  private final int ccsid;
  private final int format;

  /**
   * @param bytes the reply
   * @param ccsid the coded character set of the bytes; 0 if they are not text
   * @param format the version of whoever formed the bytes and will read or send them again
   */
  public StoredReply(byte[] bytes, int ccsid, int format) {
    this.bytes = bytes.clone();
    this.ccsid = ccsid;
    this.format = format;
  }

  /**
   * @return a copy of the reply
   */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * @return the coded character set of the bytes; 0 if they are not text
   */
  public int ccsid() {
    return ccsid;
  }

  /**
   * @return the version of whoever formed the bytes
   */
  public int format() {
    return format;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredReply reply
        && ccsid == reply.ccsid
        && format == reply.format
        && Arrays.equals(bytes, reply.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * ccsid + format) + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "StoredReply(%d bytes, CCSID %d, format %d)".formatted(bytes.length, ccsid, format);
  }
}
