package org.ichido.simulators;

import java.time.LocalDate;

/**
 * What core banking is asked.
 *
 * @param inquiry whether it is asked what became of it, and not to do it
 * @param subject debit or refund
 * @param order the number of the order
 * @param account whose money
 * @param yen how much, tax included
 * @param businessDate the day of the request
 */
public record Asked(
    boolean inquiry,
    Subject subject,
    int order,
    Account account,
    long yen,
    LocalDate businessDate) {}
