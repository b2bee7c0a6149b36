package org.ichido.mq;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.mq.MQMessage;
import com.ibm.mq.constants.CMQC;
import java.time.Duration;
import java.util.List;
import org.ichido.api.BackedOutMessage;
import org.ichido.api.Health;
import org.ichido.queuemanager.queues.QueueAttribute;
import org.ichido.queuemanager.queues.QueueDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What IBM's client cannot make a JMS message of: its receive throws, or it moves the message. */
class UnreadableMessagesTest extends IbmClientTestBase {
  enum Broken {
    TEXT_IN_A_CHARACTER_SET_THAT_JAVA_LACKS(CMQC.MQFMT_STRING, 9999, "HELLO"),
    BYTES_IN_A_CHARACTER_SET_THAT_JAVA_LACKS(CMQC.MQFMT_NONE, 9999, "HELLO"),
    CHARACTER_SET_OF_THE_APPLICATION(CMQC.MQFMT_STRING, -3, "HELLO"),
    RFH2_THAT_IS_NONE(CMQC.MQFMT_RF_HEADER_2, 819, "no header but quite some text"),
    RFH2_THAT_ENDS_TOO_SOON(CMQC.MQFMT_RF_HEADER_2, 819, "RFH \0\0\0\2"),
    RFH2_WITHOUT_ANYTHING(CMQC.MQFMT_RF_HEADER_2, 819, ""),
    RFH2_WITH_A_NEGATIVE_LENGTH(
        819, HostProgram.rfh2("MQSTR   ", 819, "<mcd><Msd>jms_text</Msd></mcd>", -8, "HELLO")),
    RFH2_THAT_IS_NO_XML(
        819, HostProgram.rfh2("MQSTR   ", 819, "<mcd><Msd>jms_text</mcd", 0, "HELLO")),
    RFH2_WITH_A_NUMBER_THAT_IS_NONE(
        819, HostProgram.rfh2("MQSTR   ", 819, "<usr><n dt='i4'>many</n></usr>", 0, "HELLO")),
    MAP_THAT_IS_NO_XML(
        819, HostProgram.rfh2("MQSTR   ", 1208, "<mcd><Msd>jms_map</Msd></mcd>", 0, "<map><not")),
    RFH1_THAT_IS_NONE(CMQC.MQFMT_RF_HEADER_1, 819, "no header but quite some text"),
    DESCRIPTOR_THAT_IS_NONE(CMQC.MQFMT_MD_EXTENSION, 819, "no header but quite some text");

    private final String format;
    private final int ccsid;
    private final String data;

    Broken(int ccsid, byte[] data) {
      this(CMQC.MQFMT_RF_HEADER_2, ccsid, new String(data, ISO_8859_1));
    }

    Broken(String format, int ccsid, String data) {
      this.format = format;
      this.ccsid = ccsid;
      this.data = data;
    }

