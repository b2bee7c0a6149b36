package org.ichido.transports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ichido.queuemanager.QueueManager;
import org.ichido.queuemanager.QueueManagerDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A server to which everything of TLS, login and rights was done wrongly. One after the other is
 * put right, and the server is never started again.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IbmMqRefusalsIT {
  private static final List<String> ROLES =
      List.of("REQUEST", "OPERATOR", "APP", "CORE", "DEBIT_REPLY");

  private static final String RIGHT = "canary-right-0815";

  private static final String CHANNEL =
      """
      DEFINE CHANNEL(ICHIDO.SVRCONN) CHLTYPE(SVRCONN) +
        SSLCIPH(ANY_TLS12_OR_HIGHER) SSLCAUTH(REQUIRED)
      SET AUTHREC OBJTYPE(QMGR) PRINCIPAL('ichido') AUTHADD(CONNECT,INQ)
      SET AUTHREC PROFILE(SYSTEM.**) OBJTYPE(QUEUE) PRINCIPAL('ichido') AUTHADD(ALLMQI)
      """;

  private static MqInstallation house;
  private static QueueManager queueManager;
  private static TlsStores ichido;
  private static TlsStores stranger;
  private static TlsStores qm1;

  private static final Map<String, String> FACTORY =
      new HashMap<>(
          Map.of(
              "jms.hostName", "127.0.0.1",
              "jms.SSLPeerName", "CN=qm2,OU=OTP,O=Example Bank"));

  @BeforeAll
  static void doEverythingWrongly() throws Exception {
    Path work = Path.of(System.getProperty("ichido.work"), "refusals");
    ichido = TlsStores.of(work, "ichido");
    stranger = TlsStores.of(work, "stranger");
    qm1 = TlsStores.of(work, "qm1");
    queueManager = queueManager(0, List.of("OPERATOR", "APP", "CORE", "DEBIT.REPLY"));
    FACTORY.put("jms.port", Integer.toString(queueManager.port()));

    house = MqInstallation.unpacked(work.resolve("server"));
    house.tls();
    stranger.writeTrust(trust());
    house.server.boot();
    house.password("canary-wrong-0815");
    house.connectionFactory(FACTORY);
    house.archive();
    house.take("ibmmq");
  }

  /** On this port, or a free one; Ichido may use these queues of Kinsan, and all that it writes. */
  private static QueueManager queueManager(int port, List<String> queues) throws Exception {
    QueueManagerDefinition definition =
        QueueManager.named("QM1")
            .port(port)
            .tls(qm1.trusting(ichido))
            .user("ichido", RIGHT)
            .passwordsRequired();
    ShippedBanks.queues().forEach(definition::queue);
    StringBuilder rights = new StringBuilder(CHANNEL);
    for (String queue : queues) {
      rights.append(right("KINSAN.OTP." + queue));
    }
    for (String queue : List.of("OTP.BACKOUT", "OTP.EVENT", "OTP.DEBIT", "*.REPLY")) {
      rights.append(right("KINSAN." + queue));
    }
    return definition.mqsc(rights.toString()).start();
  }

  private static String right(String queue) {
    return "SET AUTHREC PROFILE(%s) OBJTYPE(QUEUE) PRINCIPAL('ichido') AUTHADD(GET,PUT,BROWSE,INQ)\n"
        .formatted(queue);
  }

  private static Path trust() {
    return house.in("etc/ichido/tls/trust.p12");
  }

  private static Path keys() {
    return house.in("etc/ichido/tls/ichido.p12");
  }

  @AfterAll
  static void end() throws Exception {
    house.server.stop();
    queueManager.close();
  }

  private static void isDownBecauseOf(String code, String name, List<String> roles)
      throws IOException, InterruptedException {
    for (String role : roles) {
      house.until(
          role, said -> said.startsWith("DOWN") && said.contains(code) && said.contains(name));
    }
  }

  @Test
  @Order(1)
  void aKeyStoreThatIsNotThere() throws Exception {
    assertThat(Files.exists(keys())).isFalse();
    isDownBecauseOf("2393", "MQRC_SSL_INITIALIZATION_ERROR", ROLES);
    stranger.writeKeys(keys());
  }

  @Test
  @Order(2)
  void aQueueManagerWhoseCertificateIsNotTrusted() throws Exception {
    isDownBecauseOf("2397", "MQRC_JSSE_ERROR", List.of("REQUEST"));
    qm1.writeTrust(trust());
  }

  @Test
  @Order(3)
  void aQueueManagerOfAnotherNameThanThePeersName() throws Exception {
    isDownBecauseOf("2398", "MQRC_SSL_PEER_NAME_MISMATCH", List.of("REQUEST"));
    FACTORY.put("jms.SSLPeerName", "CN=qm1,OU=OTP,O=Example Bank");
    house.connectionFactory(FACTORY);
  }

  @Test
  @Order(4)
  void aClientWithTheCertificateOfAStranger() throws Exception {
    isDownBecauseOf("2397", "MQRC_JSSE_ERROR", List.of("REQUEST"));
    assertThat(queueManager.users()).isEmpty();
    ichido.writeKeys(keys());
  }

  @Test
  @Order(5)
  void aWrongPassword() throws Exception {
    isDownBecauseOf("2035", "MQRC_NOT_AUTHORIZED", ROLES);
    assertThat(queueManager.users()).doesNotContain("ichido");
    house.password(RIGHT);
    FACTORY.put("password.changed", "2026-11-23");
    house.connectionFactory(FACTORY);
  }

  @Test
  @Order(6)
  void noAuthorityOnOneQueueIsTroubleOfThatQueueAlone() throws Exception {
    for (String role : ROLES) {
      if (!role.equals("REQUEST")) {
        house.untilReceiving(role);
      }
    }
    isDownBecauseOf("2035", "MQRC_NOT_AUTHORIZED", List.of("REQUEST"));
    int port = queueManager.port();
    queueManager.close();
    queueManager = queueManager(port, List.of("REQUEST", "OPERATOR", "APP", "CORE", "DEBIT.REPLY"));
    for (String role : ROLES) {
      house.untilReceiving(role);
    }
    assertThat(queueManager.users()).containsOnly("ichido");
  }

  @Test
  @Order(7)
  void noPasswordIsToldAnywhere() throws Exception {
    assertThat(house.server.shell("log:display\nservice:list\nconfig:list"))
        .contains("ICH-MQ")
        .doesNotContain("canary-");
  }
}
