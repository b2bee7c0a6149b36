package org.ichido.spi.transport;

import java.util.Optional;
import org.ichido.spi.store.RecordMark;
import org.ichido.spi.store.StoredReply;

/**
 * A reply as it was formed inside the transaction.
 *
 * @param reply the bytes
 * @param mark by what the request can be found and counted, if it was a record
 */
public record Formed(StoredReply reply, Optional<RecordMark> mark) {
  /**
   * @param reply the bytes
   * @return the reply to a request that was no record
   */
  public static Formed unmarked(StoredReply reply) {
    return new Formed(reply, Optional.empty());
  }
}
