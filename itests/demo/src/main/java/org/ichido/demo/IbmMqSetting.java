package org.ichido.demo;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/**
 * Puts a server that is not started yet at IBM MQ, as an administrator does it: an archive in the
 * deploy folder, a connection factory, and its name.
 */
public final class IbmMqSetting {
  /** The connection factory's name. */
  public static final String NAME = "ibmmq";

  private static final String FACTORY =
      """
      type = ibmmq
      name = %s
      jms.hostName = 127.0.0.1
      jms.port = %d
      jms.channel = ICHIDO.SERVER
      jms.queueManager = %s
      jms.transportType = 1
      jms.user = ichido
      .jms.password = ichido
      """;

  private static final Pattern REPLY_TO = Pattern.compile("(?m)^requester\\.\\w+\\.reply-to = .*$");

  private IbmMqSetting() {}

  /**
   * @param server not started yet
   * @param archive of {@code features/ibmmq}
   * @param queueManager its name
   * @param port where it listens on this machine, without TLS; {@code ichido} may log in there
   * @throws IOException if a file cannot be written
   */
  public static void apply(DemoServer server, Path archive, String queueManager, int port)
      throws IOException {
    Path deploy = Files.createDirectories(server.directory().resolve("deploy"));
    Files.copy(archive, deploy.resolve(archive.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    Path etc = server.directory().resolve("etc");
    Files.writeString(
        etc.resolve("org.ops4j.connectionfactory-" + NAME + ".cfg"),
        FACTORY.formatted(NAME, port, queueManager));
    Path mq = etc.resolve("org.ichido.mq.cfg");
    Files.writeString(
        mq, Files.readString(mq).replace("(name=ichido)", "(name=%s)".formatted(NAME)));
    try (DirectoryStream<Path> profiles = Files.newDirectoryStream(etc, "org.ichido.bank~*.cfg")) {
      for (Path profile : profiles) {
        Files.writeString(profile, repliesTo(queueManager, Files.readString(profile)));
      }
    }
  }

  /** As long as a profile cannot say "the queue manager that I am connected to". */
  private static String repliesTo(String queueManager, String profile) {
    return REPLY_TO
        .matcher(profile)
        .replaceAll(list -> list.group().replaceAll("([A-Z.]+\\.[A-Z]+)", "$1@" + queueManager));
  }
}
