package org.ichido.core.enrolment;

import java.time.Duration;
import java.util.Optional;
import org.ichido.api.act.Reason;
import org.ichido.core.life.TokenLife;
import org.ichido.core.profile.ContractPolicy;

/**
 * What a bank's profile says about how soft tokens come to users.
 *
 * @param serviceId the first half of every activation pair (S1-11)
 * @param within how much time there is from the issue to the confirmation
 * @param activationTries how many wrong activations cancel an issue (S1-13)
 * @param mail which addresses are taken
 * @param name how tokens are called
 * @param terms the version of the terms that customers agree to (S1-20)
 * @param devices what phones may have
 * @param downloads how many seeds a user gets without a release by the branch; empty for no limit
 *     (S2-19)
 * @param selfService whether a contract that has no method yet may enrol (S2-11)
 * @param replaces whether a re-issue revokes a token that is in use (S2-17); otherwise that is to
 *     be revoked first (S0-20)
 * @param contracts which contracts the bank gives no one-time passwords any more (S0-1)
 * @param clockHint how many steps around the window are looked through for the code of a phone
 *     whose clock is wrong (S1-17)
 * @param life how long a soft token lives
 */
public record EnrolmentPolicy(
    String serviceId,
    Duration within,
    int activationTries,
    MailForm mail,
    DisplayName name,
    String terms,
    DeviceRules devices,
    Optional<Integer> downloads,
    boolean selfService,
    boolean replaces,
    ContractPolicy contracts,
    int clockHint,
    TokenLife life) {
  /**
   * @param seeds how many were delivered to a user since the last release
   * @return DOWNLOAD_LIMIT if the user gets no other without one (S2-19)
   */
  public Optional<Reason> usedUp(int seeds) {
    return downloads.filter(most -> seeds >= most).map(most -> Reason.DOWNLOAD_LIMIT);
  }
}
