package org.ichido.spi.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.BankId;

/**
 * The business day that core banking told last.
 *
 * @param bank the tenant
 * @param date the business date
 * @param opened when it was opened
 * @param closed when it was closed
 */
public record BusinessDay(BankId bank, LocalDate date, Instant opened, Optional<Instant> closed) {}
