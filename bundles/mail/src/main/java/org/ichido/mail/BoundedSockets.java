package org.ichido.mail;

import java.net.InetAddress;
import java.net.Socket;
import java.util.function.LongSupplier;
import javax.net.SocketFactory;

/** Makes {@link BoundedSocket}s, not connected yet; the library asks for no others. */
final class BoundedSockets extends SocketFactory {
  private final Limits limits;
  private final LongSupplier nanoTime;

  BoundedSockets(Limits limits, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
  }

  @Override
  public Socket createSocket() {
    return new BoundedSocket(limits, nanoTime);
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw unbounded();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw unbounded();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw unbounded();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw unbounded();
  }

  /** They would connect at once, with no limit. */
  private static UnsupportedOperationException unbounded() {
    return new UnsupportedOperationException("a connection without a limit is not made");
  }
}
