package org.ichido.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts a server that is not started yet at IBM MQ, as an administrator does it: an archive in the
 * deploy folder, a connection factory and its name in two files of {@code etc}, and a password in a
 * file of its own.
 *
 * @param host where the queue manager is
 * @param port its listener's
 * @param queueManager its name
 * @param channel the server's
 * @param cipherSuite as IBM's client calls it; empty without TLS
 */
public record IbmMqInstallation(
    String host, int port, String queueManager, String channel, String cipherSuite) {
  /** The connection factory's name. */
  public static final String FACTORY = "ibmmq";

  private static final String EMBEDDED = "(name=ichido)";

  /**
   * @param queueManager on this machine, without TLS
   * @param port its listener's
   * @param channel the server's
   * @return the installation
   */
  public static IbmMqInstallation here(String queueManager, int port, String channel) {
    return new IbmMqInstallation("127.0.0.1", port, queueManager, channel, "");
  }

  /**
   * @param server not started yet
   * @param archive of {@code features/ibmmq}
   * @param user whom the server works as at the queue manager
   * @param password theirs
   * @throws IOException if a file cannot be written, or is not as it is shipped
   */
  public void into(DemoServer server, Path archive, String user, String password)
      throws IOException {
    Path deploy = Files.createDirectories(server.directory().resolve("deploy"));
    Files.copy(archive, deploy.resolve(archive.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    Path etc = server.directory().resolve("etc");
    Files.writeString(etc.resolve("org.ops4j.connectionfactory-ibmmq.cfg"), factory(user));
    Path secret = server.directory().resolve("data/ichido/mq.password");
    Files.createDirectories(secret.getParent());
    Files.createFile(
        secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(secret, password);
    Path listeners = etc.resolve("org.ichido.mq.cfg");
    String shipped = Files.readString(listeners);
    if (!shipped.contains(EMBEDDED)) {
      throw new IOException(listeners + " does not name " + EMBEDDED);
    }
    Files.writeString(listeners, shipped.replace(EMBEDDED, "(name=" + FACTORY + ")"));
  }

  private String factory(String user) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("type", "ibmmq");
    keys.put("name", FACTORY);
    keys.put("jms.transportType", "1");
    keys.put("jms.hostName", host);
    keys.put("jms.port", Integer.toString(port));
    keys.put("jms.channel", channel);
    keys.put("jms.queueManager", queueManager);
    keys.put("jms.user", user);
    keys.put("jms.passwordFile", "${karaf.data}/ichido/mq.password");
    if (!cipherSuite.isEmpty()) {
      keys.put("jms.SSLCipherSuite", cipherSuite);
    }
    StringBuilder lines = new StringBuilder();
    keys.forEach((key, value) -> lines.append(key).append(" = ").append(value).append('\n'));
    return lines.toString();
  }
}
