package org.ichido.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.ichido.api.Health;
import org.ichido.api.Health.Level;
import org.ichido.api.HealthSource;
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
                     Missing: no bank is known: there is no etc/org.ichido.bank~<id>.cfg, or bundle
                     org.ichido.core is not started.
                     See bundle:list and scr:list.
            DOWN   queues
                     Missing: no bank is listened to: bundle org.ichido.mq is not started, or no bank has a
                     valid profile; records wait on their queues.
                     See bundle:list and scr:list.
            DOWN   store
                     Missing: bundle org.ichido.store-jdbc is not started, or etc/org.ichido.store.cfg is
                     missing; nothing can be decided.
                     See bundle:list and scr:list.
            DOWN   vault
                     Missing: bundle org.ichido.vault is not started, or etc/org.ichido.vault.cfg is missing; no
                     seed can be opened.
                     See bundle:list and scr:list.
            Overall: DOWN
            """);
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
