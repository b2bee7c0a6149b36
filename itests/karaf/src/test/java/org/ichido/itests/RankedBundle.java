package org.ichido.itests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;

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

  /**
   * @param context of a running distribution: the bundle imports all that its api and spi export,
   *     which is what the former provider's methods may name
   */
  BuiltBundle built(BundleContext context) throws IOException {
    List<String> packages = new ArrayList<>();
    for (String contract : List.of("org.ichido.api", "org.ichido.spi")) {
      packages.addAll(InstalledBundle.named(context, contract).exportedPackages());
    }
    String reference =
        former.isEmpty()
            ? ""
            : "<reference name=\"former\" interface=\"%s\" field=\"former\" target=\"(component.name=%s)\"/>"
                .formatted(service, former);
    return BuiltBundle.named(PACKAGE + type)
        .header("Import-Package", String.join(",", packages))
        .component(PACKAGE + type, 100, service, reference);
  }
}
