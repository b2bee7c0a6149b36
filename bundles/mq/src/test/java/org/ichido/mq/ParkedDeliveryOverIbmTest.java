package org.ichido.mq;

/** The same over IBM's client. */
class ParkedDeliveryOverIbmTest extends ParkedDeliveryTest {
  @Override
  TestTransport transport() throws Exception {
    return new TestQueueManager();
  }
}
