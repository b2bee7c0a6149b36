package org.ichido.broker;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A checked configuration. Two that are equal need no restart.
 *
 * @param directory where messages and passwords are kept, absolute
 * @param port the port on 127.0.0.1; 0 takes a free one, -1 opens none
 * @param users who may connect, {@code ichido} first, no two alike
 * @param queues the queues that exist; none: every queue, from its first use
 * @param maximumDepth messages in a queue at most
 * @param storeMegabytes messages kept at most
 * @param memoryMegabytes messages in memory at most
 * @param maximumConnections connections from outside at most
 * @param maximumMessageBytes bytes of a message from outside at most
 */
record BrokerSettings(
    Path directory,
    int port,
    List<String> users,
    Set<String> queues,
    int maximumDepth,
    int storeMegabytes,
    int memoryMegabytes,
    int maximumConnections,
    int maximumMessageBytes) {

  /** The user that Ichido itself connects as. */
  static final String OWN_USER = "ichido";

  /** A user is a file name and a JMSXUserID: what both can carry everywhere. */
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

  /** As a bank's profile names them. */
  private static final Pattern QUEUE = Pattern.compile("[A-Za-z0-9./_%]{1,48}");

  BrokerSettings {
    users = List.copyOf(users);
    queues = Set.copyOf(queues);
  }

  /**
   * @throws CannotRun naming the key, if a value cannot be used
   */
  static BrokerSettings of(BrokerConfiguration configuration) throws CannotRun {
    return new BrokerSettings(
        directory(configuration.directory()),
        within("port", configuration.port(), -1, 65535),
        users(configuration.users()),
        queues(configuration.queues()),
        within("maximumDepth", configuration.maximumDepth(), 1, 1_000_000),
        // A journal file is 4 MB, and the store must hold some before it can let one go.
        within("storeMegabytes", configuration.storeMegabytes(), 16, 1 << 20),
        within("memoryMegabytes", configuration.memoryMegabytes(), 1, 1 << 12),
        within("maximumConnections", configuration.maximumConnections(), 1, 10_000),
        within("maximumMessageBytes", configuration.maximumMessageBytes(), 1 << 14, 1 << 26));
  }

  private static Path directory(String configured) throws CannotRun {
    String home = System.getProperty("karaf.data", "");
    if (configured.isBlank() && home.isBlank()) {
      throw new CannotRun("directory is not set: name a directory in etc/org.ichido.broker.cfg");
    }
    Path directory =
        configured.isBlank() ? Path.of(home, "ichido", "broker") : Path.of(configured.strip());
    return directory.toAbsolutePath().normalize();
  }

  private static List<String> users(String[] configured) throws CannotRun {
    List<String> users = Stream.concat(Stream.of(OWN_USER), words(configured)).distinct().toList();
    for (String user : users) {
      if (!USER.matcher(user).matches()) {
        throw new CannotRun(
            "users: \"%s\" is no user name: 1 to 64 of A-Z a-z 0-9 _ . - and no sign first"
                .formatted(user));
      }
    }
    // Where file names do not tell case, two users would share one password file.
    if (users.stream().map(user -> user.toLowerCase(Locale.ROOT)).distinct().count()
        < users.size()) {
      throw new CannotRun("users: two differ by case alone: rename one of " + users);
    }
    return users;
  }

  private static Set<String> queues(String[] configured) throws CannotRun {
    Set<String> queues = words(configured).collect(Collectors.toSet());
    for (String queue : queues) {
      if (!QUEUE.matcher(queue).matches()) {
        throw new CannotRun(
            "queues: \"%s\" is no queue name: 1 to 48 of A-Z a-z 0-9 . / _ %%".formatted(queue));
      }
    }
    return queues;
  }

  /** A .cfg file gives "a, b" as one value. */
  private static Stream<String> words(String[] configured) {
    return Arrays.stream(configured)
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .filter(word -> !word.isEmpty());
  }

  private static int within(String key, int value, int least, int most) throws CannotRun {
    if (value < least || value > most) {
      throw new CannotRun("%s: %d is not within %d to %d".formatted(key, value, least, most));
    }
    return value;
  }
}
