package org.ichido.core.profile;

import java.time.Instant;
import org.ichido.core.system.JapaneseTime;

/**
 * When a bank lets the expiry of soft tokens be moved. E, the expiry as the customer reads it, is a
 * day in Japan, and the token is valid to its last instant; stored is the instant after.
 *
 * @param opens how many days before E renewal opens, at 00:00 in Japan (S2-24, S3-20)
 * @param afterExpiry whether an expired token can still be renewed (S3-21)
 */
public record RenewalPolicy(int opens, boolean afterExpiry) {
  /**
   * @param expires the first instant at which codes are refused
   * @return the first instant at which the token can be renewed
   */
  public Instant opensAt(Instant expires) {
    return JapaneseTime.startOf(JapaneseTime.dayOf(expires.minusNanos(1)).minusDays(opens));
  }
}
