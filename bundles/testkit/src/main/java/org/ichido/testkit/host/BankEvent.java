package org.ichido.testkit.host;

import java.time.Instant;

/**
 * What core banking was told.
 *
 * @param number the stable id; one that comes again has the same
 * @param type such as {@code CONFIRMED}
 * @param at when it happened
 * @param contract whose contract
 * @param user whose token; blank if it is about the contract alone
 * @param token the token's id; blank without one
 * @param tokenSequence its place among the events of its token, from 1; 0 without one
 * @param contractSequence its place among the events of its contract, from 1
 * @param detail more, or blank
 */
public record BankEvent(
    long number,
    String type,
    Instant at,
    String contract,
    String user,
    String token,
    long tokenSequence,
    long contractSequence,
    String detail) {
  /**
   * @param record a record of type EVNT, body ICHEVT
   * @return what it says
   */
  public static BankEvent in(HostRecord record) {
    return new BankEvent(
        record.number("ICH-EVENT-NUMBER"),
        record.get("ICH-EVENT-TYPE"),
        record.time("ICH-EVENT-AT").orElseThrow(),
        record.get("ICH-CONTRACT"),
        record.get("ICH-USER"),
        record.get("ICH-TOKEN-ID"),
        record.number("ICH-TOKEN-SEQUENCE"),
        record.number("ICH-CONTRACT-SEQUENCE"),
        record.get("ICH-EVENT-DETAIL"));
  }
}
