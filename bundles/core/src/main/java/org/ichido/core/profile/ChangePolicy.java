package org.ichido.core.profile;

import java.time.Duration;
import java.util.Optional;
import org.ichido.spi.store.ApprovalRow;

/**
 * What a bank says about changes of a token that is in use, and about its end.
 *
 * @param unlock who lifts a lock (S0-37, S4-38)
 * @param unlockNeedsCode whether a user who unlocks needs an own code (S0-18)
 * @param revoke who revokes; a user always needs an own code for it (S0-18, S0-23, S4-10)
 * @param coolDown how long after a revocation no token is issued (S0-26)
 * @param approvals for which of an operator's acts four eyes are demanded
 * @param renewal when the expiry can be moved
 * @param drift how far a token's clock may be off
 * @param helpDesk when the help desk is open, if the bank wants acts at other times marked
 */
public record ChangePolicy(
    Authority unlock,
    boolean unlockNeedsCode,
    Authority revoke,
    Duration coolDown,
    ApprovalPolicy approvals,
    RenewalPolicy renewal,
    DriftPolicy drift,
    Optional<HelpDesk> helpDesk) {
  /**
   * @param act an act
   * @return who may do it; suspensions and releases are the bank's alone (S3-18, S2-21)
   */
  public Authority authority(ApprovalRow.Act act) {
    return switch (act) {
      case UNLOCK -> unlock;
      case REVOKE -> revoke;
      case SUSPEND, RESUME, RELEASE_DOWNLOADS -> Authority.OPERATORS;
    };
  }
}
