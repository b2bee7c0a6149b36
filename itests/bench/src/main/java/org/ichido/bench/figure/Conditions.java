package org.ichido.bench.figure;

/**
 * Where and when.
 *
 * @param at the day
 * @param machine cores, processor and file system
 * @param java the virtual machine
 * @param rounds how many counted
 * @param minutes how long all of it took
 */
public record Conditions(String at, String machine, String java, int rounds, double minutes) {}
