package org.ichido.api;

import java.time.Instant;
import java.util.Optional;

/**
 * How the memory of answers stands.
 *
 * @param answers how many are remembered
 * @param oldest when the oldest of them was given
 * @param kept what was answered before may be forgotten
 * @param forgotten how many were forgotten since the store was opened
 * @param lastPurge when forgetting was last begun since core was started
 */
public record InboxReport(
    long answers,
    Optional<Instant> oldest,
    Instant kept,
    long forgotten,
    Optional<Instant> lastPurge) {}
