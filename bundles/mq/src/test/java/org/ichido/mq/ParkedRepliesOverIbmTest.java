package org.ichido.mq;

/** The same over IBM's client. */
class ParkedRepliesOverIbmTest extends ParkedRepliesTest {
  @Override
  TestTransport transport() throws Exception {
    return new TestQueueManager();
  }
}
