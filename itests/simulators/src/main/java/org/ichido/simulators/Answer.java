package org.ichido.simulators;

/**
 * What core banking says of one debit or refund.
 *
 * @param subject which of the two
 * @param order the number of the order
 * @param result what became of it
 * @param booking its number in the books; blank if it is not there
 * @param yen how much
 */
public record Answer(Subject subject, int order, Result result, String booking, long yen) {}
