package org.ichido.spi.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.order.NotBooked;
import org.ichido.api.order.PostingState;

/**
 * A debit or a refund that core banking is asked for. It is asked under one business date and, if
 * it has to be said again, in the same words.
 *
 * @param state where it stands
 * @param businessDate under which business date core banking is asked; empty while it is QUEUED
 * @param firstSent when the request was given out to be sent and, once the queue had it, when that
 *     was; empty before
 * @param inquiries how many inquiries about it were sent
 * @param next when something is to be sent or noted next; empty if nothing is
 * @param booking core banking's number of the booking, if it is BOOKED by a reply
 * @param notBooked why it is NOT_BOOKED
 */
public record Posting(
    PostingState state,
    Optional<LocalDate> businessDate,
    Optional<Instant> firstSent,
    int inquiries,
    Optional<Instant> next,
    Optional<String> booking,
    Optional<NotBooked> notBooked) {
  /** One that waits until business opens. */
  public static final Posting QUEUED =
      new Posting(
          PostingState.QUEUED,
          Optional.empty(),
          Optional.empty(),
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * @param date the open business date
   * @param now when it is to be sent: at once
   * @return one that is asked for
   */
  public static Posting requested(LocalDate date, Instant now) {
    return new Posting(
        PostingState.REQUESTED,
        Optional.of(date),
        Optional.empty(),
        0,
        Optional.of(now),
        Optional.empty(),
        Optional.empty());
  }
}
