package org.ichido.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.Session;
import org.apache.activemq.ActiveMQConnection;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.command.ActiveMQMessage;
import org.apache.activemq.command.ActiveMQQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may connect, and as whom: the requester of a record is the user of its message. */
class LoginTest {
  @TempDir Path directory;
  private Installation broker;

  @BeforeEach
  void start() {
    broker = Installation.in(directory);
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "vm"})
  void nobodyConnectsWithoutALogin(String way) {
    assertThatThrownBy(() -> connect(way, null, null)).isInstanceOf(JMSException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "vm"})
  void aWrongPasswordIsRefused(String way) {
    assertThatThrownBy(() -> connect(way, "CICSA001", "guess")).isInstanceOf(JMSException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "vm"})
  void anothersPasswordIsRefused(String way) {
    assertThatThrownBy(() -> connect(way, "CICSA001", broker.password("CICSB002")))
        .isInstanceOf(JMSException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "vm"})
  void theRightPasswordConnects(String way) throws Exception {
    connect(way, "CICSA001", broker.password("CICSA001"));

    try (Connection same =
        broker.component.createConnection("CICSA001", broker.password("CICSA001"))) {
      same.start();
      assertThat(same.getClientID()).isNotEmpty();
    }
  }

  @Test
  void aForgedUserIsReplacedByTheTrueOne() throws Exception {
    try (Connection requester = requester("CICSA001")) {
      Session session = requester.createSession(false, Session.AUTO_ACKNOWLEDGE);
      Message forged = session.createTextMessage("pay");
      forged.setStringProperty("JMSXUserID", "CICSB002");
      ((ActiveMQMessage) forged).setUserID("CICSB002");
      session.createProducer(session.createQueue("OTP.REQUEST")).send(forged);
    }

    assertThat(userOfTheNext("OTP.REQUEST")).isEqualTo("CICSA001");
  }

  @Test
  void twoRequestersAreToldApart() throws Exception {
    for (String user : new String[] {"CICSA001", "CICSB002"}) {
      try (Connection requester = requester(user)) {
        Installation.send(requester, "OTP.REQUEST", "same words");
      }
    }

    assertThat(userOfTheNext("OTP.REQUEST")).isEqualTo("CICSA001");
    assertThat(userOfTheNext("OTP.REQUEST")).isEqualTo("CICSB002");
  }

  @Test
  void ourOwnMessagesCarryOurOwnUser() throws Exception {
    broker.send("OTP.REPLY", "verdict");

    assertThat(userOfTheNext("OTP.REPLY")).isEqualTo("ichido");
  }

  @Test
  void aRequesterRemovesNoQueue() throws Exception {
    broker.send("OTP.REQUEST", "precious");
    ActiveMQQueue queue = new ActiveMQQueue("OTP.REQUEST");

    try (Connection requester = requester("CICSA001")) {
      assertThatThrownBy(() -> ((ActiveMQConnection) requester).destroyDestination(queue))
          .hasMessageContaining("removes no queue");
    }
    assertThat(broker.receive("OTP.REQUEST")).isEqualTo("precious");
  }

  @Test
  void thereAreNoTopics() throws Exception {
    try (Connection requester = requester("CICSA001")) {
      Session session = requester.createSession(false, Session.AUTO_ACKNOWLEDGE);
      assertThatThrownBy(
              () ->
                  session.createProducer(session.createTopic("NEWS")).send(session.createMessage()))
          .hasMessageContaining("no topics");
      assertThatThrownBy(() -> session.createConsumer(session.createTopic("NEWS")))
          .hasMessageContaining("no topics");
    }
  }

  @Test
  void aTemporaryReplyQueueWorksAndGoes() throws Exception {
    try (Connection requester = requester("CICSA001")) {
      requester.start();
      Session session = requester.createSession(false, Session.AUTO_ACKNOWLEDGE);
      var reply = session.createTemporaryQueue();
      MessageConsumer consumer = session.createConsumer(reply);
      session.createProducer(reply).send(session.createTextMessage("verdict"));
      assertThat(Installation.next(consumer).getBody(String.class)).isEqualTo("verdict");
      consumer.close();
      reply.delete();

      assertThatThrownBy(() -> session.createProducer(reply).send(session.createMessage()))
          .isInstanceOf(JMSException.class);
    }
  }

  private Connection requester(String user) throws Exception {
    return broker.outside().createConnection(user, broker.password(user));
  }

  private void connect(String way, String user, String password) throws JMSException {
    ConnectionFactory factory =
        way.equals("vm")
            ? new ActiveMQConnectionFactory("vm://ichido?create=false")
            : broker.outside();
    try (Connection connection = factory.createConnection(user, password)) {
      connection.start();
    }
  }

  private String userOfTheNext(String queue) throws JMSException {
    try (Connection connection = broker.component.createConnection()) {
      connection.start();
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
        return Installation.next(consumer).getStringProperty("JMSXUserID");
      }
    }
  }
}
