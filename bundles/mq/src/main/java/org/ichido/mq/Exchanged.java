package org.ichido.mq;

import java.util.Optional;
import org.ichido.mq.record.Disposition;

/**
 * What became of a request within a session's transaction.
 *
 * @param fate the outcome
 * @param answer what was answered, if anything was
 */
record Exchanged(Fate fate, Optional<Disposition.Answer> answer) {
  /** The outcome. */
  enum Fate {
    /** Its reply goes out with the commit. */
    ANSWERED,
    /** Its reply could not be delivered and is kept. */
    PARKED,
    /** It, or its reply, came too late. */
    DROPPED,
    /** It was itself an answer to us. */
    TAKEN
  }
}
