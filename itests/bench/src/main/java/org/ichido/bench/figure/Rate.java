package org.ichido.bench.figure;

import java.util.Optional;

/**
 * What one contender did in its rounds; no goal, because machines differ.
 *
 * @param goal for which goal it ran
 * @param contender who
 * @param perSecond operations a second
 * @param cpuMillis CPU milliseconds an operation
 * @param median the 50th percentile of an operation's milliseconds, if each was timed
 * @param tail the 99th
 * @param load the machine's load average at the end of each round
 */
public record Rate(
    String goal,
    String contender,
    Spread perSecond,
    Spread cpuMillis,
    Optional<Spread> median,
    Optional<Spread> tail,
    Spread load) {}
