package org.ichido.mq.record;

import java.util.Optional;
import org.ichido.api.RequestKey;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.transport.Subject;

/** What is to become of a message that was received. */
public sealed interface Disposition {
  /**
   * Send this reply and acknowledge the request. If it was judged, the judgement is durable.
   *
   * @param reply the bytes, and their CCSID
   * @param key the request's identity, if the record said one
   * @param subject whom it is about, if the record said so
   */
  record Answer(StoredReply reply, Optional<RequestKey> key, Optional<Subject> subject)
      implements Disposition {}

  /**
   * Nobody can be answered: move the message to the backout queue, unverified.
   *
   * @param reason the reason code, such as {@code NOT_A_RECORD}
   */
  record Unanswerable(String reason) implements Disposition {}

  /**
   * Acknowledge the request without an answer; the audit has it.
   *
   * @param reason why, such as {@code REQUEST_EXPIRED}
   */
  record Dropped(String reason) implements Disposition {}

  /**
   * Acknowledge an answer of core banking, which is not answered itself. What it said is durable.
   *
   * @param later the code with which core banking says that it cannot say now; empty if it said
   */
  record Taken(Optional<String> later) implements Disposition {}
}
