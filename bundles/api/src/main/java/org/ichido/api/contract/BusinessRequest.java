package org.ichido.api.contract;

import java.time.LocalDate;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.RequestKey;

/**
 * Core banking opens or closes the business of a day. Codes are verified whether business is open
 * or not; what is counted and debited goes by the day.
 *
 * @param key the request's identity
 * @param bank the tenant
 * @param step what is told
 * @param date the business date
 * @param actor the system that tells it
 */
public record BusinessRequest(
    RequestKey key, BankId bank, Step step, LocalDate date, Actor.CoreBanking actor) {
  /** What is told. */
  public enum Step {
    /** The day begins. */
    OPEN,
    /** The day is over. */
    CLOSE
  }
}
