package org.ichido.mq;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.mq.constants.CMQC;
import java.io.IOException;
import javax.jms.InvalidDestinationException;
import javax.jms.JMSException;
import javax.jms.JMSSecurityException;
import javax.jms.MessageFormatException;
import javax.jms.ResourceAllocationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JmsTroubleTest {
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
    assertThat(JmsTrouble.of(ibm(code)).parks()).isTrue();
    assertThat(JmsTrouble.of(ibm(code)).why()).startsWith(code).contains("Failed to send");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2053", "2051", "2192", "2009", "2538", "2003"})
  void aQueueThatIsFullOrAwayComesBack(String code) {
    assertThat(JmsTrouble.of(ibm(code)).parks()).isFalse();
  }

  @Test
  void theCodeCountsMoreThanTheType() {
    JMSException trouble = new JMSSecurityException("wrapped");
    trouble.setLinkedException(new IOException("CC=2;RC=2009;AMQ9213"));
    assertThat(JmsTrouble.of(trouble).parks()).isFalse();
  }

  @Test
  void theCodeMayBeTheErrorCodeItself() {
    assertThat(JmsTrouble.of(new JMSException("no", "2085")).parks()).isTrue();
    assertThat(JmsTrouble.of(new JMSException("no", "2053")).parks()).isFalse();
  }

  @Test
  void withoutACodeTheTypeCounts() {
    assertThat(JmsTrouble.of(new InvalidDestinationException("gone")).parks()).isTrue();
    assertThat(JmsTrouble.of(new JMSSecurityException("no")).parks()).isTrue();
    assertThat(JmsTrouble.of(new MessageFormatException("no")).parks()).isTrue();
    assertThat(JmsTrouble.of(new ResourceAllocationException("full")).parks()).isFalse();
    assertThat(JmsTrouble.of(new JMSException("queue 2085 items long")).parks()).isFalse();
  }

  @Test
  void aCauseThatIsItsOwnCauseEnds() {
    JMSException first = new JMSException("first");
    JMSException second = new JMSException("second");
    first.setLinkedException(second);
    second.setLinkedException(first);
    assertThat(JmsTrouble.of(first).parks()).isFalse();
  }

  @Test
  void whatSomebodyMustMendIsRefusedWithItsNameAndCure() {
    JmsTrouble trouble = JmsTrouble.of(ibm("2540"));
    assertThat(trouble.refuses()).isTrue();
    assertThat(trouble.parks()).as("a reply is not to blame for it").isFalse();
    assertThat(trouble.why()).startsWith("2540 MQRC_UNKNOWN_CHANNEL_NAME: ");
    assertThat(trouble.cure()).isPresent();
    assertThat(JmsTrouble.of(ibm("2538")).refuses()).isFalse();
  }

  @Test
  void aCodeThatNobodyKnowsPasses() {
    JmsTrouble trouble = JmsTrouble.of(ibm("2999"));
    assertThat(trouble.reasonClass()).isEqualTo(ReasonClass.RETRY);
    assertThat(trouble.why()).startsWith("2999: ");
    assertThat(trouble.cure()).isEmpty();
  }

  /** IBM's own constants say whether our numbers and names belong together. */
  @ParameterizedTest
  @EnumSource(ReasonCodes.class)
  void everyCodeHasTheNameThatItsMakerGaveIt(ReasonCodes known) throws Exception {
    assertThat(CMQC.class.getField(known.name()).getInt(null)).isEqualTo(known.code());
    assertThat(known.cure()).isNotBlank();
    assertThat(ReasonCodes.of(known.code())).contains(known);
  }
}
