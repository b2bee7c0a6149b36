package org.ichido.transports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.ichido.queuemanager.QueueManager;

/**
 * The queue manager for tests in a process of its own, in the place of a real one: it says its port
 * on standard output and ends with its standard input.
 */
final class SeparateQueueManager implements AutoCloseable {
  private final Process process;
  private final int port;

  private SeparateQueueManager(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static SeparateQueueManager started() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dichido.config=" + System.getProperty("ichido.config"),
                "-classpath",
                System.getProperty("java.class.path"),
                SeparateQueueManager.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    return new SeparateQueueManager(process, Integer.parseInt(said.readLine()));
  }

  int port() {
    return port;
  }

  public static void main(String[] arguments) throws IOException {
    try (QueueManager queueManager = IbmMqHouse.defined().start()) {
      System.out.println(queueManager.port());
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.destroy();
  }
}
