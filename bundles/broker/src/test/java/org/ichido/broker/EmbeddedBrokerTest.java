package org.ichido.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.MessageConsumer;
import javax.jms.ObjectMessage;
import javax.jms.Session;
import org.ichido.api.Health;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60) // a sender that waits for ever must fail, not hang the build
class EmbeddedBrokerTest {
  @TempDir Path directory;

  @Test
  void whatWasCommittedIsReceived() throws Exception {
    try (Installation broker = Installation.in(directory)) {
      broker.send("OTP.REQUEST", "first", "second");

      assertThat(broker.receive("OTP.REQUEST")).isEqualTo("first");
      assertThat(broker.receive("OTP.REQUEST")).isEqualTo("second");
    }
  }

  @Test
  void whatWasRolledBackComesAgainMoreOftenThanTheClientsOwnLimit() throws Exception {
    try (Installation broker = Installation.in(directory);
        Connection connection = broker.component.createConnection()) {
      broker.send("OTP.REQUEST", "stubborn");
      connection.start();
      Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
      MessageConsumer consumer = session.createConsumer(session.createQueue("OTP.REQUEST"));

      for (int delivery = 1; delivery <= 9; delivery++) {
        assertThat(Installation.next(consumer).getIntProperty("JMSXDeliveryCount"))
            .isEqualTo(delivery);
        session.rollback();
      }
      assertThat(Installation.next(consumer).getBody(String.class)).isEqualTo("stubborn");
    }
  }

  @Test
  void aMessageSurvivesStopAndStart() throws Exception {
    try (Installation broker = Installation.in(directory)) {
      broker.send("OTP.REQUEST", "kept");
    }
    try (Installation broker = Installation.in(directory)) {
      assertThat(broker.receive("OTP.REQUEST")).isEqualTo("kept");
    }
  }

  @Test
  void aMessageComesFromOutsideThroughThePort() throws Exception {
    try (Installation broker = Installation.in(directory);
        Connection requester =
            broker.outside().createConnection("CICSA001", broker.password("CICSA001"))) {
      Installation.send(requester, "OTP.REQUEST", "from outside");

      assertThat(broker.receive("OTP.REQUEST")).isEqualTo("from outside");
    }
  }

