package org.ichido.api.helpdesk;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.TokenDescription;

/**
 * What may be shown of a token, and why its codes may fail (S0-28).
 *
 * @param token state, failures, lock, expiry
 * @param suspension that the bank stopped it
 * @param driftSteps how many steps the device's clock was ahead of ours when that was last
 *     measured; negative if behind (S0-40)
 * @param enrolment how it came to its user; empty for a token that was registered with its seed
 */
public record TokenView(
    TokenDescription token,
    Optional<SuspensionView> suspension,
    int driftSteps,
    Optional<EnrolmentView> enrolment) {
  /**
   * A suspension.
   *
   * @param since when the bank stopped the token
   * @param reason the bank's reason code; may be empty
   */
  public record SuspensionView(Instant since, String reason) {}
}
