package org.ichido.queuemanager.conversation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.ichido.queuemanager.calls.Calls;
import org.ichido.queuemanager.calls.Kernel;
import org.ichido.queuemanager.wire.Capture;

/** Where clients come in, on the loopback address. Thread-safe. */
public final class Port {
  private static final int BACKLOG = 200;

  private final Kernel kernel;
  private final Optional<SSLContext> tls;
  private final Optional<Capture> capture;
  private final Calls calls = new Calls();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private ServerSocket listener;
  private Thread acceptor;

  /**
   * Starts to listen.
   *
   * @param kernel what all clients share
   * @param number of the port; 0 is a free one
   * @param tls for clients that begin with it
   * @param capture where the bytes are written to as well
   * @throws IOException if the port cannot be had
   */
  public Port(Kernel kernel, int number, Optional<SSLContext> tls, Optional<Capture> capture)
      throws IOException {
    this.kernel = kernel;
    this.tls = tls;
    this.capture = capture;
    this.listener = new ServerSocket(number, BACKLOG, InetAddress.getLoopbackAddress());
    ServerSocket first = listener;
    this.acceptor = start("listener", () -> accept(first));
  }

  private Thread start(String name, Runnable work) {
    Thread thread = new Thread(work, kernel.name() + " " + name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void accept(ServerSocket from) {
    try {
      while (true) {
        Socket socket = from.accept();
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        start("link " + socket.getPort(), () -> serve(socket));
      }
    } catch (IOException theListenerIsClosed) {
      // By stopListening().
    }
  }

  private void serve(Socket socket) {
    Optional<Capture.Stream> stream =
        capture.map(file -> file.stream(socket.getPort(), socket.getLocalPort()));
    try (socket) {
      Link link = new Link(Wire.over(socket, tls, stream), kernel, calls);
      links.add(link);
      link.run();
      link.awaitEnd();
      links.remove(link);
    } catch (IOException noTls) {
      // The client learns it from the socket that closes.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.remove(socket);
    }
  }

  /**
   * @return its number
   */
  public synchronized int number() {
    return listener.getLocalPort();
  }

  /**
   * @return how many sockets clients have open
   */
  public int sockets() {
    return links.size();
  }

  /** Nobody comes in any more; who is in, stays. */
  public synchronized void stopListening() {
    try {
      listener.close();
      // A thread that still accepts keeps the port open: one more client was seen to come in.
      acceptor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      kernel.surprises().add("closing the listener: " + e);
    }
  }

  /**
   * Listens again, on the same port.
   *
   * @throws IOException if it cannot be had
   */
  public synchronized void startListening() throws IOException {
    if (listener.isClosed()) {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      ServerSocket again = new ServerSocket(listener.getLocalPort(), BACKLOG, loopback);
      listener = again;
      acceptor = start("listener", () -> accept(again));
    }
  }

  /** Cuts all sockets, and waits until what was not committed is backed out. */
  public void cutAll() {
    for (Socket socket : List.copyOf(sockets)) {
      try {
        socket.close();
      } catch (IOException e) {
        kernel.surprises().add("closing a socket: " + e);
      }
    }
    try {
      for (Link link : List.copyOf(links)) {
        link.cut();
        link.awaitEnd();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
