package org.ichido.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code mvn -Prun}: starts the server in the foreground, its shell on this terminal, and says
 * where it listens. Ends with the server; a server that ends badly is a failed build.
 */
public final class RunServer {
  private RunServer() {}

  /** A port of the server: what it is for, and where an administrator changes it. */
  record Listening(String what, int port, String file, String key) {
    static Listening of(Server server, String what, String file, String key) throws IOException {
      return new Listening(what, Integer.parseInt(server.setting(file, key)), file, key);
    }

    /** Karaf would start, log an error, and leave one of its parts out. */
    void refuseIfTaken() throws IOException {
      try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        probe.setReuseAddress(true);
      } catch (IOException e) {
        throw new IOException(
            "%s: port %d is taken. Does another server run? Else change %s in etc/%s."
                .formatted(what, port, key, file),
            e);
      }
    }
  }

  /**
   * @param arguments the archive, and the directory to unpack it to
   * @throws IOException if it cannot be unpacked or started, or ends with another exit code than 0
   * @throws InterruptedException if somebody interrupts the build
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Server server = Server.unpack(Path.of(arguments[0]), Path.of(arguments[1]));
    List<Listening> ports =
        List.of(
            Listening.of(server, "SSH", "org.apache.karaf.shell.cfg", "sshPort"),
            Listening.of(
                server, "JMX registry", "org.apache.karaf.management.cfg", "rmiRegistryPort"),
            Listening.of(server, "JMX server", "org.apache.karaf.management.cfg", "rmiServerPort"),
            Listening.of(server, "Broker", "org.ichido.broker.cfg", "port"));
    for (Listening each : ports) {
      each.refuseIfTaken();
    }
    announce(server, ports, System.out);
    int exit = foreground(server);
    if (exit != 0) {
      throw new IOException("the server ended with exit code " + exit + "; see data/log/karaf.log");
    }
  }

  private static void announce(Server server, List<Listening> ports, PrintStream out) {
    out.println();
    out.println("Ichido in " + server.directory());
    ports.forEach(p -> out.printf("  %-13s 127.0.0.1:%d%n", p.what(), p.port()));
    out.println("  Logins        nobody yet: see etc/users.properties. This console needs none.");
    out.println("  Commands      are there some seconds after the prompt.");
    out.println("  Try           ichido:status    ichido:token-register --help    shutdown -f");
    out.println();
    out.flush();
  }

  private static int foreground(Server server) throws IOException, InterruptedException {
    ProcessBuilder karaf = new ProcessBuilder(server.script().toString()).inheritIO();
    // One process instead of a script that waits for one: what ends it ends the server.
    karaf.environment().put("KARAF_EXEC", "exec");
    // What Maven's own JVM was told is not meant for the server's.
    karaf.environment().remove("MAVEN_OPTS");
    karaf.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = karaf.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "ends the server"));
    return process.waitFor();
  }
}
