package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.ichido.spi.transport.QueueRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be answered, or must not be. */
class UnanswerableRecordTest extends ExchangeFixture {
  @ParameterizedTest
  @ValueSource(ints = {37, 1388, 5035})
  void anUnsupportedCcsidCannotBeAnswered(int ccsid) {
    byte[] body = verify.encode(Samples.set(Samples.EBCDIC));
    assertThat(exchange.exchange(Samples.incoming(body, ccsid, QueueRole.REQUEST)))
        .isEqualTo(new Disposition.Unanswerable("UNSUPPORTED_CCSID"));
  }

  @Test
  void whatIsNoRecordCannotBeAnswered() {
    byte[] body = verify.encode(Samples.set(Samples.EBCDIC));
    Disposition notARecord = new Disposition.Unanswerable("NOT_A_RECORD");
    assertThat(exchange.exchange(Samples.incoming(body, 1208, QueueRole.REQUEST)))
        .as("EBCDIC that says it is UTF-8")
        .isEqualTo(notARecord);
    for (int length : new int[] {0, 1, 255}) {
      byte[] cut = java.util.Arrays.copyOf(body, length);
      assertThat(exchange.exchange(Samples.incoming(cut, 939, QueueRole.REQUEST)))
          .isEqualTo(notARecord);
    }
    HostRecord foreign = verify.with("ICH-EYECATCHER", "ABCD");
    assertThat(exchange.exchange(Samples.incoming(foreign, 939))).isEqualTo(notARecord);
  }

  /** Otherwise two programs might answer each other's answers for ever. */
  @ParameterizedTest
  @ValueSource(strings = {"ICH-REPLY", "ICH-EVENT"})
  void aReplyOrAnEventIsNeverAnswered(String kind) {
    assertThat(exchange.exchange(Samples.incoming(verify.set(kind), 1208)))
        .isEqualTo(new Disposition.Unanswerable("NOT_A_REQUEST"));
  }
}
