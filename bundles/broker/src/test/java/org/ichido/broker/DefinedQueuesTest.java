package org.ichido.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import javax.jms.Connection;
import javax.jms.InvalidDestinationException;
import javax.jms.JMSException;
import javax.jms.Session;
import javax.jms.TextMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60) // a sender that waits for ever must fail, not hang the build
class DefinedQueuesTest {
  @TempDir Path directory;

  private Installation with(Map<String, Object> keys) {
    return new Installation(directory, keys);
  }

  private Installation twoQueues() {
    return with(Map.of("queues", new String[] {"OTP.REQUEST, OTP.REPLY"}));
  }

  @Test
  void aQueueThatIsDefinedIsThere() throws Exception {
    try (Installation broker = twoQueues()) {
      broker.send("OTP.REQUEST", "one");
      assertThat(broker.receive("OTP.REQUEST")).isEqualTo("one");
      assertThat(broker.health().lines()).contains("queues OTP.REPLY, OTP.REQUEST");
    }
  }

  @Test
  void nobodySendsToAQueueThatIsNotDefinedNorReadsFromIt() throws Exception {
    try (Installation broker = twoQueues();
        Connection outside =
            broker.outside().createConnection("CICSA001", broker.password("CICSA001"));
        Connection inside = broker.component.createConnection()) {
      for (Connection connection : new Connection[] {outside, inside}) {
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        assertThatThrownBy(() -> session.createProducer(session.createQueue("OTP.REPYL")))
            .isInstanceOf(InvalidDestinationException.class)
            .hasMessageContaining("2085")
            .hasMessageContaining("OTP.REPYL");
        assertThatThrownBy(() -> session.createConsumer(session.createQueue("OTP.REPYL")))
            .isInstanceOf(InvalidDestinationException.class);
        Installation.send(connection, "OTP.REQUEST", "the connection is whole");
        assertThat(broker.receive("OTP.REQUEST")).isEqualTo("the connection is whole");
      }
    }
  }

  @Test
  void noListOfDestinationsLeadsAroundIt() throws Exception {
    try (Installation broker = twoQueues();
        Connection connection = broker.component.createConnection()) {
      assertThatThrownBy(() -> Installation.send(connection, "OTP.REQUEST,OTP.REPYL", "both"))
          .isInstanceOf(JMSException.class);
    }
  }

  @Test
  void aTemporaryQueueNeedsNoDefinition() throws Exception {
    try (Installation broker = twoQueues();
        Connection connection = broker.component.createConnection()) {
      connection.start();
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      var queue = session.createTemporaryQueue();
      session.createProducer(queue).send(session.createTextMessage("for me"));
      assertThat(Installation.next(session.createConsumer(queue)).getBody(String.class))
          .isEqualTo("for me");
    }
  }

  @Test
  void aFullQueueRefusesWithWordsAndTakesAgainWhenItIsRead() throws Exception {
    try (Installation broker = with(Map.of("maximumDepth", 2));
        Connection connection = broker.component.createConnection()) {
      Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
      var open = session.createProducer(session.createQueue("OTP.REPLY"));
      broker.send("OTP.REPLY", "one", "two");

      assertThatThrownBy(() -> session.createProducer(session.createQueue("OTP.REPLY")))
          .isInstanceOf(JMSException.class)
          .hasMessageContaining("2053");
      TextMessage third = session.createTextMessage("three");
      assertThatThrownBy(
              () -> {
                open.send(third);
                session.commit();
              })
          .isInstanceOf(JMSException.class);

      assertThat(broker.receive("OTP.REPLY")).isEqualTo("one");
      broker.send("OTP.REPLY", "four");
      assertThat(broker.receive("OTP.REPLY")).isEqualTo("two");
      assertThat(broker.receive("OTP.REPLY")).isEqualTo("four");
    }
  }

  /** Else messages would be lost with a line of a file. */
  @Test
  void whatAQueueHeldIsReadAlsoWhenItIsDefinedNoMore() throws Exception {
    try (Installation broker = twoQueues()) {
      broker.send("OTP.REPLY", "kept");
    }
    try (Installation broker = with(Map.of("queues", new String[] {"OTP.REQUEST"}))) {
      assertThatThrownBy(() -> broker.send("OTP.REPLY", "late")).hasMessageContaining("2085");
      assertThat(broker.receive("OTP.REPLY")).isEqualTo("kept");
    }
  }
}
