package org.ichido.mq;

import com.ibm.mq.jms.MQConnectionFactory;
import com.ibm.msg.client.wmq.WMQConstants;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import org.ichido.queuemanager.QueueManager;
import org.ichido.queuemanager.queues.QueueAttribute;
import org.ichido.queuemanager.queues.QueueDefinition;
import org.ichido.queuemanager.trouble.Call;
import org.ichido.queuemanager.trouble.Trouble;
import org.ichido.queuemanager.wire.Reason;

/** A queue manager in this JVM, by IBM's client. */
final class TestQueueManager implements TestTransport {
  static final String NAME = "QM1";

  /** What the shipped definitions say of queues that Ichido reads. */
  static final int BACKOUT_THRESHOLD = 400;

  final QueueManager queueManager;
  private final Map<String, Trouble> refusing = new ConcurrentHashMap<>();
  private final Map<String, Integer> noted = new ConcurrentHashMap<>();

  TestQueueManager() throws IOException {
    this(NAME);
  }

  TestQueueManager(String name) throws IOException {
    var definition = QueueManager.named(name).passwordsRequired();
    for (String user : new String[] {TestBroker.OURSELVES, TestBroker.CICS, TestBroker.STRANGER}) {
      definition.user(user, user);
    }
    for (String bank : new String[] {"KINSAN", "GINSAN", "GINSAN2"}) {
      for (String read : new String[] {".REQUEST", ".OPERATOR", ".DEBIT.REPLY"}) {
        definition.queue(
            QueueDefinition.local(bank + read)
                .with(QueueAttribute.BOTHRESH, BACKOUT_THRESHOLD)
                .withBackoutQueue(bank + ".BACKOUT"));
      }
      definition.queue(bank + ".BACKOUT").queue(bank + ".EVENT").queue(bank + ".DEBIT");
    }
    for (String replies : new String[] {"CORE.REPLY", "CORE.REPLY.CLOSED", "CORE.REPLY.NEW"}) {
      definition.queue(replies);
    }
    queueManager = definition.start();
  }

  @Override
  public ConnectionFactory factory(String user) throws JMSException {
    MQConnectionFactory factory = new MQConnectionFactory();
    factory.setTransportType(WMQConstants.WMQ_CM_CLIENT);
    factory.setHostName("127.0.0.1");
    factory.setPort(queueManager.port());
    factory.setChannel("ICHIDO.SVRCONN");
    factory.setQueueManager("*");
    factory.setStringProperty(WMQConstants.USERID, user);
    factory.setStringProperty(WMQConstants.PASSWORD, user);
    return factory;
  }

  @Override
  public void closeQueue(String queue) {
    refuse(queue, Reason.NOT_AUTHORIZED);
  }

  @Override
  public void fillQueue(String queue) {
    refusing.put(
        queue,
        queueManager
            .troubles()
            .at(Call.PUT)
            .onQueue(queue)
            .ofUser(TestBroker.OURSELVES)
            .always()
            .refuse(Reason.QUEUE_FULL));
  }

  /** Opening it fails from now on, for us alone. */
  void refuse(String queue, Reason reason) {
    refusing.put(
        queue,
        queueManager
            .troubles()
            .at(Call.OPEN)
            .onQueue(queue)
            .ofUser(TestBroker.OURSELVES)
            .always()
            .refuse(reason));
  }

  @Override
  public void openQueues() {
    refusing.values().forEach(Trouble::end);
    refusing.clear();
  }

  @Override
  public void failCommits(int number) {
    for (int nth = 1; nth <= number; nth++) {
      queueManager
          .troubles()
          .at(Call.COMMIT)
          .ofUser(TestBroker.OURSELVES)
          .nth(nth)
          .refuse(Reason.BACKED_OUT);
    }
  }

  @Override
  public String refusal() throws InterruptedException {
    Map.Entry<String, Trouble> only = refusing.entrySet().iterator().next();
    int next = noted.merge(only.getKey(), 1, Integer::sum);
    if (!only.getValue().awaitStruck(next, Duration.ofSeconds(20))) {
      throw new AssertionError("nobody tried to send to " + only.getKey());
    }
    return only.getKey();
  }

  @Override
  public void stop() {
    queueManager.stopListening();
    queueManager.end();
  }

  @Override
  public void start() throws IOException {
    queueManager.resume();
    queueManager.startListening();
  }

  @Override
  public void close() throws IOException {
    queueManager.close();
  }
}
