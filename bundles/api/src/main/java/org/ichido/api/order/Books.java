package org.ichido.api.order;

/**
 * What was booked for hard tokens under one business date.
 *
 * @param debits how many debits
 * @param debitYen their sum
 * @param refunds how many refunds
 * @param refundYen their sum
 */
public record Books(long debits, long debitYen, long refunds, long refundYen) {}
