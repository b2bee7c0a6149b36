package org.ichido.plain.laws;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.ichido.plain.KinsanProfile;

/** What of Kinsan's profile changes while codes are judged. */
record ModelRules(int threshold, Duration greatestAge, boolean operatorsUnlock) {
  static final ModelRules SHIPPED = new ModelRules(5, Duration.ofSeconds(120), true);

  Map<String, String> asProfile() {
    Map<String, String> values = new TreeMap<>(KinsanProfile.values());
    values.put("lockout.consecutive-failures.failures", Integer.toString(threshold));
    values.put("otp.greatest-age", greatestAge.toSeconds() + " s");
    values.put("unlock.by", operatorsUnlock ? "operator" : "nobody");
    // What one operator asks is done at once: the model knows no approvals.
    values.put("approval.resume", "none");
    return values;
  }
}
