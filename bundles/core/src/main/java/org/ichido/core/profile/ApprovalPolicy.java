package org.ichido.core.profile;

import java.time.Duration;
import java.util.Map;
import org.ichido.spi.store.ApprovalRow;

/**
 * What a bank says about four eyes.
 *
 * @param demanded for each act, what is demanded
 * @param within how long an act waits for its approval
 */
public record ApprovalPolicy(Map<ApprovalRow.Act, FourEyes> demanded, Duration within) {
  /** Copies the map. */
  public ApprovalPolicy {
    demanded = Map.copyOf(demanded);
  }

  /**
   * @param act an act
   * @return what is demanded for it
   */
  public FourEyes of(ApprovalRow.Act act) {
    return demanded.getOrDefault(act, FourEyes.ASKED);
  }
}
