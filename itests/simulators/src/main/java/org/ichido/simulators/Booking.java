package org.ichido.simulators;

import java.time.LocalDate;

/**
 * A line of core banking's books.
 *
 * @param number its number, at most 16 characters
 * @param subject whether money was taken or given back
 * @param order the number of the order that it is for
 * @param account whose money
 * @param yen how much, tax included
 * @param businessDate the day on which it counts
 */
public record Booking(
    String number, Subject subject, int order, Account account, long yen, LocalDate businessDate) {}
