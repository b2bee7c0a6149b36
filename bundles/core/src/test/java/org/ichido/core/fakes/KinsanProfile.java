package org.ichido.core.fakes;

import java.util.Map;

/** The profile that is shipped, read from where it is shipped, with an algorithm for tests. */
public final class KinsanProfile {
  private KinsanProfile() {}

  public static Map<String, String> values() {
    return with("otp.algorithm", FactorAsCode.NAME);
  }

  public static Map<String, String> with(String key, String value) {
    Map<String, String> values = ShippedProfile.values("kinsan");
    values.put("otp.algorithm", FactorAsCode.NAME);
    values.put(key, value);
    return values;
  }

  public static Map<String, String> without(String key) {
    Map<String, String> values = values();
    values.remove(key);
    return values;
  }
}
