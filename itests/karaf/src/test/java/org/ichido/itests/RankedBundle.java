package org.ichido.itests;

import java.io.IOException;

/** A bundle with one provider that outranks the distribution's, and asks that one in its turn. */
enum RankedBundle {
  ALGORITHM("RankedAlgorithm", "org.ichido.spi.OtpAlgorithm", "org.ichido.oath.Totp"),
  RULE("RankedRule", "org.ichido.spi.LockoutRule", "org.ichido.lockout.ConsecutiveFailures"),
  VAULT("RankedVault", "org.ichido.spi.SecretVault", "org.ichido.vault.Pkcs12Vault"),
  STORE("RankedStore", "org.ichido.spi.store.TokenStore", "org.ichido.store.jdbc.JdbcTokenStore"),
  CLOCK("RankedClock", "java.time.Clock", ""),
  RANDOMNESS("RankedRandomness", "java.util.random.RandomGenerator", "");

  private static final String PACKAGE = "org.ichido.itests.ranked.";

  private final String type;
  private final String service;
  private final String former;

  RankedBundle(String type, String service, String former) {
    this.type = type;
    this.service = service;
    this.former = former;
  }

  String service() {
    return service;
  }

  BuiltBundle built() throws IOException {
    String reference =
        former.isEmpty()
            ? ""
            : "<reference name=\"former\" interface=\"%s\" field=\"former\" target=\"(component.name=%s)\"/>"
                .formatted(service, former);
    return BuiltBundle.named(PACKAGE + type)
        .header(
            "Import-Package",
            "org.ichido.api,org.ichido.api.contract,org.ichido.api.order,org.ichido.api.stock,"
                + "org.ichido.spi,org.ichido.spi.store")
        .component(PACKAGE + type, 100, service, reference);
  }
}
