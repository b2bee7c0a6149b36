package org.ichido.api.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.act.Outcome;

/**
 * What became of opening or closing a business day.
 *
 * @param outcome DONE, or why not
 * @param date the business date that holds now; empty before the first
 * @param opened when it was opened
 * @param closed when it was closed
 */
public record BusinessOutcome(
    Outcome outcome,
    Optional<LocalDate> date,
    Optional<Instant> opened,
    Optional<Instant> closed) {}
