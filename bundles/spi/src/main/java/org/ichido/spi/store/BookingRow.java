package org.ichido.spi.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.order.NotBooked;
import org.ichido.api.order.OrderNumber;

/**
 * What a reply of core banking said of a debit or a refund. One that says the same again is no row
 * of its own, so two rows about one order are a difference in the books. Another amount of a
 * booking is something else; of what was not booked the amount says nothing.
 *
 * @param bank the tenant
 * @param order the order
 * @param refund whether it is about the refund; otherwise about the debit
 * @param businessDate under which business date core banking was asked
 * @param booking core banking's number of the booking; empty if it was not booked
 * @param notBooked why it was not booked; empty if it was
 * @param yen how much
 * @param at when that was first said
 */
public record BookingRow(
    BankId bank,
    OrderNumber order,
    boolean refund,
    LocalDate businessDate,
    Optional<String> booking,
    Optional<NotBooked> notBooked,
    int yen,
    Instant at) {}
