package org.ichido.spi.store;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.Holder;
import org.ichido.api.RequestKey;

/**
 * An act that waits for another operator. Settled once: a second approval finds nothing.
 *
 * @param asked the request that asked for it
 * @param holder whom it is about
 * @param act what is to be done
 * @param operator who asked
 * @param at when
 * @param until the first instant at which it is too late to approve
 * @param settled when it was approved
 * @param version counts the changes of the row, from 0
 */
public record ApprovalRow(
    RequestKey asked,
    Holder holder,
    Act act,
    Actor.Operator operator,
    Instant at,
    Instant until,
    Optional<Instant> settled,
    long version) {
  /** What may wait. */
  public enum Act {
    /** Lift a lock. */
    UNLOCK,
    /** Revoke a token. */
    REVOKE,
    /** Suspend a token. */
    SUSPEND,
    /** Lift a suspension. */
    RESUME,
    /** Set the count of deliveries to 0. */
    RELEASE_DOWNLOADS
  }

  /**
   * @param when now
   * @return a copy that is settled
   */
  public ApprovalRow settledAt(Instant when) {
    return new ApprovalRow(asked, holder, act, operator, at, until, Optional.of(when), version);
  }
}
