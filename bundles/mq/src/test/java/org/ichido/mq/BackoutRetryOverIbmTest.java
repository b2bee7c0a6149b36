package org.ichido.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ichido.api.QueuesUnavailable;
import org.junit.jupiter.api.Test;

/** The same over IBM's client. */
class BackoutRetryOverIbmTest extends BackoutRetryTest {
  @Override
  TestTransport transport() throws Exception {
    return new TestQueueManager();
  }

  /** The test queue manager refuses selectors that it does not know; a real one finds nothing. */
  @Override
  @Test
  void anIdThatTriesToSelectMoreFindsNothing() throws Exception {
    assertThatThrownBy(super::anIdThatTriesToSelectMoreFindsNothing)
        .isInstanceOf(QueuesUnavailable.class)
        .hasMessageContaining("2298");
    assertThat(messages().backedOut(KINSAN, 100)).hasSize(1);
  }
}
