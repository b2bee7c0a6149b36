package org.ichido.transports;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;

/** A port that answers IBM's client in its own language, and wrongly: each segment comes back. */
final class NoQueueManager implements AutoCloseable {
  /** Where a segment says its type. */
  private static final int TYPE = 9;

  /** A type with which no conversation begins. */
  private static final byte STATUS = 8;

  private final ServerSocket listening;
  private final Thread thread;

  private NoQueueManager(ServerSocket listening) {
    this.listening = listening;
    thread = new Thread(this::answer, "no queue manager");
    thread.start();
  }

  static NoQueueManager listening() throws IOException {
    return new NoQueueManager(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  int port() {
    return listening.getLocalPort();
  }

  private void answer() {
    byte[] segment = new byte[4096];
    while (!listening.isClosed()) {
      try (Socket socket = listening.accept()) {
        InputStream in = socket.getInputStream();
        int length = in.read(segment);
        if (length > TYPE) {
          segment[TYPE] = STATUS;
          socket.getOutputStream().write(Arrays.copyOf(segment, length));
        }
      } catch (IOException e) {
        // The client gave up, or this port is closed: the loop knows.
      }
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    listening.close();
    thread.join();
  }
}
