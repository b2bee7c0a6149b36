package org.ichido.transports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ichido.demo.DemoServer;
import org.json.JSONArray;
import org.json.JSONObject;

/**
 * What an administrator does to bring a server to IBM MQ, step by step: files that are put in place
 * and commands in the shell, as chapter 12 of docs/operations.md says.
 */
final class MqInstallation {
  private static final String SAMPLE = "org.ops4j.connectionfactory-ibmmq.cfg";
  private static final int MOST_LOOKS = 40;
  private static final Pattern PROVIDER =
      Pattern.compile(
          "service\\.id = (\\d+)\\n(?:(?!Provided by).*\\n)*Provided by : *\\n +(.+) \\(\\d+\\)");

  final DemoServer server;

  private MqInstallation(DemoServer server) {
    this.server = server;
  }

  /** Unpacked, and not started. */
  static MqInstallation unpacked(Path directory) throws Exception {
    return new MqInstallation(
        DemoServer.prepare(IbmMqHouse.path("ichido.distribution"), directory));
  }

  Path in(String path) {
    return server.directory().resolve(path);
  }

  /** Puts the archive into the deploy folder, in one piece. */
  void archive() throws IOException {
    Path archive = IbmMqHouse.path("ichido.ibmmq");
    Path beside = in("data/" + archive.getFileName());
    Files.copy(archive, beside, StandardCopyOption.REPLACE_EXISTING);
    move(beside, deployed());
  }

  Path deployed() {
    return in("deploy").resolve(IbmMqHouse.path("ichido.ibmmq").getFileName());
  }

  /** The password, in the one place where it stands. */
  void password(String password) throws IOException {
    Path beside = in("data/ichido/mq.password.new");
    Files.createFile(
        beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(beside, password + "\n");
    move(beside, in("data/ichido/mq.password"));
  }

  /**
   * The sample that is shipped, filled in.
   *
   * @param lines what is different from it; empty takes a line away
   */
  void connectionFactory(Map<String, String> lines) throws IOException {
    String text = Files.readString(in("ichido/mq").resolve(SAMPLE));
    for (Map.Entry<String, String> line : lines.entrySet()) {
      Pattern place = Pattern.compile("(?m)^#?" + Pattern.quote(line.getKey()) + " = .*$");
      Matcher found = place.matcher(text);
      if (!found.find()) {
        throw new IOException("the sample has no " + line.getKey());
      }
      text =
          found.replaceFirst(
              line.getValue().isEmpty()
                  ? ""
                  : Matcher.quoteReplacement(line.getKey() + " = " + line.getValue()));
    }
    write("etc/" + SAMPLE, text);
  }

  /** Which connection factory the listeners take. */
  void take(String name) throws IOException {
    write(
        "etc/org.ichido.mq.cfg",
        Files.readString(in("etc/org.ichido.mq.cfg"))
            .replaceFirst(
                "(?m)^connectionFactory.target = .*$",
                "connectionFactory.target = (name=%s)".formatted(name)));
  }

  /** Takes the # away before the lines of TLS. */
  void tls() throws IOException {
    Files.createDirectories(in("etc/ichido/tls"));
    write(
        "etc/custom.system.properties",
        Files.readString(in("etc/custom.system.properties"))
            .replaceAll("(?m)^#(?=javax\\.net\\.ssl\\.)", ""));
  }

  void write(String file, String text) throws IOException {
    Path beside = in(file + ".new");
    Files.writeString(beside, text);
    move(beside, in(file));
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What status says of the queue of Kinsan that has this role: the level, and all lines. */
  String saidOf(String role) throws IOException, InterruptedException {
    String said = server.shell("ichido:status --json");
    for (String line : said.split("\n", -1)) {
      if (line.startsWith("{")) {
        JSONArray parts = new JSONObject(line).getJSONArray("parts");
        for (int i = 0; i < parts.length(); i++) {
          JSONObject part = parts.getJSONObject(i);
          if (part.getString("part").endsWith("(" + role + ")")) {
            return part.getString("level") + " " + part.getJSONArray("lines").join(" ");
          }
        }
      }
    }
    return said;
  }

  /** Looks until status says so; each look starts a client, which takes a second or two. */
  String until(String role, Predicate<String> expected) throws IOException, InterruptedException {
    String said = "";
    for (int look = 0; look < MOST_LOOKS; look++) {
      said = saidOf(role);
      if (expected.test(said)) {
        return said;
      }
    }
    throw new AssertionError("of %s status says in the end: %s".formatted(role, said));
  }

  String untilReceiving(String role) throws IOException, InterruptedException {
    return until(role, said -> said.startsWith("OK") && said.contains("receiving with"));
  }

  /** Runs a command until what it says is so. */
  String until(String command, String expected) throws IOException, InterruptedException {
    String said = "";
    for (int look = 0; look < MOST_LOOKS; look++) {
      said = server.shell(command);
      if (said.contains(expected)) {
        return said;
      }
    }
    throw new AssertionError("%s says in the end: %s".formatted(command, said));
  }

  /** The numbers of the services that Ichido's bundles have: a bundle that restarts gets others. */
  Map<String, Set<Integer>> services() throws IOException, InterruptedException {
    Map<String, Set<Integer>> services = new TreeMap<>();
    Matcher service = PROVIDER.matcher(server.shell("service:list").replace("\r", ""));
    while (service.find()) {
      if (service.group(2).startsWith("Ichido :: ") && !service.group(2).contains("IBM MQ")) {
        services
            .computeIfAbsent(service.group(2), any -> new TreeSet<>())
            .add(Integer.valueOf(service.group(1)));
      }
    }
    return services;
  }
}
