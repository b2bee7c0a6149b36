package org.ichido.spi;

import java.util.List;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows which moving factors give a code, and nothing else: no clock, no window, no state. It
 * proposes; core alone disposes, so that no algorithm can accept a code twice or widen a window.
 *
 * <p>A service is found by {@link #name()}; of several with one name the highest ranking counts. It
 * takes no configuration. Core examines each when it comes: {@code totp} by all vectors of RFC 6238
 * appendix B, and whatever its name by this contract; one that fails is never asked by requests.
 * Implementations are thread-safe and keep neither seed nor code.
 */
@ConsumerType
public interface OtpAlgorithm {
  /**
   * @return the plain name by which profiles call it, such as {@code totp}: 1 to 32 lower-case
   *     letters, digits and hyphens, a letter first; never changes
   */
  String name();

  /**
   * Checks that it can compute with these parameters. Called when a profile is read.
   *
   * @param parameters what a profile asks for
   * @throws InvalidSetting if it cannot; the key is that of the profile, such as {@code otp.digits}
   */
  void check(OtpParameters parameters) throws InvalidSetting;

  /**
   * Finds the factors that give a code. Takes the same time for every code: all factors are
   * computed, comparisons are constant-time.
   *
   * @param seed the token's secret; stays open, the caller closes it
   * @param parameters how the device computes
   * @param code what was presented; a code of another length than the parameters' matches nothing
   * @param range the factors to try
   * @return those that match, ascending; usually none or one
   */
  List<Long> matching(Seed seed, OtpParameters parameters, OneTimeCode code, FactorRange range);
}
