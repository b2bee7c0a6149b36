package org.ichido.spi.store;

import java.time.LocalDate;
import org.ichido.api.BankId;

/**
 * What the header of a request record said of itself, and the response code that it got: by these a
 * result is asked for, and the totals of a day are counted.
 *
 * @param bank the tenant
 * @param source the system that sent it, as its header names it
 * @param businessDate the business date in its header
 * @param serialNumber its number among the records of that source and business date
 * @param branch the branch in its header; may be empty
 * @param recordType what kind of record it was
 * @param responseCode what was answered
 */
public record RecordMark(
    BankId bank,
    String source,
    LocalDate businessDate,
    long serialNumber,
    String branch,
    String recordType,
    String responseCode) {}
