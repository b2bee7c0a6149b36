package org.ichido.mail;

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

/** What a container is told of the bundle: the library inside must not ask for more than this. */
class BundleTest {
  private Attributes manifest;

  @BeforeEach
  void read() throws IOException, URISyntaxException {
    Path classes =
        Path.of(SmtpNotifier.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (InputStream in = Files.newInputStream(classes.resolve("META-INF/MANIFEST.MF"))) {
      manifest = new Manifest(in).getMainAttributes();
    }
  }

  @Test
  void itAsksForOurApiAndSpiAndALogAndNothingElseThatTheJdkLacks() {
    Set<String> ofTheJdk =
        ModuleLayer.boot().modules().stream()
            .flatMap(module -> module.getPackages().stream())
            .collect(Collectors.toSet());

    assertThat(Arrays.stream(manifest.getValue("Import-Package").split(",(?=[a-z])", -1)))
        .map(clause -> clause.replaceFirst(";.*", ""))
        .filteredOn(imported -> !ofTheJdk.contains(imported))
        .containsExactlyInAnyOrder(
            "org.ichido.api",
            "org.ichido.spi",
            "org.ichido.spi.notice",
            "org.jspecify.annotations",
            "org.slf4j");
  }

  @Test
  void nothingOfTheLibraryIsExportedAndNothingIsImportedOnDemand() {
    assertThat(manifest.getValue("Export-Package")).isNull();
    assertThat(manifest.getValue("DynamicImport-Package")).isNull();
  }

  /** In one class loader: that is how the library finds its own parts. */
  @Test
  void theLibraryTravelsInside() {
    assertThat(manifest.getValue("Bundle-ClassPath"))
        .contains("smtp-", "angus-core-", "jakarta.mail-api-", "jakarta.activation-api-");
  }
}