    MQMessage message() throws Exception {
      return HostProgram.request(format, ccsid, data.getBytes(ISO_8859_1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void itEndsOnTheBackoutQueueAndTheListenerLives(Broken broken) throws Exception {
    listeners.served(List.of(kinsan(1)));
    host.put(REQUESTS, broken.message());

    MQMessage moved = host.get(BACKOUT);

    // The host's own client takes a header off where it can.
    assertThat(broken.data).endsWith(new String(HostProgram.data(moved), ISO_8859_1));
    assertThat(moved.userId.strip()).as("moved with the sender's name").isEqualTo(TestBroker.CICS);
    assertThat(exchange.seen).isEmpty();
    theNextGoodOneIsAnswered();
    assertThat(listeners.health())
        .allSatisfy(health -> assertThat(health.level()).isEqualTo(Health.Level.OK));
    assertThat(queueManager.queueManager.queue(REQUESTS).messages()).isEmpty();
  }

  /** Nobody said where such a message is to go: then it waits, and holds up none behind it. */
  @ParameterizedTest
  @EnumSource(names = {"TEXT_IN_A_CHARACTER_SET_THAT_JAVA_LACKS", "RFH2_THAT_IS_NO_XML"})
  void withoutABackoutQueueItIsHeldBackAndThoseBehindItAreAnswered(Broken broken) throws Exception {
    queueManager.queueManager.define(QueueDefinition.local(REQUESTS));
    listeners.served(List.of(kinsan(1)));
    host.put(REQUESTS, broken.message());
    host.put(REQUESTS, broken.message());

    theNextGoodOneIsAnswered();

    assertThat(listeners.health())
        .filteredOn(health -> health.part().contains(REQUESTS))
        .singleElement()
        .satisfies(
            health -> {
              assertThat(health.level()).isEqualTo(Health.Level.WARN);
              assertThat(health.lines().toString()).contains("2 messages", "BOQNAME");
            });
    theNextGoodOneIsAnswered();
    listeners.deactivate();
    assertThat(queueManager.queueManager.queue(REQUESTS).messages())
        .as("nothing is lost")
        .hasSize(2);
  }

  @Test
  void onceTheQueueIsMendedWhatWasHeldBackIsMovedToo() throws Exception {
    listeners.deactivate();
    listeners =
        component(
            new Timing(
                QUICK.receive(), QUICK.shortestPause(), Duration.ofMillis(20), QUICK.stop()));
    queueManager.queueManager.define(QueueDefinition.local(REQUESTS));
    listeners.served(List.of(kinsan(1)));
    host.put(REQUESTS, Broken.TEXT_IN_A_CHARACTER_SET_THAT_JAVA_LACKS.message());
    theNextGoodOneIsAnswered();

    queueManager.queueManager.define(
        QueueDefinition.local(REQUESTS)
            .with(QueueAttribute.BOTHRESH, 20)
            .withBackoutQueue(BACKOUT));

    assertThat(new String(HostProgram.data(host.get(BACKOUT)), ISO_8859_1)).isEqualTo("HELLO");
    theNextGoodOneIsAnswered();
  }

  /** One cannot be told from the next; each is to have its tries. */
  @Test
  void severalInARowAreMovedAndNoneIsHeldBack() throws Exception {
    queueManager.queueManager.define(
        QueueDefinition.local(REQUESTS)
            .with(QueueAttribute.BOTHRESH, 400)
            .withBackoutQueue(BACKOUT));
    listeners.served(List.of(kinsan(1)));
    theNextGoodOneIsAnswered();
    theDefinitionIsKnown();
    for (int n = 0; n < 5; n++) {
      host.put(REQUESTS, Broken.RFH2_THAT_IS_NO_XML.message());
    }

    theNextGoodOneIsAnswered();

    assertThat(queueManager.queueManager.queue(BACKOUT).messages()).hasSize(5);
    assertThat(requests().lines().toString()).doesNotContain("held back");
  }

  /** More than can be held: status says that those behind them are not reached. */
  @Test
  void tooManyAreAnAlarmAndAreMovedOnceTheQueueIsMended() throws Exception {
    listeners.deactivate();
    listeners =
        component(
            new Timing(
                QUICK.receive(), QUICK.shortestPause(), Duration.ofMillis(20), QUICK.stop()));
    queueManager.queueManager.define(QueueDefinition.local(REQUESTS));
    listeners.served(List.of(kinsan(1)));
    theNextGoodOneIsAnswered();
    for (int n = 0; n < 20; n++) {
      host.put(REQUESTS, Broken.RFH2_THAT_IS_NO_XML.message());
    }
    while (requests().level() != Health.Level.DOWN) {
      Thread.onSpinWait();
    }
    queueManager.queueManager.define(
        QueueDefinition.local(REQUESTS)
            .with(QueueAttribute.BOTHRESH, 20)
            .withBackoutQueue(BACKOUT));

    theNextGoodOneIsAnswered();

    assertThat(queueManager.queueManager.queue(BACKOUT).messages()).hasSize(20);
  }

  private Health requests() {
    return listeners.health().stream()
        .filter(health -> health.part().contains(REQUESTS))
        .findFirst()
        .orElseThrow();
  }

  private void theDefinitionIsKnown() {
    while (requests().lines().stream().noneMatch(line -> line.contains("queue manager"))) {
      Thread.onSpinWait();
    }
  }

  /**
   * What the client cannot read it cannot show either. Those over which it stumbles hide no other;
   * where it finds no character set it looks no further, which the operations manual tells.
   */
  @ParameterizedTest
  @EnumSource(names = {"RFH2_WITH_A_NEGATIVE_LENGTH", "RFH2_THAT_IS_NO_XML", "MAP_THAT_IS_NO_XML"})
  void onTheBackoutQueueItHidesNoOther(Broken broken) throws Exception {
    serve(kinsan(1));
    host.put(BACKOUT, broken.message());
    MQMessage refused = HostProgram.text("HELLO");
    refused.replyToQueueName = "SOMEBODY.ELSE";
    host.put(REQUESTS, refused);
    theNextGoodOneIsAnswered();

    assertThat(messages().backedOut(KINSAN, 10))
        .extracting(BackedOutMessage::reason)
        .contains("REPLY_TO_REFUSED");
  }
}
