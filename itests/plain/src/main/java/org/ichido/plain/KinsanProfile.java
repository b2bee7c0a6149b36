package org.ichido.plain;

import java.util.Map;

/** The profile of Kinsan as it is shipped. */
public final class KinsanProfile {
  /** Its configuration's PID. */
  public static final String PID = "org.ichido.bank~kinsan";

  private KinsanProfile() {}

  /**
   * @return a copy of all keys and values, to be changed at will
   */
  public static Map<String, String> values() {
    return ShippedProfile.values("kinsan");
  }
}
