package org.ichido.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A broker in a process of its own, so that it can be killed. */
final class BrokerProcess implements AutoCloseable {
  private final Process process;
  private final int port;

  private BrokerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static BrokerProcess start(Path directory) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
            "-cp",
            System.getProperty("java.class.path"),
            BrokerProcess.class.getName(),
            directory.toString());
    Process process =
        new ProcessBuilder(new ArrayList<>(command))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    String line = said.readLine();
    if (line == null || !line.matches("\\d+")) {
      process.destroyForcibly();
      throw new IOException("the broker's process said " + line);
    }
    return new BrokerProcess(process, Integer.parseInt(line));
  }

  int port() {
    return port;
  }

  /** As a power loss: no shutdown hook, nothing flushed. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  /** Says the port, and ends when nobody listens any more. */
  public static void main(String... directory) throws IOException {
    try (Installation broker = new Installation(Path.of(directory[0]), Map.of())) {
      System.out.println(broker.port());
      while (System.in.read() >= 0) {
        // The parent writes nothing; the end of the stream is the end of the parent.
      }
    }
  }
}
