package org.ichido.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.JMSRuntimeException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.Session;
import org.apache.activemq.broker.BrokerRegistry;
import org.ichido.api.Health;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A start that fails is told, harms nothing, and is tried again. */
@Timeout(60) // a start that waits for ever must fail, not hang the build
class RecoveryTest {
  @TempDir Path directory;

  @Test
  void aPortInUseIsToldAndTheBrokerComesWhenItIsFree() throws Exception {
    ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    int port = other.getLocalPort();
    try (Installation broker = new Installation(directory, Map.of("port", port))) {
      assertThat(broker.health().level()).isEqualTo(Health.Level.DOWN);
      assertThat(String.join("\n", broker.health().lines()))
          .contains("port " + port, "in use", "set another port");
      broker.aSecondPasses();
      assertThatThrownBy(broker.component::createConnection)
          .isInstanceOf(JMSException.class)
          .hasMessageContaining("port " + port);

      other.close();
      broker.aSecondPasses();
      broker.send("OTP.REQUEST", "after all");

      assertThat(broker.receive("OTP.REQUEST")).isEqualTo("after all");
      assertThat(broker.port()).isEqualTo(port);
      assertThat(broker.health().level()).isEqualTo(Health.Level.OK);
    } finally {
      other.close();
    }
  }

  @Test
  void itIsNotTriedAgainWithinASecond() throws Exception {
    ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    int port = other.getLocalPort();
    try (Installation broker = new Installation(directory, Map.of("port", port))) {
      other.close();

      assertThatThrownBy(broker.component::createConnection).isInstanceOf(JMSException.class);
      assertThatThrownBy(broker.component::createContext).isInstanceOf(JMSRuntimeException.class);
      assertThat(broker.health().level()).isEqualTo(Health.Level.DOWN);
    } finally {
      other.close();
    }
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // it ignores interrupts
  void aDirectoryThatAnotherProcessHasIsToldAndTakenWhenItIsFree() throws Exception {
    try (BrokerProcess first = BrokerProcess.start(directory);
        Installation second = Installation.in(directory)) {
      assertThat(second.health().level()).isEqualTo(Health.Level.DOWN);
      assertThat(String.join("\n", second.health().lines()))
          .contains(directory.toString(), "another process");
      // A refused start must not loosen the other's lock.
      second.aSecondPasses();
      assertThatThrownBy(second.component::createConnection)
          .hasMessageContaining("another process");

      first.kill();
      second.aSecondPasses();
      second.send("OTP.REQUEST", "after all");
      assertThat(second.receive("OTP.REQUEST")).isEqualTo("after all");
    }
  }

  @Test
  void aDamagedStoreIsToldAndNothingIsThrownAway() throws Exception {
    Path journal = directory.resolve("kahadb").resolve("db-1.log");
    try (Installation broker = Installation.in(directory)) {
      broker.send("OTP.REQUEST", "m0", "one bit of this tips over", "m2");
      broker.send("OTP.REQUEST", "the last");
    }
    byte[] bytes = Files.readAllBytes(journal);
    byte[] damaged = bytes.clone();
    // Inside the text: only a checksum can tell.
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tips over");
    damaged[at] ^= 1;
    Files.write(journal, damaged);

    try (Installation broker = Installation.in(directory)) {
      assertThat(broker.health().level()).isEqualTo(Health.Level.DOWN);
      assertThat(String.join("\n", broker.health().lines()))
          .contains(directory.toString(), "copy the directory");

      Files.write(journal, bytes);
      broker.aSecondPasses();
      assertThat(broker.receive("OTP.REQUEST")).isEqualTo("m0");
    }
  }

  @Test
  void aConfigurationThatCannotBeUsedIsToldAndTheNextOneIsTaken() throws Exception {
    try (Installation broker = new Installation(directory, Map.of("port", 70_000))) {
      assertThat(broker.health().lines()).containsExactly("port: 70000 is not within -1 to 65535");

      broker.component.reconfigure(Installation.configuration(directory, Map.of()));

      assertThat(broker.health().level()).isEqualTo(Health.Level.OK);
    }
  }

  @Test
  void aBrokerThatStoppedByItselfIsToldAndStartedAgain() throws Exception {
    try (Installation broker = Installation.in(directory)) {
      broker.send("OTP.REQUEST", "kept");
      BrokerRegistry.getInstance().lookup("ichido").stop();

      assertThat(broker.health().level()).isEqualTo(Health.Level.DOWN);
      assertThat(broker.health().lines()).asString().contains("by itself", "log");
      broker.aSecondPasses();
      assertThat(broker.receive("OTP.REQUEST")).isEqualTo("kept");
    }
  }

  @Test
  void whoHoldsTheServiceAfterItsEndStartsNothing() {
    Installation broker = Installation.in(directory);
    broker.close();
    broker.aSecondPasses();

    assertThatThrownBy(broker.component::createConnection).hasMessageContaining("stopped");
    assertThat(BrokerRegistry.getInstance().lookup("ichido")).isNull();
    assertThat(broker.health().level()).isEqualTo(Health.Level.DOWN);
  }

  @Test
  void afterAKillEveryCommittedMessageIsThereOnce() throws Exception {
    List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
    String inFlight;
    try (BrokerProcess process = BrokerProcess.start(directory)) {
      CountDownLatch enough = new CountDownLatch(200);
      Thread killer =
          new Thread(
              () -> {
                try {
                  enough.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                process.kill();
              });
      killer.start();
      inFlight = sendUntilItBreaks(process.port(), acknowledged, enough);
      killer.join();
    }

    List<String> found = drain("OTP.REQUEST");
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(200);
    assertThat(found).doesNotHaveDuplicates().containsAll(acknowledged);
    found.removeAll(acknowledged);
    // Whether the one in flight is there nobody can know; nothing else may be.
    assertThat(found).isSubsetOf(inFlight);
  }

  private String sendUntilItBreaks(int port, List<String> acknowledged, CountDownLatch enough)
      throws Exception {
    String password = Files.readString(directory.resolve("passwords").resolve("CICSA001"));
    Connection requester = Installation.outside(port).createConnection("CICSA001", password);
    for (int i = 0; ; i++) {
      try {
        Installation.send(requester, "OTP.REQUEST", "m" + i);
      } catch (JMSException broken) {
        return "m" + i;
      }
      acknowledged.add("m" + i);
      enough.countDown();
    }
  }

  private List<String> drain(String queue) throws JMSException {
    List<String> found = new ArrayList<>();
    try (Installation broker = Installation.in(directory)) {
      // Behind all others: when it comes, the queue is drained without waiting for nothing.
      broker.send(queue, "end");
      try (Connection connection = broker.component.createConnection()) {
        connection.start();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageConsumer consumer = session.createConsumer(session.createQueue(queue));
        for (Message next = Installation.next(consumer); ; next = Installation.next(consumer)) {
          String text = next.getBody(String.class);
          if (text.equals("end")) {
            return found;
          }
          found.add(text);
        }
      }
    }
  }
}
