package org.ichido.queuemanager.wire;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/**
 * Writes what goes over the sockets to a file in pcap format, as if it were caught on a network:
 * every piece gets an IPv4 and a TCP header. Of a TLS socket it holds the clear side, passwords
 * included. Thread-safe.
 */
public final class Capture implements AutoCloseable {
  private static final int RAW_IP = 101;
  private static final int HEADERS = 40;
  private static final int LONGEST = 60000;
  private static final int LOOPBACK = 0x7F000001;
  private static final int PUSH_AND_ACK = 0x5018;

  private final DataOutputStream out;
  private final Clock clock;

  /**
   * @param file replaced if it is there
   * @param clock for the times in it
   * @throws IOException if it cannot be written
   */
  public Capture(Path file, Clock clock) throws IOException {
    out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    this.clock = clock;
    Fields header = Fields.zeros(24);
    header.number(0, 0xA1B2C3D4).twoBytes(4, 2).twoBytes(6, 4);
    header.number(16, 65535).number(20, RAW_IP);
    out.write(header.toBytes());
  }

  /**
   * @param clientPort of the socket
   * @param ownPort of the socket
   * @return where that socket's bytes go
   */
  public Stream stream(int clientPort, int ownPort) {
    return new Stream(clientPort, ownPort);
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }

  private synchronized void packet(Fields tcp, byte[] bytes, int from, int length)
      throws IOException {
    Instant now = clock.instant();
    Fields packet = Fields.zeros(16 + 20);
    packet
        .number(0, (int) now.getEpochSecond())
        .number(4, now.getNano() / 1000)
        .number(8, HEADERS + length)
        .number(12, HEADERS + length)
        .oneByte(16, 0x45)
        .twoBytes(18, HEADERS + length)
        .oneByte(24, 64)
        .oneByte(25, 6)
        .number(28, LOOPBACK)
        .number(32, LOOPBACK);
    out.write(packet.toBytes());
    out.write(tcp.toBytes());
    out.write(bytes, from, length);
  }

  /** The bytes of one socket. */
  public final class Stream {
    private final int clientPort;
    private final int ownPort;
    private int received = 1;
    private int sent = 1;

    private Stream(int clientPort, int ownPort) {
      this.clientPort = clientPort;
      this.ownPort = ownPort;
    }

    /**
     * @param bytes from the client
     * @throws IOException if they cannot be written
     */
    public synchronized void received(byte[] bytes) throws IOException {
      for (int at = 0; at < bytes.length; at += LONGEST) {
        int length = Math.min(LONGEST, bytes.length - at);
        packet(header(clientPort, ownPort, received, sent), bytes, at, length);
        received += length;
      }
    }

    /**
     * @param bytes to the client
     * @throws IOException if they cannot be written
     */
    public synchronized void sent(byte[] bytes) throws IOException {
      for (int at = 0; at < bytes.length; at += LONGEST) {
        int length = Math.min(LONGEST, bytes.length - at);
        packet(header(ownPort, clientPort, sent, received), bytes, at, length);
        sent += length;
      }
    }

    private static Fields header(int from, int to, int sequence, int acknowledged) {
      return Fields.zeros(20)
          .twoBytes(0, from)
          .twoBytes(2, to)
          .number(4, sequence)
          .number(8, acknowledged)
          .twoBytes(12, PUSH_AND_ACK)
          .twoBytes(14, 65535);
    }
  }
}
