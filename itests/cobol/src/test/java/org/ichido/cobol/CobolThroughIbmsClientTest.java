package org.ichido.cobol;

import com.ibm.mq.jms.MQConnectionFactory;
import com.ibm.msg.client.wmq.WMQConstants;
import java.io.IOException;
import java.time.Duration;
import javax.jms.BytesMessage;
import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.Session;
import javax.jms.TextMessage;
import org.ichido.cobol.HostQueue.Format;
import org.ichido.cobol.HostQueue.Got;
import org.ichido.evidence.Check;
import org.ichido.mq.record.Ccsid;
import org.ichido.mq.record.HostRecord;
import org.ichido.queuemanager.QueueManager;
import org.ichido.spi.transport.RequestType;
import org.ichido.testkit.host.HostCharacters;
import org.ichido.testkit.host.RecordType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What COBOL built is put as a host puts it, goes through IBM's two clients, is read by the codec
 * as it came, and is answered by the sample of its reply. What a house makes of it is another test.
 */
@Tag("peers")
class CobolThroughIbmsClientTest {
  private static final String REQUESTS = "KINSAN.OTP.REQUEST";
  private static final String REPLIES = "KINSAN.CHANNEL.REPLY";
  private static final Duration LONG = Duration.ofSeconds(20);

  private static Probe probe;
  private static QueueManager queueManager;

  @BeforeAll
  static void start() throws Exception {
    probe = Probe.run();
    queueManager =
        QueueManager.named("QM1")
            .queue(REQUESTS)
            .queue(REPLIES)
            .user("channel", "channel")
            .user("ichido", "ichido")
            .start();
  }

  @AfterAll
  static void stop() throws IOException {
    queueManager.close();
  }

  @ParameterizedTest
  @CsvSource({
    "LATIN_EBCDIC, NONE",
    "LATIN_EBCDIC, STRING",
    "KATAKANA_EBCDIC, NONE",
    "KATAKANA_EBCDIC, STRING",
    "SHIFT_JIS, NONE",
    "SHIFT_JIS, STRING",
  })
  void everyRecordGoesThroughAndComesBack(HostCharacters host, Format format) throws Exception {
    Check check =
        CobolEvidence.check(
            "a request of COBOL through IBM's client and back, %d as %s"
                .formatted(host.ccsid(), format));
    try (HostQueue cobol =
            HostQueue.connect(queueManager.port(), "QM1", "BANK.CLIENTS", "channel");
        Connection ours = factory().createConnection("ichido", "ichido")) {
      ours.start();
      Session session = ours.createSession(false, Session.AUTO_ACKNOWLEDGE);
      MessageConsumer requests = session.createConsumer(session.createQueue(REQUESTS));
      for (RequestType type : CodecLayouts.REQUESTS) {
        RecordType books = RecordType.valueOf(type.name());
        Shape shape = probe.shapes.get(books.requestBody());
        byte[] built = build(books);
        byte[] id =
            cobol.put(
                REQUESTS,
                REPLIES,
                shape.convert(built, CobolProgram.NATIVE, host.charset()),
                format,
                host.ccsid());
        Message request = requests.receive(LONG.toMillis());
        check.equal(type + " is read", text(built), read(type, request, host));
        answer(session, request, Sources.sample(books.code() + "-R"), books, host);
        Got reply = cobol.reply(REPLIES, id, LONG);
        check.equal(type + " reply's format", format, reply.format());
        check.equal(type + " reply's CCSID", host.ccsid(), reply.ccsid());
        byte[] back =
            probe
                .shapes
                .get(books.replyBody())
                .convert(reply.record(), host.charset(), CobolProgram.NATIVE);
        check.equal(type + " is answered", "READ THE BODY", advice(type, back));
      }
    }
    check.equal("calls that nobody understood", "[]", queueManager.surprises().toString());
    check.done();
  }

  private static MQConnectionFactory factory() throws JMSException {
    MQConnectionFactory factory = new MQConnectionFactory();
    factory.setTransportType(WMQConstants.WMQ_CM_CLIENT);
    factory.setHostName("127.0.0.1");
    factory.setPort(queueManager.port());
    factory.setChannel("ICHIDO.SERVER");
    factory.setQueueManager("QM1");
    return factory;
  }

  private static byte[] build(RecordType books) throws Exception {
    org.ichido.testkit.host.HostRecord request =
        org.ichido.testkit.host.HostRecord.of(
            books.requestBody(), Sources.sample(books.code() + "-Q"), CobolProgram.NATIVE);
    try (CobolProgram program = CobolProgram.run(Programs.asking(books))) {
      return program.ask(books.code(), Cards.of(request));
    }
  }

  /** As the product reads it: bytes as they are, text in the set that the descriptor names. */
  private static String read(RequestType type, Message message, HostCharacters host)
      throws JMSException, IOException {
    byte[] bytes;
    if (message instanceof TextMessage text) {
      bytes = Ccsid.encode(text.getText(), host.charset());
    } else {
      bytes = new byte[(int) ((BytesMessage) message).getBodyLength()];
      ((BytesMessage) message).readBytes(bytes);
    }
    HostRecord record =
        HostRecord.decode(
            CodecLayouts.CODEC.request(type), bytes, CodecLayouts.characters(host.ccsid()));
    return text(record.encode(CodecLayouts.characters(HostCharacters.UTF_8.ccsid())));
  }

  /** Text for text, bytes for bytes, in the set of the request. */
  private static void answer(
      Session session, Message request, byte[] sample, RecordType books, HostCharacters host)
      throws JMSException, IOException {
    Message reply;
    if (request instanceof TextMessage) {
      reply = session.createTextMessage(text(sample));
    } else {
      BytesMessage bytes = session.createBytesMessage();
      bytes.writeBytes(
          probe.shapes.get(books.replyBody()).convert(sample, CobolProgram.NATIVE, host.charset()));
      reply = bytes;
    }
    reply.setIntProperty(WMQConstants.JMS_IBM_CHARACTER_SET, host.ccsid());
    reply.setJMSCorrelationID(request.getJMSMessageID());
    session.createProducer(request.getJMSReplyTo()).send(reply);
  }

  private static String advice(RequestType type, byte[] reply) throws Exception {
    try (CobolProgram program = CobolProgram.run(Programs.asking(type))) {
      return program.read(reply).about("ADVICE");
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, CobolProgram.NATIVE);
  }
}
