package org.ichido.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a container is told of the bundle: the broker inside must not ask for more than this. */
class BundleTest {
  private Attributes manifest;

  @BeforeEach
  void read() throws IOException, URISyntaxException {
    Path classes =
        Path.of(EmbeddedBroker.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (InputStream in = Files.newInputStream(classes.resolve("META-INF/MANIFEST.MF"))) {
      manifest = new Manifest(in).getMainAttributes();
    }
  }

  @Test
  void itAsksForJmsOurApiAndSpiAndALogAndNothingElseThatTheJdkLacks() {
    Set<String> ofTheJdk =
        ModuleLayer.boot().modules().stream()
            .flatMap(module -> module.getPackages().stream())
            .collect(Collectors.toSet());

    assertThat(Arrays.stream(manifest.getValue("Import-Package").split(",(?=[a-z])", -1)))
        .map(clause -> clause.replaceFirst(";.*", ""))
        .filteredOn(imported -> !ofTheJdk.contains(imported))
        .containsExactlyInAnyOrder(
            "javax.jms",
            "org.ichido.api",
            "org.ichido.spi",
            "org.jspecify.annotations",
            "org.slf4j");
  }

  @Test
  void nothingOfTheBrokerIsExported() {
    assertThat(manifest.getValue("Export-Package")).isNull();
  }

  @Test
  void aConsumerThatAsksForTheNameResolves() {
    assertThat(manifest.getValue("Provide-Capability").split(",osgi", -1))
        .anySatisfy(
            capability ->
                assertThat(capability).contains("javax.jms.ConnectionFactory", "name=ichido"));
  }

  @Test
  void theBrokerTravelsInside() {
    assertThat(manifest.getValue("Bundle-ClassPath"))
        .contains("activemq-broker-", "activemq-client-", "activemq-kahadb-store-", "hawtbuf-");
  }
}
