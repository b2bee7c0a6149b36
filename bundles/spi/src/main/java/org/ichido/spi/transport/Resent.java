package org.ichido.spi.transport;

import java.time.Instant;

/**
 * What becomes of the events in a range of numbers. Those that are forgotten are in neither count.
 *
 * @param at when it was decided
 * @param again how many are sent once more
 * @param waiting how many were not sent yet, and come anyway
 */
public record Resent(Instant at, int again, int waiting) {}
