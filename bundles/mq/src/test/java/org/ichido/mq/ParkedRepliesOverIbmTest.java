package org.ichido.mq;

/** The same over IBM's client. */
class ParkedRepliesOverIbmTest extends ParkedRepliesTest {
  @Override
  TestTransport transport() throws Exception {
    return new TestQueueManager();
  }

  /** Which has the same bytes; without ICU's sets IBM's client does not send the other. */
  @Override
  String saidOf1399() {
    return "IBM939";
  }
}
