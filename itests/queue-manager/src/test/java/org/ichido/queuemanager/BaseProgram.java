package org.ichido.queuemanager;

import com.ibm.mq.MQException;
import com.ibm.mq.MQGetMessageOptions;
import com.ibm.mq.MQMessage;
import com.ibm.mq.MQPutMessageOptions;
import com.ibm.mq.MQQueue;
import com.ibm.mq.MQQueueManager;
import com.ibm.mq.constants.CMQC;
import com.ibm.mq.constants.MQConstants;
import java.io.IOException;
import java.util.Hashtable;
import java.util.Map;

/** A program that uses IBM's base classes. */
final class BaseProgram implements AutoCloseable {
  static final int INPUT = CMQC.MQOO_INPUT_SHARED;
  static final int OUTPUT = CMQC.MQOO_OUTPUT;
  static final int BOTH = INPUT | OUTPUT | CMQC.MQOO_BROWSE | CMQC.MQOO_INQUIRE;

  final MQQueueManager connection;

  private BaseProgram(MQQueueManager connection) {
    this.connection = connection;
  }

  static BaseProgram connect(QueueManager qm) throws MQException {
    return connect(qm.port(), "QM1", Map.of());
  }

  @SuppressWarnings("JdkObsolete") // IBM's constructor wants a Hashtable.
  static BaseProgram connect(int port, String name, Map<String, ?> more) throws MQException {
    Hashtable<String, Object> properties = new Hashtable<>();
    properties.put(CMQC.HOST_NAME_PROPERTY, "127.0.0.1");
    properties.put(CMQC.PORT_PROPERTY, port);
    properties.put(CMQC.CHANNEL_PROPERTY, "A.CHANNEL");
    properties.put(CMQC.TRANSPORT_PROPERTY, CMQC.TRANSPORT_MQSERIES_CLIENT);
    properties.putAll(more);
    return new BaseProgram(new MQQueueManager(name, properties));
  }

  MQQueue open(String queue) throws MQException {
    return connection.accessQueue(queue, BOTH);
  }

  MQQueue open(String queue, int options) throws MQException {
    return connection.accessQueue(queue, options);
  }

  static MQMessage text(String text) throws IOException {
    MQMessage message = new MQMessage();
    message.format = MQConstants.MQFMT_STRING;
    message.characterSet = 1208;
    message.writeString(text);
    return message;
  }

  static MQPutMessageOptions putOptions(int options) {
    MQPutMessageOptions put = new MQPutMessageOptions();
    put.options = options;
    return put;
  }

  static MQGetMessageOptions getOptions(int options) {
    MQGetMessageOptions get = new MQGetMessageOptions();
    get.options = options;
    return get;
  }

  static MQGetMessageOptions waiting(int options, int milliseconds) {
    MQGetMessageOptions get = getOptions(options | CMQC.MQGMO_WAIT);
    get.waitInterval = milliseconds;
    return get;
  }

  static String get(MQQueue queue) throws MQException, IOException {
    return get(queue, getOptions(CMQC.MQGMO_NO_SYNCPOINT));
  }

  static String get(MQQueue queue, MQGetMessageOptions options) throws MQException, IOException {
    MQMessage message = new MQMessage();
    queue.get(message, options);
    return message.readStringOfByteLength(message.getDataLength());
  }

  /** A step of a program that may fail. */
  interface Step<T> {
    T run() throws Exception;
  }

  /** A step of a program that may fail and has no result. */
  interface Action {
    void run() throws Exception;
  }

  /** The reason code of a call that fails; 0 if it does not. */
  static int reasonOf(Action call) throws Exception {
    try {
      call.run();
      return 0;
    } catch (MQException e) {
      return e.reasonCode;
    }
  }

  static <T> T unchecked(Step<T> step) {
    try {
      return step.run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws MQException {
    connection.disconnect();
  }
}
