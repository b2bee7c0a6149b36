package org.ichido.queuemanager.conversation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.ichido.queuemanager.wire.Capture;
import org.ichido.queuemanager.wire.Segment;

/** Segments over a socket, plain or TLS as the client begins. Reading is for one thread. */
final class Wire implements Closeable {
  private static final int TLS_HANDSHAKE = 0x16;

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private final Optional<SSLSession> session;
  private final Optional<Capture.Stream> capture;

  private Wire(
      Socket socket,
      DataInputStream in,
      OutputStream out,
      Optional<SSLSession> session,
      Optional<Capture.Stream> capture) {
    this.socket = socket;
    this.in = in;
    this.out = out;
    this.session = session;
    this.capture = capture;
  }

  /** Waits for the client's first byte, and for the TLS handshake if it begins one. */
  static Wire over(Socket socket, Optional<SSLContext> tls, Optional<Capture.Stream> capture)
      throws IOException {
    int first = socket.getInputStream().read();
    if (first < 0) {
      throw new EOFException();
    }
    ByteArrayInputStream consumed = new ByteArrayInputStream(new byte[] {(byte) first});
    if (first != TLS_HANDSHAKE) {
      SequenceInputStream all = new SequenceInputStream(consumed, socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      return new Wire(socket, new DataInputStream(all), out, Optional.empty(), capture);
    }
    SSLContext context =
        tls.orElseThrow(() -> new IOException("a client wants TLS, which is not set up"));
    SSLSocket layer = (SSLSocket) context.getSocketFactory().createSocket(socket, consumed, true);
    layer.setWantClientAuth(true);
    layer.startHandshake();
    return new Wire(
        socket,
        new DataInputStream(layer.getInputStream()),
        layer.getOutputStream(),
        Optional.of(layer.getSession()),
        capture);
  }

  /**
   * @return of a TLS socket
   */
  Optional<SSLSession> session() {
    return session;
  }

  Segment read() throws IOException {
    byte[] bytes = Segment.read(in);
    if (capture.isPresent()) {
      capture.get().received(bytes);
    }
    return Segment.of(bytes);
  }

  synchronized void write(List<Segment> segments) throws IOException {
    for (Segment segment : segments) {
      byte[] bytes = segment.encode();
      out.write(bytes);
      if (capture.isPresent()) {
        capture.get().sent(bytes);
      }
    }
    out.flush();
  }

  /**
   * Writes so much of the segments that the client cannot know what they say, and closes: what
   * another conversation wrote behind it would be taken for the other half.
   */
  synchronized void writeHalfAndClose(List<Segment> segments) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Segment segment : segments) {
      all.writeBytes(segment.encode());
    }
    out.write(all.toByteArray(), 0, all.size() / 2);
    out.flush();
    close();
  }

  /** Cuts the socket under TLS too: no farewell. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
