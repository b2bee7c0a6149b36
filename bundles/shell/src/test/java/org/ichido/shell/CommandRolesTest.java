package org.ichido.shell;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.junit.jupiter.api.Test;

/** Who may run what: the commands, the file that says who may, and the document that tells. */
class CommandRolesTest {
  private static final Path HOUSE = Path.of("../..");
  private static final Path ROLES =
      HOUSE.resolve(
          "features/distribution/src/main/resources/etc/org.apache.karaf.command.acl.ichido.cfg");
  private static final List<String> COLUMNS = List.of("viewer", "manager", "admin");

  /** A command that the file does not name may be run by everybody who is logged in. */
  @Test
  void everyCommandHasItsRolesAndEveryLineItsCommand() throws Exception {
    assertThat(roles().keySet()).isEqualTo(commands());
  }

  @Test
  void theDocumentSaysOfEveryCommandWhoMayRunIt() throws Exception {
    Map<String, Set<String>> told = new TreeMap<>();
    Files.readAllLines(HOUSE.resolve("docs/operations.md")).stream()
        .filter(line -> line.matches("\\| `ichido:[a-z-]+`.*\\|.*\\|.*\\|.*\\|"))
        .map(line -> line.split("\\|", -1))
        .forEach(
            cells -> {
              Set<String> may = new TreeSet<>();
              for (int i = 0; i < COLUMNS.size(); i++) {
                if (cells[i + 2].strip().equals("yes")) {
                  may.add(COLUMNS.get(i));
                }
              }
              for (String command : cells[1].replaceAll("[` ]|ichido:", "").split(",", -1)) {
                told.put(command, may);
              }
            });

    assertThat(told).isEqualTo(roles());
  }

  @Test
  void whoeverMayActMayLookAndNobodyElseMayActThanAnAdmin() throws Exception {
    assertThat(roles())
        .allSatisfy((command, may) -> assertThat(may).contains("admin"))
        .allSatisfy(
            (command, may) -> {
              if (may.contains("viewer")) {
                assertThat(may).contains("manager");
              }
            });
    assertThat(roles().get("drain")).containsExactly("admin");
  }

  private static Map<String, Set<String>> roles() throws IOException {
    Properties file = new Properties();
    try (InputStream in = Files.newInputStream(ROLES)) {
      file.load(in);
    }
    Map<String, Set<String>> roles = new TreeMap<>();
    file.forEach(
        (command, may) ->
            roles.put(
                String.valueOf(command),
                new TreeSet<>(Arrays.asList(String.valueOf(may).split(", *", -1)))));
    return roles;
  }

  private static Set<String> commands() throws Exception {
    Set<String> commands = new TreeSet<>();
    try (Stream<Path> classes = Files.list(Path.of("target/classes/org/ichido/shell"))) {
      for (Path file : classes.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".class") && !name.equals("package-info.class")) {
          Class<?> type = Class.forName("org.ichido.shell." + name.replace(".class", ""));
          Command command = type.getAnnotation(Command.class);
          if (command != null) {
            assertThat(command.scope()).isEqualTo("ichido");
            commands.add(command.name());
          }
        }
      }
    }
    assertThat(commands).as(commands.stream().collect(joining(","))).hasSizeGreaterThan(10);
    return commands;
  }
}
