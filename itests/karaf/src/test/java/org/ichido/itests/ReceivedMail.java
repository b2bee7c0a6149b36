package org.ichido.itests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The first mail of a mailbox, fetched by POP3 (RFC 1939) without a mail library: one in the test's
 * bundle could stand in for one that the product lacks.
 */
final class ReceivedMail {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
  private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(20);

  private final List<String> lines = new ArrayList<>();

  /** Asks the mail server until there is one. */
  static ReceivedMail awaited(int port, String address) throws IOException {
    long end = System.nanoTime() + PATIENCE;
    while (true) {
      try {
        return new ReceivedMail(port, address);
      } catch (AssertionError e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(BREATH);
      }
    }
  }

  ReceivedMail(int port, String address) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      ok(in.readLine());
      for (String command : List.of("USER " + address, "PASS " + address, "RETR 1")) {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        ok(in.readLine());
      }
      for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
        ok(line == null ? "-ERR end" : "+OK");
        lines.add(line);
      }
    }
  }

  private static void ok(String line) {
    if (line == null || !line.startsWith("+OK")) {
      throw new AssertionError("the mail server says " + line);
    }
  }

  boolean has(String header) {
    return lines.subList(0, lines.indexOf("")).contains(header);
  }

  /** A line of the head, such as {@code From}. */
  String head(String name) {
    return lines.subList(0, lines.indexOf("")).stream()
        .filter(line -> line.startsWith(name + ": "))
        .findFirst()
        .orElse("");
  }

  /** What was written, if it came in base64. */
  String text() {
    String body = String.join("", lines.subList(lines.indexOf("") + 1, lines.size()));
    return new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
  }
}
