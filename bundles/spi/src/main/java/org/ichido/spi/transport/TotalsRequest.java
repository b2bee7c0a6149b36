package org.ichido.spi.transport;

import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.RequestKey;

/**
 * How many requests of a business date were answered, and how?
 *
 * @param key the request's identity
 * @param bank the tenant
 * @param date the business date in their headers
 * @param branch only those of that branch, as their headers name it
 * @param recordType only those of that type, as their headers name it
 */
public record TotalsRequest(
    RequestKey key,
    BankId bank,
    LocalDate date,
    Optional<String> branch,
    Optional<String> recordType) {}
