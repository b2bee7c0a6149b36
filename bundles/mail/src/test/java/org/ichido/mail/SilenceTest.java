package org.ichido.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever an administrator turns on: no text, address or password is in a log. */
class SilenceTest {
  private static final String PASSWORD = "S3cret-of-the-server";

  @TempDir Path directory;

  private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(entry.getLoggerName() + " " + new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void turnOnEverything() {
    handler.setLevel(Level.ALL);
    Logger root = Logger.getLogger("");
    root.addHandler(handler);
    everyLogger(Level.ALL);
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void turnItOff() {
    System.setOut(out);
    System.setErr(err);
    Logger.getLogger("").removeHandler(handler);
    everyLogger(null);
    Logger.getLogger("").setLevel(Level.INFO);
  }

  /** As a container does that is told another level. */
  private static void everyLogger(Level level) {
    Collections.list(LogManager.getLogManager().getLoggerNames())
        .forEach(name -> Logger.getLogger(name).setLevel(level));
  }

  @Test
  void nothingOfTheNoticeIsLogged() throws Exception {
    Path file = Files.writeString(directory.resolve("password"), PASSWORD);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    for (String command : List.of("NONE", "RCPT", ".", ScriptedServer.GREETING, "AUTH")) {
      try (ScriptedServer server = new ScriptedServer()) {
        server
            .when("EHLO", "250-script\r\n250 AUTH PLAIN")
            .when(command, "550 5.1.1 " + Desk.RECIPIENT + " " + Desk.SUBJECT);
        SmtpNotifier notifier =
            Desk.notifier(server.port(), "user", "ichido", "password.file", file.toString());
        everyLogger(Level.ALL);
        notifier.send(Desk.notice());
        if (command.equals("NONE")) {
          assertThat(server.heard()).contains("RCPT TO:<" + Desk.RECIPIENT + ">");
        }
      }
    }

    String all = String.join("\n", logged) + printed.toString(StandardCharsets.UTF_8);
    assertThat(all)
        .as("the library logs at all")
        .contains("jakarta.mail")
        .contains("ICH-MAIL-002")
        .doesNotContain("kansai")
        .doesNotContain("トークン")
        .doesNotContain("12345678")
        .doesNotContain(base64(Desk.BODY.replace("\n", "\r\n")).substring(0, 20))
        .doesNotContain(base64(Desk.SUBJECT).substring(0, 20))
        .doesNotContain(PASSWORD)
        .doesNotContain(base64("ichido\0ichido\0" + PASSWORD));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
