package org.ichido.simulators;

/**
 * What core banking counts at the end of a day, for the comparison of the books.
 *
 * @param debits how many
 * @param debitYen their sum
 * @param refunds how many
 * @param refundYen their sum
 */
public record DayBooks(int debits, long debitYen, int refunds, long refundYen) {}
