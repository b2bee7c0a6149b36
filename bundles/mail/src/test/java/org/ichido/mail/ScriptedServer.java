package org.ichido.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP server that answers what a test tells it to, or does worse. It speaks of {@code GREETING}
 * before the client's first word, and of {@code .} at the end of a letter.
 */
final class ScriptedServer implements AutoCloseable {
  static final String GREETING = "GREETING";
  static final String HANG_UP = "(hangs up)";
  static final String SAY_NOTHING = "(says nothing)";
  static final String READ_NO_MORE = "(reads no more)";
  static final String GO_ON_FOR_EVER = "(goes on for ever)";

  private final ServerSocket door;
  private final Map<String, String> script = new HashMap<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile @Nullable SSLContext tls;

  ScriptedServer() throws IOException {
    door = new ServerSocket();
    // Small, so that who writes to a server that does not read is held up soon.
    door.setReceiveBufferSize(4096);
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    script.put(GREETING, "220 script");
    script.put("EHLO", "250-script\r\n250 8BITMIME");
    script.put("AUTH", "235 2.7.0 welcome");
    script.put("DATA", "354 go on");
    script.put("QUIT", "221 bye");
    Thread thread = new Thread(this::serve, "scripted mail server");
    thread.setDaemon(true);
    thread.start();
  }

  ScriptedServer when(String command, String reply) {
    script.put(command, reply);
    return this;
  }

  /** Lets the client begin with its letter, and reads none of it. */
  ScriptedServer readingNoLetter() {
    return when("LETTER", "");
  }

  /** Offers STARTTLS. */
  ScriptedServer with(SSLContext context) {
    tls = context;
    return when("EHLO", "250-script\r\n250 STARTTLS").when("STARTTLS", "220 go ahead");
  }

  int port() {
    return door.getLocalPort();
  }

  /** The commands' lines, and the letter's, so far. */
  List<String> heard() {
    return heard;
  }

  /** The commands alone, each by its first word. */
  List<String> commands() {
    return heard.stream().filter(line -> line.matches("[A-Z]{4,8}( .*)?")).map(this::verb).toList();
  }

  private String verb(String line) {
    return line.replaceFirst(" .*", "").toUpperCase(Locale.ROOT);
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket client = door.accept()) {
        converse(client);
      } catch (IOException e) {
        // The client went, or the test is over.
      }
    }
  }

  private void converse(Socket client) throws IOException {
    Socket socket = client;
    BufferedReader in = reader(socket);
    if (!answers(GREETING, socket)) {
      return;
    }
    String line = in.readLine();
    while (line != null) {
      heard.add(line);
      String verb = verb(line);
      if (!answers(verb, socket)) {
        return;
      }
      if (verb.equals("STARTTLS") && tls != null) {
        socket = encrypted(socket);
        in = reader(socket);
      }
      if (verb.equals("DATA") && script.get("DATA").startsWith("354") && !letter(in, socket)) {
        return;
      }
      line = in.readLine();
    }
  }

  private boolean letter(BufferedReader in, Socket socket) throws IOException {
    if (script.containsKey("LETTER")) {
      untilTheEnd();
    }
    String line = in.readLine();
    while (line != null && !line.equals(".")) {
      heard.add(line);
      line = in.readLine();
    }
    return line != null && answers(".", socket);
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Whether the conversation goes on. */
  private boolean answers(String verb, Socket socket) throws IOException {
    String reply = script.getOrDefault(verb, "250 OK");
    OutputStream out = socket.getOutputStream();
    switch (reply) {
      case HANG_UP -> {
        return false;
      }
      case SAY_NOTHING -> {
        return true;
      }
      case READ_NO_MORE -> untilTheEnd();
      case GO_ON_FOR_EVER -> {
        while (true) {
          out.write("220-and another thing\r\n".getBytes(StandardCharsets.US_ASCII));
        }
      }
      default -> {
        out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    }
    return true;
  }

  private void untilTheEnd() throws IOException {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private Socket encrypted(Socket socket) throws IOException {
    SSLSocket encrypted =
        (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
    encrypted.setUseClientMode(false);
    encrypted.startHandshake();
    return encrypted;
  }

  @Override
  public void close() throws IOException {
    end.countDown();
    door.close();
  }
}
