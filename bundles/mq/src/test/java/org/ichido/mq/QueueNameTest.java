package org.ichido.mq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueNameTest {
  @ParameterizedTest
  @CsvSource({
    "CORE.REPLY, CORE.REPLY",
    "'CORE.REPLY          ', CORE.REPLY",
    "queue:///CORE.REPLY, CORE.REPLY",
    "queue://QM1/CORE.REPLY, CORE.REPLY",
    "queue://QM1/CORE.REPLY?targetClient=1&priority=5, CORE.REPLY",
    "CORE.REPLY?consumer.prefetchSize=1, CORE.REPLY",
    "queue://CORE.REPLY, CORE.REPLY",
    "A/B, A/B",
    "queue:///A/B, A/B",
    "'ONE,TWO', 'ONE,TWO'",
  })
  void theBareNameIsWhatAProfileWrites(String provider, String bare) {
    assertThat(QueueName.bare(provider)).isEqualTo(bare);
  }

  @ParameterizedTest
  @CsvSource({
    "CORE.REPLY, CORE.REPLY",
    "queue:///CORE.REPLY, CORE.REPLY",
    "queue://CORE.REPLY, CORE.REPLY",
    "queue://QM1/CORE.REPLY, CORE.REPLY@QM1",
    "queue://QM1/CORE.REPLY?targetClient=1, CORE.REPLY@QM1",
    "queue://QM1/A/B, A/B@QM1",
    "A/B, A/B",
  })
  void theListTellsQueueManagersApart(String provider, String listed) {
    assertThat(QueueName.listed(provider)).isEqualTo(listed);
  }

  /** The names are those that the clients give: ActiveMQ's, and IBM's, which is tested there. */
  @ParameterizedTest
  @CsvSource({
    "IBM MQ JMS Provider, queue:///KINSAN.EVENT?targetClient=1",
    "ActiveMQ, KINSAN.EVENT",
    ", KINSAN.EVENT",
  })
  void towardsHostsIbmsClientIsToldToLeaveItsHeaderOut(String provider, String address) {
    assertThat(QueueName.forHosts("KINSAN.EVENT", provider)).isEqualTo(address);
  }
}
