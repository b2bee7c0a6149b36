package org.ichido.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.Health;
import org.ichido.api.Health.Level;
import org.ichido.api.HealthSource;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

class StatusTest {
  private final Terminalless session = new Terminalless();
  private final Status status = new Status();

  @Test
  void withNothingThereItNamesEveryPartThatIsMissing() throws Exception {
    assertThat(session.run(status))
        .isEqualTo(
            """
            LEVEL  PART
            DOWN   bank
                     Missing: bundle org.ichido.core is not started, and without it nothing else is there.
                     See bundle:list and scr:list.
            DOWN   queues
                     Missing: it waits for bundle org.ichido.core.
                     See bundle:list and scr:list.
            DOWN   store
                     Missing: it waits for bundle org.ichido.core.
                     See bundle:list and scr:list.
            DOWN   vault
                     Missing: it waits for bundle org.ichido.core.
                     See bundle:list and scr:list.
            Overall: DOWN
            """);
  }

  @Test
  void withCoreAloneEachOtherPartSaysItsOwnCure() throws Exception {
    status.sources = List.of(one("banks", Level.WARN, "no bank profile"));

    assertThat(session.run(status))
        .contains("no bank is listened to: bundle org.ichido.mq is not started")
        .contains("bundle org.ichido.store-jdbc is not started")
        .contains("bundle org.ichido.vault is not started")
        .doesNotContain("it waits for");
  }

  @Test
  void forMonitoringItFailsIfItIsToldTo() throws Exception {
    status.sources =
        Stream.concat(sources(Level.OK).stream(), Stream.of(one("disk", Level.WARN, "2 %")))
            .toList();
    status.failOn = "down";
    session.run(status);

    status.failOn = "warn";
    assertThatThrownBy(() -> session.run(status))
        .isInstanceOf(CommandException.class)
        .hasMessage("Ichido is WARN.");
    assertThat(session.printed()).endsWith("Overall: WARN\n");

    status.sources = List.of();
    status.failOn = "down";
    assertThatThrownBy(() -> session.run(status)).hasMessage("Ichido is DOWN.");

    status.failOn = "sometimes";
    assertThatThrownBy(() -> session.run(status))
        .hasMessage("Not accepted: --fail-on: down or warn.");
  }

  @Test
  void forProgramsItIsOneDocument() throws Exception {
    status.sources = sources(Level.OK);
    status.json = true;

    JSONObject document = new JSONObject(session.run(status));

    assertThat(document.getString("overall")).isEqualTo("OK");
    assertThat(document.getJSONArray("parts")).hasSize(5);
    JSONObject part = document.getJSONArray("parts").getJSONObject(0);
    assertThat(part.getString("part")).isEqualTo("bank kinsan");
    assertThat(part.getString("level")).isEqualTo("OK");
    assertThat(part.getJSONArray("lines").toList()).containsExactly("as it should be");
  }

  @Test
  void withEverythingThereItIsOk() throws Exception {
    status.sources = sources(Level.OK);

    assertThat(session.run(status))
        .isEqualTo(
            """
            LEVEL  PART
            OK     bank kinsan
                     as it should be
            OK     bank kinsan, queue KINSAN.REQUEST (REQUEST)
                     as it should be
            OK     broker
                     as it should be
            OK     store
                     as it should be
            OK     vault
                     as it should be
            Overall: OK
            """);
  }

  @Test
  void theWorstPartDecides() throws Exception {
    status.sources =
        Stream.concat(
                sources(Level.OK).stream(),
                Stream.of(one("disk", Level.WARN, "2 % are free\nmake room")))
            .toList();

    assertThat(session.run(status))
        .startsWith("LEVEL  PART\nWARN   disk\n         2 % are free\n         make room\nOK ")
        .endsWith("Overall: WARN\n");
  }

  @Test
  void aSourceThatThrowsIsDownAndHidesNobody() throws Exception {
    status.sources = Stream.concat(sources(Level.OK).stream(), Stream.of(new Broken())).toList();

    assertThat(session.run(status))
        .contains("DOWN   Broken\n         It could not say how it is doing: java.lang.Illegal")
        .contains("no?[31m")
        .contains("OK     store\n")
        .endsWith("Overall: DOWN\n");
  }

  private static final class Broken implements HealthSource {
    @Override
    public List<Health> health() {
      throw new IllegalStateException("no\u001b[31m state");
    }
  }

  private static List<HealthSource> sources(Level level) {
    return Stream.of(
            "store",
            "vault",
            "bank kinsan",
            "bank kinsan, queue KINSAN.REQUEST (REQUEST)",
            "broker")
        .map(part -> one(part, level, "as it should be"))
        .toList();
  }

  private static HealthSource one(String part, Level level, String line) {
    return () -> List.of(new Health(part, level, List.of(line)));
  }
}