  @Test
  void onlyTheLoopbackAddressAnswers() throws Exception {
    try (Installation broker = Installation.in(directory)) {
      int port = broker.port();
      List<InetAddress> others = new ArrayList<>();
      // On Linux all of 127/8 is local: a socket bound to every address would answer there.
      others.add(InetAddress.getByName("127.0.0.2"));
      for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
        network
            .inetAddresses()
            .filter(a -> !a.getHostAddress().equals("127.0.0.1"))
            .forEach(others::add);
      }

      try (Socket loopback = new Socket(InetAddress.getLoopbackAddress(), port)) {
        assertThat(loopback.isConnected()).isTrue();
      }
      for (InetAddress other : others) {
        assertThatThrownBy(() -> new Socket(other, port).close())
            .as("%s", other)
            .isInstanceOf(ConnectException.class);
      }
    }
  }

  @Test
  void portMinusOneOpensNoneAndTheServiceStillWorks() throws Exception {
    try (Installation broker = new Installation(directory, Map.of("port", -1))) {
      broker.send("OTP.REQUEST", "inside");

      assertThat(broker.receive("OTP.REQUEST")).isEqualTo("inside");
      assertThat(broker.health().lines()).contains("no port is open");
    }
  }

  @Test
  void aFrameAboveTheLimitIsRefused() throws Exception {
    try (Installation broker = new Installation(directory, Map.of("maximumMessageBytes", 16_384));
        Connection requester =
            broker.outside().createConnection("CICSA001", broker.password("CICSA001"))) {
      assertThatThrownBy(() -> Installation.send(requester, "OTP.REQUEST", "x".repeat(20_000)))
          .isInstanceOf(JMSException.class);
    }
  }

  @Test
  void anUnchangedConfigurationKeepsConnectionsAlive() throws Exception {
    try (Installation broker = Installation.in(directory);
        Connection connection = broker.component.createConnection()) {
      broker.component.reconfigure(Installation.configuration(directory, Map.of()));

      Installation.send(connection, "OTP.REQUEST", "on the old connection");
      assertThat(broker.receive("OTP.REQUEST")).isEqualTo("on the old connection");
    }
  }

  @Test
  void aChangedConfigurationTakesEffectAndKeepsMessages() throws Exception {
    try (Installation broker = Installation.in(directory)) {
      broker.send("OTP.REQUEST", "kept");

      broker.component.reconfigure(
          Installation.configuration(directory, Map.of("users", new String[] {"CICSC003"})));

      try (Connection added =
          broker.outside().createConnection("CICSC003", broker.password("CICSC003"))) {
        Installation.send(added, "OTP.REQUEST", "by the added user");
      }
      assertThatThrownBy(
              () ->
                  broker
                      .outside()
                      .createConnection("CICSA001", broker.password("CICSA001"))
                      .start())
          .isInstanceOf(JMSException.class);
      assertThat(broker.receive("OTP.REQUEST")).isEqualTo("kept");
      assertThat(broker.receive("OTP.REQUEST")).isEqualTo("by the added user");
    }
  }

  @Test
  void aNearlyFullStoreIsAWarningThatSaysWhatToDo() throws Exception {
    try (Installation broker = new Installation(directory, Map.of("storeMegabytes", 16))) {
      assertThat(broker.health().level()).isEqualTo(Health.Level.OK);
      String megabyte = "x".repeat(1 << 20);
      for (int i = 0; i < 14; i++) {
        broker.send("NOBODY.READS", megabyte);
      }

      assertThat(broker.health().level()).isEqualTo(Health.Level.WARN);
      assertThat(String.join("\n", broker.health().lines())).contains("storeMegabytes");
    }
  }

  @Test
  void aFullStoreFailsTheSenderInsteadOfHoldingItForEver() throws Exception {
    try (Installation broker = new Installation(directory, Map.of("storeMegabytes", 16))) {
      String megabyte = "x".repeat(1 << 20);
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 100; i++) {
                  broker.send("NOBODY.READS", megabyte);
                }
              })
          .isInstanceOf(JMSException.class);
      assertThat(broker.health().level()).isEqualTo(Health.Level.WARN);
    }
  }

  @Test
  void onlyTheOwnerReadsMessagesEvenInADirectoryThatIsOpen() throws Exception {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (Installation broker = Installation.in(directory)) {
      broker.send("OTP.REQUEST", "a code");

      assertThat(directory.toFile().list()).contains("kahadb", "passwords", "spool");
      for (File child : directory.toFile().listFiles()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(child.toPath())))
            .as("%s", child)
            .isEqualTo("rwx------");
      }
    }
  }

  @Test
  void anObjectOfAForeignClassIsNotBroughtToLife() throws Exception {
    try (Installation broker = Installation.in(directory);
        Connection requester =
            broker.outside().createConnection("CICSA001", broker.password("CICSA001"));
        Connection connection = broker.component.createConnection()) {
      Session sending = requester.createSession(false, Session.AUTO_ACKNOWLEDGE);
      sending
          .createProducer(sending.createQueue("OTP.REQUEST"))
          .send(sending.createObjectMessage(new Gadget()));
      connection.start();
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      ObjectMessage message =
          (ObjectMessage)
              Installation.next(session.createConsumer(session.createQueue("OTP.REQUEST")));

      assertThatThrownBy(message::getObject).isInstanceOf(JMSException.class);
      assertThat(Gadget.ALIVE).isFalse();
    }
  }

  /** What an attacker would send. */
  private static final class Gadget implements Serializable {
    private static final long serialVersionUID = 1L;
    static final AtomicBoolean ALIVE = new AtomicBoolean();

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      ALIVE.set(true);
    }
  }
}
