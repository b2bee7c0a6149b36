package org.ichido.api.act;

import java.util.regex.Pattern;

/**
 * What the customer types into the app beside the activation password (S1-11, S1-13). The service
 * id is the bank's, so tokens of several banks on one phone never collide (S0-32).
 *
 * @param serviceId 1 to 8 capital letters and digits
 * @param userId 8 to 16 digits, drawn at random at each issue; no login
 */
public record ActivationPair(String serviceId, String userId) {
  private static final Pattern SERVICE = Pattern.compile("[0-9A-Z]{1,8}");
  private static final Pattern USER = Pattern.compile("[0-9]{8,16}");

  /**
   * @throws IllegalArgumentException if one of the two has another form
   */
  public ActivationPair {
    if (!SERVICE.matcher(serviceId).matches()) {
      throw new IllegalArgumentException(
          "activation service id: 1 to 8 capital letters and digits");
    }
    if (!USER.matcher(userId).matches()) {
      throw new IllegalArgumentException("activation user id: 8 to 16 digits");
    }
  }
}
