package org.ichido.api.helpdesk;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.contract.DeviceClass;

/**
 * How a soft token came to its user, or how far it has come. Neither address nor activation pair:
 * the one is personal, with the other one could go on.
 *
 * @param mail how the mail stands (S0-27, S4-8)
 * @param tries wrong activations so far
 * @param mostTries how many cancel the issue (S1-13)
 * @param deadline the first instant at which it is too late to confirm
 * @param device what the app runs on, from the activation on
 * @param confirmed when the token came into use
 */
public record EnrolmentView(
    Mail mail,
    int tries,
    int mostTries,
    Instant deadline,
    Optional<DeviceClass> device,
    Optional<Instant> confirmed) {
  /** How a mail stands. */
  public enum Mail {
    /** On its way to the mail server. */
    WAITING,
    /** The mail server took it over. */
    SENT,
    /** It cannot be delivered. */
    FAILED
  }
}
