package org.ichido.testkit.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventReaderTest {
  private static final Instant NOON = Instant.parse("2027-04-01T03:00:00Z");
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final HostCharacters SJIS = HostCharacters.SHIFT_JIS;

  private InMemoryBroker broker;
  private EventReader reader;

  @BeforeEach
  void open() throws Exception {
    broker = new InMemoryBroker();
    reader = EventReader.loggedIn(broker.factory, "core", "secret", "EVENTS", SJIS);
  }

  @AfterEach
  void close() throws Exception {
    reader.close();
    broker.close();
  }

  private void told(int number, String contract, String type) throws Exception {
    HostRecord record =
        new HostRecord("ICHEVT")
            .move("ICH-CONTRACT", contract)
            .move("ICH-USER", "taro")
            .move("ICH-EVENT-NUMBER", Integer.toString(number))
            .move("ICH-EVENT-TYPE", type)
            .move("ICH-EVENT-AT", NOON)
            .move("ICH-CONTRACT-SEQUENCE", Integer.toString(number))
            .move("ICH-EVENT-DETAIL", "ﾃｽﾄ");
    broker.put("EVENTS", record.bytes(SJIS.charset()));
  }

  @Test
  void anEventIsReadInTheCharactersOfTheBank() throws Exception {
    told(7, "C0001", "ISSUED");

    assertThat(reader.next(WAIT))
        .contains(new BankEvent(7, "ISSUED", NOON, "C0001", "taro", "", 0, 7, "ﾃｽﾄ"));
  }

  @Test
  void whatComesAgainIsDroppedPerContract() throws Exception {
    told(1, "C0001", "ISSUED");
    told(1, "C0001", "ISSUED");
    told(2, "C0001", "ACTIVATED");
    told(1, "C0001", "ISSUED");
    told(1, "C0002", "ISSUED");
    told(3, "C0001", "CONFIRMED");

    assertThat(reader.until("C0001", "CONFIRMED", 1))
        .extracting(BankEvent::type)
        .containsExactly("ISSUED", "ACTIVATED", "CONFIRMED");
    assertThat(reader.of("C0002")).hasSize(1);
  }

  @Test
  void whatWasReadBeforeIsNotWaitedFor() throws Exception {
    told(1, "C0001", "ISSUED");
    reader.until("C0001", "ISSUED", 1);

    assertThat(reader.until("C0001", "ISSUED", 1)).hasSize(1);
    assertThat(reader.next(Duration.ofMillis(1))).isEmpty();
  }

  @Test
  void itsConnectionIsItsOwn() throws Exception {
    assertThat(broker.broker.getBroker().getClients()).hasSize(2);
    reader.close();
    assertThat(broker.broker.getBroker().getClients()).hasSize(1);
  }
}
