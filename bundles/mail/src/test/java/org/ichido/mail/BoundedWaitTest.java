package org.ichido.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ichido.mail.ScriptedServer.GO_ON_FOR_EVER;
import static org.ichido.mail.ScriptedServer.GREETING;
import static org.ichido.mail.ScriptedServer.HANG_UP;
import static org.ichido.mail.ScriptedServer.READ_NO_MORE;
import static org.ichido.mail.ScriptedServer.SAY_NOTHING;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.ichido.api.BankId;
import org.ichido.spi.notice.Delivery;
import org.ichido.spi.notice.Notice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No server holds us up for ever. Without the limit that a test is about, it would not end. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class BoundedWaitTest {
  private ScriptedServer server;

  @BeforeEach
  void start() throws Exception {
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {GREETING, "EHLO", "MAIL", "RCPT", "DATA", "."})
  void aServerThatNeverAnswers(String command) {
    server.when(command, SAY_NOTHING);

    assertThat(Desk.send(server.port(), "timeout.read", "200 ms"))
        .isEqualTo(
            new Delivery.Postponed(
                "127.0.0.1:"
                    + server.port()
                    + ": the server gave no whole answer within 200 ms (timeout.read)"));
  }

  @Test
  void aServerThatNeverAnswersInTls() {
    server.when(GREETING, READ_NO_MORE);

    assertThat(Desk.why(Desk.send(server.port(), "timeout.read", "200 ms", "security", "tls")))
        .endsWith("the server gave no whole answer within 200 ms (timeout.read)");
  }

  @Test
  void aServerThatReadsNoMore() {
    server.readingNoLetter();
    // More than the buffers of both ends take.
    Notice huge =
        new Notice(
            new BankId("mirai"), "n-1", Desk.SENDER, Desk.RECIPIENT, "長い", "長".repeat(8 << 20));

    Delivery delivery =
        Desk.notifier(server.port(), "timeout.write", "300 ms", "timeout.read", "10 min")
            .send(huge);

    // The library ends a write by closing the socket: which of the two is noticed first is chance.
    assertThat(Desk.why(delivery)).matches(".*: (Write timed out|Socket closed)");
  }

  /** Each of its words comes in time: only the sum is too long. */
  @Test
  void aServerThatDripsIsLeftWhenTheWholeIsOver() throws Exception {
    AtomicLong nanoTime = new AtomicLong();
    server.when(GREETING, GO_ON_FOR_EVER);
    SmtpNotifier notifier =
        Desk.on(
            new SmtpNotifier(
                Desk.configuration(server.port(), "timeout.whole", "60 s"),
                () -> nanoTime.getAndAdd(Duration.ofSeconds(7).toNanos())));

    assertThat(Desk.why(notifier.send(Desk.notice())))
        .endsWith("the server gave no whole answer within 60 s (timeout.whole)");
  }

  @Test
  void theLastWaitIsNoLongerThanWhatIsLeftOfTheWhole() {
    server.when(GREETING, SAY_NOTHING);

    assertThat(
            Desk.why(Desk.send(server.port(), "timeout.read", "10 min", "timeout.whole", "300 ms")))
        .endsWith("the server gave no whole answer within 300 ms (timeout.whole)");
  }

  @Test
  void aServerThatGoesOnForEverIsNotKept() {
    server.when(GREETING, GO_ON_FOR_EVER);

    assertThat(Desk.why(Desk.send(server.port(), "timeout.whole", "10 min")))
        .endsWith("the server says more than 262144 bytes to one mail");
  }

  @Test
  void aServerThatDoesNotAcceptConnections() throws Exception {
    List<Socket> before = new ArrayList<>();
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      fill(door, before);

      assertThat(Desk.why(Desk.send(door.getLocalPort(), "timeout.connect", "200 ms")))
          .isEqualTo(
              "127.0.0.1:%d did not accept a connection within 200 ms (timeout.connect)"
                  .formatted(door.getLocalPort()));
    } finally {
      for (Socket socket : before) {
        socket.close();
      }
    }
  }

  /** An outage of a day is thousands of tries. */
  @Test
  void noTryLeavesAThreadBehind() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();

    for (String command : List.of("NONE", GREETING, "EHLO", "MAIL", "RCPT", "DATA", ".", "QUIT")) {
      for (String reply : List.of("550 no", "?!", HANG_UP, SAY_NOTHING)) {
        try (ScriptedServer other = new ScriptedServer().when(command, reply)) {
          Desk.send(other.port(), "timeout.read", "100 ms");
          Desk.send(other.port(), "timeout.read", "100 ms", "security", "tls");
        }
      }
    }

    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!before.contains(thread)) {
        thread.join(20_000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  /** Until the kernel lets nobody more wait at the door. */
  private static void fill(ServerSocket door, List<Socket> waiting) throws Exception {
    while (true) {
      Socket socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(door.getInetAddress(), door.getLocalPort()), 200);
        waiting.add(socket);
      } catch (SocketTimeoutException e) {
        socket.close();
        return;
      }
    }
  }
}
