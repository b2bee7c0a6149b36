package org.ichido.simulators;

/**
 * A customer's account, as a fee record names it.
 *
 * @param branch three digits
 * @param type 1 ordinary, 2 current, 4 savings
 * @param number seven digits
 */
public record Account(String branch, String type, String number) {}
