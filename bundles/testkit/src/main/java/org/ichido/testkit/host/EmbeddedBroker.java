package org.ichido.testkit.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The queue manager inside the distribution, seen from a test in the same container. */
public final class EmbeddedBroker {
  private EmbeddedBroker() {}

  /**
   * The broker makes a password for each of its users at its first start; they are there as soon as
   * its {@code javax.jms.ConnectionFactory} is a service.
   *
   * @param user a login that {@code etc/org.ichido.broker.cfg} names
   * @return the password, for a test alone
   * @throws IOException if there is no such user, or {@code directory} in that file is not as
   *     shipped
   */
  public static String password(String user) throws IOException {
    String data = System.getProperty("karaf.data");
    if (data == null) {
      throw new IllegalStateException("not in a container: there is no karaf.data");
    }
    return Files.readString(Path.of(data, "ichido", "broker", "passwords", user)).strip();
  }
}
