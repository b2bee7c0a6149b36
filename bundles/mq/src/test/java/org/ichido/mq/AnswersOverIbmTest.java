package org.ichido.mq;

/** The same over IBM's client. */
class AnswersOverIbmTest extends AnswersTest {
  @Override
  TestTransport transport() throws Exception {
    return new TestQueueManager();
  }
}
