package org.ichido.mq.record;

import org.ichido.api.NoAnswer;

/** Turns a request record into a reply record, once. Thread-safe. */
@FunctionalInterface
public interface RecordExchange {
  /**
   * @param incoming the message
   * @return what is to become of it; for every message, however broken
   * @throws NoAnswer if nothing could be decided: roll back, the message comes again
   */
  Disposition exchange(Incoming incoming);
}
