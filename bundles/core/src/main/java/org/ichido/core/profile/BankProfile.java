package org.ichido.core.profile;

import java.util.Map;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.OtpParameters;
import org.ichido.core.enrolment.EnrolmentPolicy;
import org.ichido.core.requirement.OperationTable;
import org.ichido.core.verify.Rules;
import org.ichido.spi.OtpAlgorithm;
import org.ichido.spi.transport.BankMessaging;

/**
 * A valid profile with everything it names resolved: the snapshot under which a request is handled
 * from beginning to end. Immutable; a change makes a new one for later requests.
 *
 * @param bank the tenant
 * @param file where it stands, for people
 * @param otp how new tokens compute
 * @param rules what holds for codes
 * @param algorithms every installed algorithm by its plain name: a token keeps the one it has
 * @param changes who changes and ends tokens, when and how
 * @param operations when a code is needed
 * @param contracts what holds for contracts
 * @param notices what mails to customers say
 * @param enrolment how soft tokens come to users
 * @param hardTokens how hard tokens come to customers; empty if the bank gives none
 * @param messaging what transports need
 */
public record BankProfile(
    BankId bank,
    String file,
    OtpParameters otp,
    Rules rules,
    Map<String, OtpAlgorithm> algorithms,
    ChangePolicy changes,
    OperationTable operations,
    ContractPolicy contracts,
    NoticePolicy notices,
    EnrolmentPolicy enrolment,
    Optional<HardTokenPolicy> hardTokens,
    BankMessaging messaging) {
  /** Copies the map. */
  public BankProfile {
    algorithms = Map.copyOf(algorithms);
  }
}
