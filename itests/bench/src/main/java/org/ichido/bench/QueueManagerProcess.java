package org.ichido.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ichido.bench.echo.Echo;
import org.ichido.queuemanager.QueueManager;
import org.ichido.queuemanager.QueueManagerDefinition;

/**
 * The queue manager for tests in a process of its own: on a bank's machines it is no part of the
 * server either, nor of the host. It ends with whoever started it.
 */
public final class QueueManagerProcess implements AutoCloseable {
  static final String NAME = "QM1";

  private static final List<String> QUEUES =
      List.of("REQUEST", "OPERATOR", "APP", "CORE", "EVENT", "DEBIT", "DEBIT.REPLY", "BACKOUT");
  private static final List<String> REQUESTERS = List.of("CHANNEL", "BRANCH", "APP", "CORE");

  private static final List<String> USERS = List.of("ichido", "channel");

  private final Process process;
  private final int port;

  private QueueManagerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static QueueManagerProcess start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-classpath",
                System.getProperty("java.class.path"),
                QueueManagerProcess.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    // Not closed: its end is the process's, and the reverse.
    BufferedReader said = process.inputReader();
    String port = said.readLine();
    if (port == null) {
      throw new IOException("the queue manager did not start; it said why above");
    }
    return new QueueManagerProcess(process, Integer.parseInt(port));
  }

  int port() {
    return port;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /**
   * The process itself: prints its port and ends when its input does.
   *
   * @param arguments none
   * @throws IOException if it cannot listen
   */
  public static void main(String[] arguments) throws IOException {
    QueueManagerDefinition definition = QueueManager.named(NAME).queue(Echo.QUEUE);
    QUEUES.forEach(queue -> definition.queue("KINSAN.OTP." + queue));
    REQUESTERS.forEach(requester -> definition.queue("KINSAN." + requester + ".REPLY"));
    USERS.forEach(user -> definition.user(user, user));
    try (QueueManager queueManager = definition.start()) {
      System.out.println(queueManager.port());
      System.out.flush();
      int read = System.in.read();
      if (read >= 0) {
        throw new IOException("nothing was expected on the input, and there came " + read);
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
