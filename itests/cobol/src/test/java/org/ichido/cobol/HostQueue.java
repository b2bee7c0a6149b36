package org.ichido.cobol;

import com.ibm.mq.MQException;
import com.ibm.mq.MQGetMessageOptions;
import com.ibm.mq.MQMessage;
import com.ibm.mq.MQPutMessageOptions;
import com.ibm.mq.MQQueue;
import com.ibm.mq.MQQueueManager;
import com.ibm.mq.constants.CMQC;
import com.ibm.mq.constants.MQConstants;
import java.io.IOException;
import java.time.Duration;
import java.util.Hashtable;
import java.util.Optional;

/**
 * A host's way to a queue manager: bytes as they are in storage, with a descriptor that says what
 * they are, as MQPUT and MQGET do it. For one thread.
 */
final class HostQueue implements AutoCloseable {
  /** What is put, and what is got. */
  enum Format {
    /** Bytes; nobody converts them. */
    NONE(MQConstants.MQFMT_NONE),
    /** Text in the set that the descriptor names. */
    STRING(MQConstants.MQFMT_STRING);

    private final String mqmd;

    Format(String mqmd) {
      this.mqmd = mqmd;
    }
  }

  private final MQQueueManager connection;

  private HostQueue(MQQueueManager connection) {
    this.connection = connection;
  }

  @SuppressWarnings("JdkObsolete") // IBM's constructor wants a Hashtable.
  static HostQueue connect(int port, String queueManager, String channel, String user)
      throws MQException {
    Hashtable<String, Object> properties = new Hashtable<>();
    properties.put(CMQC.HOST_NAME_PROPERTY, "127.0.0.1");
    properties.put(CMQC.PORT_PROPERTY, port);
    properties.put(CMQC.CHANNEL_PROPERTY, channel);
    properties.put(CMQC.TRANSPORT_PROPERTY, CMQC.TRANSPORT_MQSERIES_CLIENT);
    properties.put(CMQC.USE_MQCSP_AUTHENTICATION_PROPERTY, true);
    properties.put(CMQC.USER_ID_PROPERTY, user);
    properties.put(CMQC.PASSWORD_PROPERTY, user);
    return new HostQueue(new MQQueueManager(queueManager, properties));
  }

  /** Puts a request, and says by which id its reply will come. */
  byte[] put(String queue, String replyTo, byte[] record, Format format, int ccsid)
      throws MQException, IOException {
    MQMessage message = new MQMessage();
    message.messageType = CMQC.MQMT_REQUEST;
    message.replyToQueueName = replyTo;
    return put(queue, message, record, format, ccsid);
  }

  /** Puts what asks for no reply. */
  void tell(String queue, byte[] record, Format format, int ccsid) throws MQException, IOException {
    MQMessage message = new MQMessage();
    message.messageType = CMQC.MQMT_DATAGRAM;
    byte[] id = put(queue, message, record, format, ccsid);
    if (id.length == 0) {
      throw new IOException("a message without an id");
    }
  }

  private byte[] put(String queue, MQMessage message, byte[] record, Format format, int ccsid)
      throws MQException, IOException {
    message.format = format.mqmd;
    message.characterSet = ccsid;
    message.persistence = CMQC.MQPER_PERSISTENT;
    message.write(record);
    MQQueue open = connection.accessQueue(queue, CMQC.MQOO_OUTPUT);
    try {
      MQPutMessageOptions options = new MQPutMessageOptions();
      options.options = CMQC.MQPMO_NEW_MSG_ID | CMQC.MQPMO_NO_SYNCPOINT;
      open.put(message, options);
    } finally {
      open.close();
    }
    return message.messageId;
  }

  /** What answers that id; it has to come. */
  Got reply(String queue, byte[] correlId, Duration wait) throws MQException, IOException {
    MQMessage message = new MQMessage();
    message.correlationId = correlId;
    return get(queue, message, CMQC.MQMO_MATCH_CORREL_ID, wait)
        .orElseThrow(() -> new IOException("no reply on " + queue + " in " + wait));
  }

  /** The next message, if one comes. */
  Optional<Got> next(String queue, Duration wait) throws MQException, IOException {
    return get(queue, new MQMessage(), CMQC.MQMO_NONE, wait);
  }

  private Optional<Got> get(String queue, MQMessage message, int match, Duration wait)
      throws MQException, IOException {
    MQQueue open = connection.accessQueue(queue, CMQC.MQOO_INPUT_SHARED);
    try {
      MQGetMessageOptions options = new MQGetMessageOptions();
      options.options = CMQC.MQGMO_WAIT | CMQC.MQGMO_NO_SYNCPOINT;
      options.matchOptions = match;
      options.waitInterval = (int) wait.toMillis();
      open.get(message, options);
    } catch (MQException e) {
      if (e.reasonCode == CMQC.MQRC_NO_MSG_AVAILABLE) {
        return Optional.empty();
      }
      throw e;
    } finally {
      open.close();
    }
    byte[] record = new byte[message.getDataLength()];
    message.readFully(record);
    return Optional.of(new Got(record, message));
  }

  /** A message that was got. */
  static final class Got {
    private final byte[] record;
    private final MQMessage message;

    private Got(byte[] record, MQMessage message) {
      this.record = record;
      this.message = message;
    }

    byte[] record() {
      return record;
    }

    int ccsid() {
      return message.characterSet;
    }

    /** NONE or STRING, as the descriptor says; nothing else is a record. */
    Format format() throws IOException {
      for (Format format : Format.values()) {
        if (format.mqmd.equals(message.format)) {
          return format;
        }
      }
      throw new IOException("a message of format " + message.format);
    }

    boolean isReply() {
      return message.messageType == CMQC.MQMT_REPLY;
    }
  }

  @Override
  public void close() throws MQException {
    connection.disconnect();
  }
}
