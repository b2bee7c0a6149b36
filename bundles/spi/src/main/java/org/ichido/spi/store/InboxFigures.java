package org.ichido.spi.store;

import java.time.Instant;
import java.util.Optional;

/**
 * How the memory of answers stands.
 *
 * @param answers how many are remembered; may miss what is written at this moment
 * @param oldest when the oldest of them was given
 * @param forgotten how many were forgotten since the store was opened
 */
public record InboxFigures(long answers, Optional<Instant> oldest, long forgotten) {}
