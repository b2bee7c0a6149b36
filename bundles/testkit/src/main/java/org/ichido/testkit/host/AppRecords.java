package org.ichido.testkit.host;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.ichido.testkit.token.AppActivation;
import org.ichido.testkit.token.Phone;
import org.ichido.testkit.token.TokenApp;

/**
 * What the server of the token app asks, and how it reads the answer. Thread-safe.
 *
 * @param host who makes them
 * @param ids their names
 */
public record AppRecords(BankHost host, RequestIds ids) {
  /**
   * @param activation what the customer typed, and the app's key
   * @param phone on which the app is
   * @param terms the version of the terms that the customer agreed to; blank if not
   * @return asks for the seed; no name is added
   */
  public HostRecord activate(AppActivation activation, Phone phone, String terms) {
    return pair(RecordType.ACTIVATE, activation.serviceId(), activation.userId())
        .move("ICH-PASSWORD", activation.password())
        .move("ICH-APP-KEY", activation.appKey())
        .move("ICH-DEVICE", phone.device())
        .move("ICH-DEVICE-CLASS", phone.deviceClass())
        .move("ICH-TERMS", terms);
  }

  /**
   * @param activation what was asked with
   * @param reply an ICHATR that says ACCEPTED
   * @return the token that came with it
   */
  public TokenApp token(AppActivation activation, HostRecord reply) {
    return activation.token(
        reply.get("ICH-SEED"),
        reply.get("ICH-HASH"),
        (int) reply.number("ICH-DIGITS"),
        (int) reply.number("ICH-PERIOD"));
  }

  /**
   * @param serviceId the first of the pair that was typed into the app
   * @param userId the second
   * @param code the current code
   * @return asks for a later expiry
   */
  public HostRecord renew(String serviceId, String userId, String code) {
    return pair(RecordType.RENEW, serviceId, userId).move("ICH-CODE", code);
  }

  /**
   * @param serviceId the first of the pair that was typed into the app
   * @param userId the second
   * @param addition what stands behind the token's name from now on, in any characters
   * @return asks for that
   */
  public HostRecord rename(String serviceId, String userId, String addition) {
    return pair(RecordType.RENAME, serviceId, userId).move("ICH-NAME", name(addition));
  }

  /**
   * @param text any characters
   * @return what ICH-NAME holds for them
   */
  public static String name(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param reply an ICHATR
   * @return the token's name
   */
  public static String nameIn(HostRecord reply) {
    return new String(Base64.getDecoder().decode(reply.get("ICH-NAME")), StandardCharsets.UTF_8);
  }

  private HostRecord pair(RecordType type, String serviceId, String userId) {
    return ids.request(host, type)
        .move("ICH-SERVICE-ID", serviceId)
        .move("ICH-ACTIVATION-USER-ID", userId);
  }
}
