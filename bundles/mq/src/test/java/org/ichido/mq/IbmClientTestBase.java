package org.ichido.mq;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.mq.MQMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The component over IBM's client, and a host's program on the other side. */
abstract class IbmClientTestBase extends SetAsideTestBase {
  TestQueueManager queueManager;
  HostProgram host;

  @Override
  TestTransport transport() throws Exception {
    queueManager = new TestQueueManager();
    return queueManager;
  }

  @BeforeEach
  void connect() throws Exception {
    host = new HostProgram(queueManager, TestBroker.CICS);
  }

  @AfterEach
  void disconnect() throws Exception {
    host.close();
  }

  /** Whatever else happens, the next good request is answered. */
  void theNextGoodOneIsAnswered() throws Exception {
    host.put(REQUESTS, HostProgram.text("GOOD"));
    MQMessage reply = host.get(REPLIES);
    assertThat(new String(HostProgram.data(reply), ISO_8859_1)).isEqualTo("re:GOOD");
  }
}
