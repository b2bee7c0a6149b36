package org.ichido.spi.store;

/**
 * How many requests of a business date got the same answer.
 *
 * @param branch the branch in their headers; may be empty
 * @param recordType what kind of record they were
 * @param responseCode what was answered
 * @param count how many, at least 1
 */
public record Total(String branch, String recordType, String responseCode, long count) {}
