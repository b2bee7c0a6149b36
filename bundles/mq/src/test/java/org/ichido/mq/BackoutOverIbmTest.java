package org.ichido.mq;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.jms.JMSException;
import javax.jms.TextMessage;
import org.junit.jupiter.api.Test;

/** The same over IBM's client. */
class BackoutOverIbmTest extends BackoutTest {
  @Override
  TestTransport transport() throws Exception {
    return new TestQueueManager();
  }

  @Override
  @Test
  void aTextInACharacterSetThatNobodyHasIsBackedOut() throws Exception {
    TextMessage words = cics.text("HELLO");
    words.setStringProperty("JMS_IBM_Character_Set", "no such set");

    assertThatThrownBy(() -> cics.send(REQUESTS, words))
        .as("IBM's client does not send it; see UnreadableMessagesTest for who else does")
        .isInstanceOf(JMSException.class);
  }

  @Override
  @Test
  void aTextThatItsCharacterSetCannotSayIsBackedOut() throws Exception {
    TextMessage text = cics.text("\u65e5\u672c");
    text.setIntProperty("JMS_IBM_Character_Set", 819);

    assertThatThrownBy(() -> cics.send(REQUESTS, text))
        .as("IBM's client does not send it; see BadInputTest for who else does")
        .isInstanceOf(JMSException.class);
  }
}
