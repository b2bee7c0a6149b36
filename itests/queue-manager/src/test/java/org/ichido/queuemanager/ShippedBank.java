package org.ichido.queuemanager;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ichido.spi.transport.QueueRole;
import org.ichido.spi.transport.RequestType;

/**
 * What a shipped profile says about queues and users.
 *
 * @param reads the queues that Ichido reads, by what comes by them
 * @param writes the queues on which it tells and asks core banking
 * @param backout where it puts what is not answered
 * @param requesters who may ask
 */
record ShippedBank(
    Map<QueueRole, String> reads, List<String> writes, String backout, List<Requester> requesters) {
  /**
   * Who may ask.
   *
   * @param users that are this requester on the queue manager
   * @param roles what it may put requests on
   * @param replyTo where its answers go
   */
  record Requester(List<String> users, Set<QueueRole> roles, List<String> replyTo) {}

  static List<ShippedBank> all(Path banks) throws IOException {
    try (Stream<Path> files = Files.walk(banks)) {
      List<Path> profiles =
          files.filter(file -> file.toString().endsWith(".cfg")).sorted().toList();
      return profiles.stream().map(ShippedBank::read).toList();
    }
  }

  private static ShippedBank read(Path file) {
    Properties profile = new Properties();
    try (Reader in = Files.newBufferedReader(file, ISO_8859_1)) {
      profile.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<QueueRole, String> reads = new EnumMap<>(QueueRole.class);
    for (QueueRole role : QueueRole.values()) {
      queue(profile, role.plainName()).ifPresent(name -> reads.put(role, name));
    }
    List<String> writes =
        Stream.of("event", "debit").flatMap(name -> queue(profile, name).stream()).toList();
    List<Requester> requesters =
        profile.stringPropertyNames().stream()
            .filter(key -> key.matches("requester\\..*\\.users"))
            .map(key -> key.substring(0, key.length() - "users".length()))
            .map(prefix -> requester(profile, prefix))
            .toList();
    return new ShippedBank(reads, writes, queue(profile, "backout").orElseThrow(), requesters);
  }

  private static Optional<String> queue(Properties profile, String name) {
    return Optional.ofNullable(profile.getProperty("queue." + name)).map(String::strip);
  }

  private static Requester requester(Properties profile, String prefix) {
    Set<String> sends = Set.copyOf(list(profile, prefix + "sends"));
    Set<QueueRole> roles =
        Arrays.stream(RequestType.values())
            .filter(type -> sends.contains(type.plainName()))
            .flatMap(type -> only(type).stream())
            .collect(Collectors.toSet());
    return new Requester(
        list(profile, prefix + "users"), roles, list(profile, prefix + "reply-to"));
  }

  /** The queue that a type comes by, if it does not come by several. */
  private static Optional<QueueRole> only(RequestType type) {
    List<QueueRole> roles = Arrays.stream(QueueRole.values()).filter(type::comesBy).toList();
    return roles.size() == 1 ? Optional.of(roles.get(0)) : Optional.empty();
  }

  private static List<String> list(Properties profile, String key) {
    return Arrays.stream(profile.getProperty(key).split(",", -1)).map(String::strip).toList();
  }
}
