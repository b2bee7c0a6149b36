package org.ichido.core.work;

import java.util.Optional;
import java.util.Set;
import org.ichido.spi.store.StoredReply;

/**
 * What came of a request that is handled once.
 *
 * @param reply the reply, new or remembered; empty if the id was used before with other content
 * @param written what was put into the outbox on the way
 */
public record Answer(Optional<StoredReply> reply, Set<Written> written) {
  /** Copies the set. */
  public Answer {
    written = Set.copyOf(written);
  }
}
