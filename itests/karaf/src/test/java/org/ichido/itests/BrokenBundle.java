package org.ichido.itests;

import java.io.IOException;

/** A bundle that was built by mistake: to be installed beside the right one, or in its place. */
enum BrokenBundle {
  ALGORITHM("OneStepLate", "org.ichido.spi.OtpAlgorithm", "OTP algorithm totp", "fails RFC 6238"),
  RULE(
      "LocksTheFormerDay",
      "org.ichido.spi.LockoutRule",
      "lockout rule consecutive-failures",
      "its lock does not begin with the failure"),
  /** Registered, and nobody gets it: the former one serves. */
  COMPONENT("NeverThere", "org.ichido.spi.OtpAlgorithm", "bank kinsan:", "served");

  private static final String PACKAGE = "org.ichido.itests.broken.";

  private final String type;
  private final String service;
  private final String part;
  private final String why;

  BrokenBundle(String type, String service, String part, String why) {
    this.type = type;
    this.service = service;
    this.part = part;
    this.why = why;
  }

  /** What status says of it, if somebody else serves in its place. */
  String level() {
    return this == COMPONENT ? "OK" : "WARN";
  }

  /** What status names. */
  String part() {
    return part;
  }

  /** What status must say of it. */
  String why() {
    return why;
  }

  BuiltBundle beside() throws IOException {
    return broken(BuiltBundle.named(PACKAGE + type), 100);
  }

  /** The former one's name and version, and this in it. */
  BuiltBundle insteadOf(InstalledBundle former) throws IOException {
    return broken(former.copy(), 0);
  }

  private BuiltBundle broken(BuiltBundle bundle, int ranking) throws IOException {
    return bundle
        .header("Import-Package", "org.ichido.api,org.ichido.spi,org.ichido.testkit.token")
        .component(PACKAGE + type, ranking, service, "");
  }
}
