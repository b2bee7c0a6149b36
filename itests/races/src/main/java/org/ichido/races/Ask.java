package org.ichido.races;

import java.util.Optional;

/**
 * One request of a race.
 *
 * @param requestId its identity
 * @param racer about whose token
 * @param code the code that is presented; empty for an unlock by the branch
 */
public record Ask(String requestId, Racer racer, Optional<String> code) {}
