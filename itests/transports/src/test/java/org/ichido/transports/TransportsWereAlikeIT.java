package org.ichido.transports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Runs after {@link TransportsIT}, by its name, and reads what that has told. */
class TransportsWereAlikeIT {
  private static final int LEAST = 30;

  @Test
  void theSameChecksWereTriedOnBothAndNothingWasWrong() throws IOException {
    Set<String> embedded = checks(TransportKind.EMBEDDED_BROKER);
    Set<String> ibm = checks(TransportKind.IBM_CLIENT);

    assertThat(embedded).hasSizeGreaterThanOrEqualTo(LEAST);
    assertThat(ibm).isEqualTo(embedded);
  }

  private static Set<String> checks(TransportKind kind) throws IOException {
    Path table = Path.of(System.getProperty("ichido.evidence"), "transports.tsv");
    Set<String> checks = new TreeSet<>();
    for (String line : Files.readAllLines(table)) {
      List<String> cells = List.of(line.split("\t", -1));
      if (cells.get(1).equals(kind.toString())) {
        assertThat(cells.get(3)).as(line).isEqualTo("0");
        checks.add(cells.get(0));
      }
    }
    return checks;
  }
}
