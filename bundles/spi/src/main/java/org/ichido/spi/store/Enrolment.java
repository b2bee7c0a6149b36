package org.ichido.spi.store;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.Device;

/**
 * What is known of how a soft token came to its user. Holds the mail address, which is personal, so
 * it prints the pair's service id alone.
 *
 * @param pair what the customer types into the app; unique in the store
 * @param mail the address that the mail went to
 * @param mailState how that mail stands
 * @param password the HMAC of the activation password; empty as soon as it is used or dead (S1-7)
 * @param tries wrong activations so far
 * @param deadline the first instant at which it is too late to confirm
 * @param consent the customer's agreement, from the activation on
 * @param device what the app runs on, from the activation on
 * @param displayName the customer's addition to the token's name; empty for the default
 * @param confirmed when it became ACTIVE
 */
public record Enrolment(
    ActivationPair pair,
    String mail,
    MailState mailState,
    Optional<String> password,
    int tries,
    Instant deadline,
    Optional<Consent> consent,
    Optional<Device> device,
    String displayName,
    Optional<Instant> confirmed) {
  /**
   * @param state how the mail stands now
   * @return a copy with that state
   */
  public Enrolment withMailState(MailState state) {
    return new Enrolment(
        pair, mail, state, password, tries, deadline, consent, device, displayName, confirmed);
  }

  /**
   * @return a copy with one wrong activation more
   */
  public Enrolment failed() {
    return new Enrolment(
        pair,
        mail,
        mailState,
        password,
        tries + 1,
        deadline,
        consent,
        device,
        displayName,
        confirmed);
  }

  /**
   * @return a copy that no activation password opens any more
   */
  public Enrolment withoutPassword() {
    return new Enrolment(
        pair,
        mail,
        mailState,
        Optional.empty(),
        tries,
        deadline,
        consent,
        device,
        displayName,
        confirmed);
  }

  /**
   * @param agreed the customer's agreement
   * @param on what the app runs on
   * @param name the addition to the token's name
   * @return a copy that is activated, its password gone
   */
  public Enrolment activated(Consent agreed, Device on, String name) {
    return new Enrolment(
        pair,
        mail,
        mailState,
        Optional.empty(),
        tries,
        deadline,
        Optional.of(agreed),
        Optional.of(on),
        name,
        confirmed);
  }

  /**
   * @param at when
   * @return a copy that is confirmed
   */
  public Enrolment confirmedAt(Instant at) {
    return new Enrolment(
        pair,
        mail,
        mailState,
        password,
        tries,
        deadline,
        consent,
        device,
        displayName,
        Optional.of(at));
  }

  /**
   * @param name the addition to the token's name
   * @return a copy with that name
   */
  public Enrolment renamed(String name) {
    return new Enrolment(
        pair, mail, mailState, password, tries, deadline, consent, device, name, confirmed);
  }

  @Override
  public String toString() {
    return "Enrolment(" + pair.serviceId() + ")";
  }
}
