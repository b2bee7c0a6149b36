package org.ichido.mq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javax.jms.InvalidDestinationException;
import javax.jms.JMSException;
import javax.jms.JMSSecurityException;
import javax.jms.MessageFormatException;
import javax.jms.ResourceAllocationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendTroubleTest {
  /** As IBM's client says it: the code stands in the linked exception. */
  private static JMSException ibm(String code) {
    JMSException trouble = new JMSException("JMSWMQ2007: Failed to send a message", "JMSWMQ2007");
    trouble.setLinkedException(
        new IOException(
            "JMSCMQ0001: IBM MQ call failed with compcode '2' ('MQCC_FAILED') reason '"
                + code
                + "' ('MQRC_X')."));
    return trouble;
  }

  @ParameterizedTest
  @ValueSource(strings = {"2085", "2087", "2035", "2030", "2031", "2218"})
  void aQueueThatIsMissingOrClosedOrTooSmallStaysSo(String code) {
    assertThat(SendTrouble.of(ibm(code)).permanent()).isTrue();
    assertThat(SendTrouble.of(ibm(code)).why()).startsWith(code).contains("Failed to send");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2053", "2051", "2192", "2009", "2538", "2003"})
  void aQueueThatIsFullOrAwayComesBack(String code) {
    assertThat(SendTrouble.of(ibm(code)).permanent()).isFalse();
  }

  @Test
  void theCodeCountsMoreThanTheType() {
    JMSException trouble = new JMSSecurityException("wrapped");
    trouble.setLinkedException(new IOException("CC=2;RC=2009;AMQ9213"));
    assertThat(SendTrouble.of(trouble).permanent()).isFalse();
  }

  @Test
  void theCodeMayBeTheErrorCodeItself() {
    assertThat(SendTrouble.of(new JMSException("no", "2085")).permanent()).isTrue();
    assertThat(SendTrouble.of(new JMSException("no", "2053")).permanent()).isFalse();
  }

  @Test
  void withoutACodeTheTypeCounts() {
    assertThat(SendTrouble.of(new InvalidDestinationException("gone")).permanent()).isTrue();
    assertThat(SendTrouble.of(new JMSSecurityException("no")).permanent()).isTrue();
    assertThat(SendTrouble.of(new MessageFormatException("no")).permanent()).isTrue();
    assertThat(SendTrouble.of(new ResourceAllocationException("full")).permanent()).isFalse();
    assertThat(SendTrouble.of(new JMSException("queue 2085 items long")).permanent()).isFalse();
  }

  @Test
  void aCauseThatIsItsOwnCauseEnds() {
    JMSException first = new JMSException("first");
    JMSException second = new JMSException("second");
    first.setLinkedException(second);
    second.setLinkedException(first);
    assertThat(SendTrouble.of(first).permanent()).isFalse();
  }
}
