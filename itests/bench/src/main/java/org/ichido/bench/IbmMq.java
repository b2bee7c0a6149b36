package org.ichido.bench;

import com.ibm.mq.jms.MQConnectionFactory;
import com.ibm.msg.client.wmq.WMQConstants;
import java.io.IOException;
import java.nio.file.Path;
import javax.jms.Connection;
import javax.jms.JMSException;
import org.ichido.demo.DemoServer;
import org.ichido.demo.IbmMqInstallation;

/** IBM's client on both sides of the queue manager for tests, which is a process of its own. */
final class IbmMq implements Wire {
  private final Path archive;
  private final QueueManagerProcess queueManager;

  /**
   * @param archive of {@code features/ibmmq}
   * @param queueManager runs, and is closed with this
   */
  IbmMq(Path archive, QueueManagerProcess queueManager) {
    this.archive = archive;
    this.queueManager = queueManager;
  }

  @Override
  public String words() {
    return "by IBM's client";
  }

  @Override
  public String factory() {
    return IbmMqInstallation.FACTORY;
  }

  @Override
  public void lay(DemoServer server) throws IOException {
    IbmMqInstallation.here(QueueManagerProcess.NAME, queueManager.port(), "ICHIDO.SERVER")
        .into(server, archive, "ichido", "ichido");
  }

  @Override
  public Connection connect(DemoServer server) throws JMSException {
    MQConnectionFactory factory = new MQConnectionFactory();
    factory.setTransportType(WMQConstants.WMQ_CM_CLIENT);
    factory.setHostName("127.0.0.1");
    factory.setPort(queueManager.port());
    factory.setChannel("ICHIDO.CLIENTS");
    factory.setQueueManager(QueueManagerProcess.NAME);
    return factory.createConnection("channel", "channel");
  }

  @Override
  public String address(String queue) {
    return "queue:///" + queue + "?targetClient=1";
  }

  @Override
  public void close() throws InterruptedException {
    queueManager.close();
  }
}
