package org.ichido.core.enrolment;

import java.util.Map;
import java.util.Set;
import org.ichido.api.contract.DeviceClass;

/**
 * What a bank lets phones have.
 *
 * @param mostTokens how many tokens of the bank a phone of a class may show (S4-3, S1-27)
 * @param retired the classes that get no new tokens (S0-10)
 */
public record DeviceRules(Map<DeviceClass, Integer> mostTokens, Set<DeviceClass> retired) {
  /** Copies the collections. */
  public DeviceRules {
    mostTokens = Map.copyOf(mostTokens);
    retired = Set.copyOf(retired);
  }

  /**
   * @param deviceClass what a phone is
   * @param shown how many tokens of the bank it shows
   * @return whether it shows as many as it may
   */
  public boolean full(DeviceClass deviceClass, int shown) {
    return shown >= mostTokens.getOrDefault(deviceClass, 0);
  }
}
