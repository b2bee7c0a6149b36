package org.ichido.mq;

/** The same over IBM's client. */
class RollbackOverIbmTest extends RollbackTest {
  @Override
  TestTransport transport() throws Exception {
    return new TestQueueManager();
  }
}
