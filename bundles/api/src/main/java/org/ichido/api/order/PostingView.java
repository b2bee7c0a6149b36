package org.ichido.api.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a debit or a refund stands.
 *
 * @param state where it stands
 * @param businessDate under which business date core banking was asked
 * @param firstSent when it was first sent
 * @param inquiries how often it was asked what became of it
 * @param booking core banking's number of the booking
 * @param notBooked why it was not booked
 */
public record PostingView(
    PostingState state,
    Optional<LocalDate> businessDate,
    Optional<Instant> firstSent,
    int inquiries,
    Optional<String> booking,
    Optional<NotBooked> notBooked) {}
