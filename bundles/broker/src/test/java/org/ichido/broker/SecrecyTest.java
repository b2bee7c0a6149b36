package org.ichido.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password stands in its own file and nowhere else. */
class SecrecyTest {
  @TempDir Path directory;

  @Test
  void noPasswordIsInALogOfTheFinestLevel() throws Exception {
    Path home = directory.resolve("home");
    Path log = directory.resolve("log");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SecrecyTest.class.getName(),
                    home.toString()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor()).isZero();

    String logged = Files.readString(log, StandardCharsets.UTF_8);
    assertThat(logged).contains("listening on 127.0.0.1:", "CICSA001", "TRACE");
    for (String user : List.of("ichido", "CICSA001", "CICSB002")) {
      assertThat(logged).doesNotContain(Files.readString(home.resolve("passwords").resolve(user)));
    }
  }

  /** A life with logins that work and logins that do not. */
  public static void main(String... home) throws IOException, JMSException {
    try (Installation broker = new Installation(Path.of(home[0]), Map.of());
        Connection requester =
            broker.outside().createConnection("CICSA001", broker.password("CICSA001"))) {
      Installation.send(requester, "OTP.REQUEST", "text");
      broker.receive("OTP.REQUEST");
      // CICSB002's password in the wrong place: a refusal is the likeliest thing to quote it.
      try (Connection wrong =
          broker.outside().createConnection("CICSA001", broker.password("CICSB002"))) {
        wrong.start();
        throw new IllegalStateException("a wrong password connected");
      } catch (JMSException refused) {
        System.out.println(refused);
      }
      System.out.println(broker.health());
    }
  }

  @Test
  void noPasswordIsInARefusalTheStatusOrTheServicesOwnWords() throws Exception {
    try (Installation broker = Installation.in(directory)) {
      String own = broker.password("ichido");
      String other = broker.password("CICSB002");

      ConnectionFactory service = broker.component;
      assertThat(service + " " + broker.health()).doesNotContain(own, other);
      assertThatThrownBy(() -> broker.component.createConnection("CICSA001", other).start())
          .hasMessageNotContainingAny(own, other);
    }
  }
}
