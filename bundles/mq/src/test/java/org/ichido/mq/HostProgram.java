package org.ichido.mq;

import com.ibm.mq.MQException;
import com.ibm.mq.MQGetMessageOptions;
import com.ibm.mq.MQMessage;
import com.ibm.mq.MQPutMessageOptions;
import com.ibm.mq.MQQueue;
import com.ibm.mq.MQQueueManager;
import com.ibm.mq.constants.CMQC;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Hashtable;

/** A program of a host, which knows nothing of JMS: it writes every field of the descriptor. */
final class HostProgram implements AutoCloseable {
  private static final int PATIENCE = 60_000;
  private final MQQueueManager connection;

  HostProgram(TestQueueManager queueManager, String user) throws MQException {
    connection = connect(properties(queueManager, user));
  }

  /** The client may still hand out a socket of its own that was cut a moment ago. */
  private static MQQueueManager connect(Hashtable<String, Object> properties) throws MQException {
    for (int left = 10; ; left--) {
      try {
        return new MQQueueManager("*", properties);
      } catch (MQException e) {
        if (e.reasonCode != CMQC.MQRC_CONNECTION_BROKEN || left == 0) {
          throw e;
        }
      }
    }
  }

  @SuppressWarnings("JdkObsolete") // IBM's constructor wants a Hashtable.
  private static Hashtable<String, Object> properties(TestQueueManager queueManager, String user) {
    Hashtable<String, Object> properties = new Hashtable<>();
    properties.put(CMQC.HOST_NAME_PROPERTY, "127.0.0.1");
    properties.put(CMQC.PORT_PROPERTY, queueManager.queueManager.port());
    properties.put(CMQC.CHANNEL_PROPERTY, "ICHIDO.SVRCONN");
    properties.put(CMQC.TRANSPORT_PROPERTY, CMQC.TRANSPORT_MQSERIES_CLIENT);
    properties.put(CMQC.USER_ID_PROPERTY, user);
    properties.put(CMQC.PASSWORD_PROPERTY, user);
    return properties;
  }

  /** A request as most are: its format and set, and a reply-to. */
  static MQMessage request(String format, int ccsid, byte[] data) throws IOException {
    MQMessage message = new MQMessage();
    message.messageType = CMQC.MQMT_REQUEST;
    message.format = format;
    message.characterSet = ccsid;
    message.replyToQueueName = QueueListenersTestBase.REPLIES;
    message.write(data);
    return message;
  }

  static MQMessage text(String text) throws IOException {
    return request(CMQC.MQFMT_STRING, 819, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A header RFH2 before data in CCSID 819. */
  static byte[] rfh2(String format, int ccsid, String folder, int folderLength, String data) {
    byte[] padded = (folder + "   ").substring(0, (folder.length() + 3) / 4 * 4).getBytes(UTF_8);
    return ByteBuffer.allocate(40 + padded.length + data.length())
        .put("RFH ".getBytes(UTF_8))
        .putInt(2)
        .putInt(40 + padded.length)
        .putInt(273)
        .putInt(ccsid)
        .put(format.getBytes(UTF_8))
        .putInt(0)
        .putInt(1208)
        .putInt(folderLength < 0 ? folderLength : padded.length)
        .put(padded)
        .put(data.getBytes(UTF_8))
        .array();
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  MQMessage put(String queue, MQMessage message) throws MQException {
    MQQueue opened = connection.accessQueue(queue, CMQC.MQOO_OUTPUT);
    opened.put(message, new MQPutMessageOptions());
    opened.close();
    return message;
  }

  /** Puts as a program that says who sent the message: MQPMO_SET_IDENTITY_CONTEXT. */
  MQMessage putAs(String user, String queue, MQMessage message) throws MQException {
    message.userId = user;
    MQQueue opened =
        connection.accessQueue(queue, CMQC.MQOO_OUTPUT | CMQC.MQOO_SET_IDENTITY_CONTEXT);
    MQPutMessageOptions options = new MQPutMessageOptions();
    options.options |= CMQC.MQPMO_SET_IDENTITY_CONTEXT;
    opened.put(message, options);
    opened.close();
    return message;
  }

  /** The next message, waited for. */
  MQMessage get(String queue) throws MQException {
    MQMessage message = new MQMessage();
    MQQueue opened = connection.accessQueue(queue, CMQC.MQOO_INPUT_SHARED);
    MQGetMessageOptions options = new MQGetMessageOptions();
    options.options = CMQC.MQGMO_WAIT | CMQC.MQGMO_NO_SYNCPOINT;
    options.waitInterval = PATIENCE;
    opened.get(message, options);
    opened.close();
    return message;
  }

  static byte[] data(MQMessage message) throws IOException {
    byte[] data = new byte[message.getDataLength()];
    message.readFully(data);
    return data;
  }

  @Override
  public void close() {
    try {
      connection.disconnect();
    } catch (MQException e) {
      // Its socket was cut, as its test wanted it.
    }
  }
}
