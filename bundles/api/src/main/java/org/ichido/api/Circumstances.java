package org.ichido.api;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.contract.DeviceClass;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;

/**
 * What stands behind a user's token, for operators. What belongs to a token is that of the
 * description's token.
 *
 * @param method the contract's method today; NONE once it is closed; empty if core banking told
 *     nothing of the contract
 * @param role what the user may do; empty if core banking told nothing of the user, or removed him
 * @param coolDown until when the user cannot have another token, if that lies ahead
 * @param suspended since when the bank has stopped the token, if it has
 * @param suspendedFor the bank's reason code for that, or empty text
 * @param mail how the mail with the activation pair stands, if there was one
 * @param deviceClass what the token is on, if it is activated
 * @param deadline the first instant at which it is too late to confirm, while that lies ahead
 */
public record Circumstances(
    Optional<Method> method,
    Optional<Role> role,
    Optional<Instant> coolDown,
    Optional<Instant> suspended,
    String suspendedFor,
    Optional<MailDelivery> mail,
    Optional<DeviceClass> deviceClass,
    Optional<Instant> deadline) {
  /** Of somebody of whom nothing is known. */
  public static final Circumstances UNKNOWN =
      new Circumstances(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
