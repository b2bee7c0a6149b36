package org.ichido.core.change;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.act.Device;
import org.ichido.core.profile.BankProfile;
import org.ichido.core.profile.RenewalPolicy;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.TokenRow;

/** When a token's expiry can be moved. Pure. */
public final class RenewalWindow {
  private RenewalWindow() {}

  /**
   * @param token a token
   * @param profile the bank's profile
   * @param now the present time
   * @return from when on the token can be renewed; empty if never: its device is of a class that is
   *     retired (S0-11), it does not expire, or it has and the bank renews none of those
   */
  public static Optional<Instant> opens(TokenRow token, BankProfile profile, Instant now) {
    boolean retired =
        token
            .enrolment()
            .flatMap(Enrolment::device)
            .map(Device::deviceClass)
            .filter(profile.enrolment().devices().retired()::contains)
            .isPresent();
    RenewalPolicy policy = profile.changes().renewal();
    return token
        .expires()
        .filter(expires -> !retired && (now.isBefore(expires) || policy.afterExpiry()))
        .map(policy::opensAt);
  }
}
