package org.ichido.mq;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.mq.MQMessage;
import com.ibm.mq.constants.CMQC;
import java.util.List;
import javax.jms.BytesMessage;
import javax.jms.Message;
import javax.jms.ObjectMessage;
import org.ichido.api.Health;
import org.ichido.mq.record.Disposition;
import org.ichido.queuemanager.TestMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What IBM's client can read and nobody can answer; the rest is in UnreadableMessagesTest. */
class BadInputTest extends IbmClientTestBase {
  @BeforeEach
  void serve() {
    listeners.served(List.of(kinsan(1)));
  }

  private Message backedOut(String reason) throws Exception {
    Message moved = operator.receive(BACKOUT);
    assertThat(moved.getStringProperty("ICHIDO_REASON")).isEqualTo(reason);
    assertThat(moved.getStringProperty("ICHIDO_USER")).isEqualTo(TestBroker.CICS);
    assertThat(listeners.health())
        .allSatisfy(health -> assertThat(health.level()).isEqualTo(Health.Level.OK));
    return moved;
  }

  @ParameterizedTest
  @CsvSource({"1208, ff fe 41", "943, 81 fd ff 41", "939, 0e 41"})
  void bytesThatTheSetOfTheTextDoesNotHaveAreBackedOut(int ccsid, String bytes) throws Exception {
    byte[] data = java.util.HexFormat.ofDelimiter(" ").parseHex(bytes);
    host.put(REQUESTS, HostProgram.request(CMQC.MQFMT_STRING, ccsid, data));

    theNextGoodOneIsAnswered();
    TestMessage moved = queueManager.queueManager.queue(BACKOUT).messages().get(0);
    assertThat(moved.text(ISO_8859_1))
        .contains("<ICHIDO_REASON>BAD_CHARACTERS</ICHIDO_REASON>")
        .endsWith(new String(data, ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(strings = {CMQC.MQFMT_STRING, CMQC.MQFMT_NONE})
  void twoHundredKilobytesAreBackedOut(String format) throws Exception {
    byte[] data = new byte[200_000];
    java.util.Arrays.fill(data, (byte) 'X');
    host.put(REQUESTS, HostProgram.request(format, 819, data));

    MQMessage moved = host.get(BACKOUT);

    assertThat(moved.getStringProperty("ICHIDO_REASON")).isEqualTo("TOO_LARGE");
    assertThat(HostProgram.data(moved)).isEqualTo(data);
    theNextGoodOneIsAnswered();
  }

  /** Whatever a format promises: to us they are the bytes of a record, or not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        CMQC.MQFMT_DEAD_LETTER_HEADER,
        CMQC.MQFMT_XMIT_Q_HEADER,
        CMQC.MQFMT_ADMIN,
        CMQC.MQFMT_EVENT,
        CMQC.MQFMT_CICS,
        CMQC.MQFMT_IMS,
        CMQC.MQFMT_TRIGGER,
        "NONSENSE",
        "\u0001\u0002\u0003     "
      })
  void otherFormatsAreBytes(String format) throws Exception {
    exchange.behaviour = incoming -> new Disposition.Unanswerable("NOT_A_RECORD");
    host.put(REQUESTS, HostProgram.request(format, 819, "some header".getBytes(UTF_8)));

    BytesMessage moved = (BytesMessage) backedOut("NOT_A_RECORD");

    assertThat(moved.getBodyLength()).isEqualTo("some header".length());
    assertThat(exchange.seen.get(0).body()).isEqualTo("some header".getBytes(UTF_8));
    exchange.behaviour = FakeExchange::echo;
    theNextGoodOneIsAnswered();
  }

  @Test
  void anObjectIsNeverMadeOfAHeaderThatPromisesOne() throws Exception {
    byte[] data =
        HostProgram.rfh2("        ", 819, "<mcd><Msd>jms_object</Msd></mcd>", 0, "no object");
    host.put(REQUESTS, HostProgram.request(CMQC.MQFMT_RF_HEADER_2, 819, data));

    assertThat(backedOut("NOT_TEXT_OR_BYTES")).isInstanceOf(ObjectMessage.class);
    theNextGoodOneIsAnswered();
  }

  @Test
  void bytesWhereTextWasMeantAreAnsweredByBytesAndTextByText() throws Exception {
    host.put(REQUESTS, HostProgram.request(CMQC.MQFMT_NONE, 819, "HELLO".getBytes(ISO_8859_1)));
    assertThat(host.get(REPLIES).format).isEqualTo(CMQC.MQFMT_NONE);
    host.put(REQUESTS, HostProgram.text("HELLO"));
    assertThat(host.get(REPLIES).format).isEqualTo(CMQC.MQFMT_STRING);
    assertThat(exchange.seen.get(0).body()).isEqualTo(exchange.seen.get(1).body());
  }

  @Test
  void withoutAReplyToOrWithAStrangeOneNobodyIsAnswered() throws Exception {
    MQMessage without = HostProgram.text("HELLO");
    without.replyToQueueName = "";
    host.put(REQUESTS, without);
    backedOut("NO_REPLY_TO");

    MQMessage options = HostProgram.text("HELLO");
    options.replyToQueueName = REPLIES + "?targetClient=0";
    host.put(REQUESTS, options);
    backedOut("NO_REPLY_TO");

    MQMessage path = HostProgram.text("HELLO");
    path.replyToQueueName = "../" + REPLIES;
    host.put(REQUESTS, path);
    backedOut("REPLY_TO_REFUSED");
    assertThat(exchange.seen).isEmpty();
    theNextGoodOneIsAnswered();
  }

  /** IBM's client cannot even move that, so that it is held back. */
  @Test
  void aReplyToThatIsNoNameAtAllHoldsUpNobody() throws Exception {
    MQMessage percent = HostProgram.text("HELLO");
    percent.replyToQueueName = REPLIES + "?x=%%";
    host.put(REQUESTS, percent);

    theNextGoodOneIsAnswered();
    assertThat(listeners.health())
        .anySatisfy(
            health -> {
              assertThat(health.level()).isEqualTo(Health.Level.WARN);
              assertThat(health.lines().toString()).contains("1 messages", "held back");
            });
    theNextGoodOneIsAnswered();
    listeners.deactivate();
    assertThat(queueManager.queueManager.queue(REQUESTS).messages()).hasSize(1);
  }

  /** The user is the queue manager's word; blanks fill it to twelve. */
  @Test
  void theUserOfTheDescriptorIsTheRequester() throws Exception {
    host.put(REQUESTS, HostProgram.text("HELLO"));
    host.get(REPLIES);
    assertThat(exchange.seen.get(0).requester().name()).hasToString("core");

    try (HostProgram stranger = new HostProgram(queueManager, TestBroker.STRANGER)) {
      stranger.put(REQUESTS, HostProgram.text("HELLO"));
    }
    MQMessage moved = host.get(BACKOUT);
    assertThat(moved.getStringProperty("ICHIDO_REASON")).isEqualTo("REQUESTER_UNKNOWN");
    assertThat(moved.getStringProperty("ICHIDO_USER")).isEqualTo(TestBroker.STRANGER);
    theNextGoodOneIsAnswered();
  }

  @Test
  void anUserThatNobodyKnowsIsRefusedWhoeverPutItThere() throws Exception {
    for (String user : new String[] {"", "NOBODY", "cics1", "CICS1X", "ABCDEFGHIJKL"}) {
      host.putAs(user, REQUESTS, HostProgram.text("HELLO"));
      assertThat(host.get(BACKOUT).getStringProperty("ICHIDO_REASON"))
          .as(user)
          .isEqualTo("REQUESTER_UNKNOWN");
    }
    assertThat(exchange.seen).isEmpty();
    host.putAs(TestBroker.CICS + "       ", REQUESTS, HostProgram.text("HELLO"));
    host.get(REPLIES);
    assertThat(exchange.seen).hasSize(1);
  }
}
