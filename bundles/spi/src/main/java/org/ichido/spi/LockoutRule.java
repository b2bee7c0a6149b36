package org.ichido.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of lockout. A profile names the rules it wants and gives each its parameters; of several
 * rules the lock that holds longest wins.
 *
 * <p>A service is found by {@link #name()}; of several with one name the highest ranking counts. It
 * has no configuration of its own. One that does not keep its contract under the parameters of a
 * profile is passed over for the next in ranking. Implementations are thread-safe and keep no
 * state: what they need to know of a token is in {@link Failures}.
 */
@ConsumerType
public interface LockoutRule {
  /**
   * @return the plain name by which profiles call it, such as {@code consecutive-failures}: 1 to 32
   *     lower-case letters, digits and hyphens, a letter first; never changes
   */
  String name();

  /**
   * Takes the parameters of one profile. Reads every key it knows; a key that stays unread makes
   * the profile invalid.
   *
   * @param settings the section {@code lockout.<name>.} of the profile
   * @return the rule with these parameters
   * @throws InvalidSetting if a parameter is missing or out of range
   */
  Lockout configured(Settings settings) throws InvalidSetting;
}
