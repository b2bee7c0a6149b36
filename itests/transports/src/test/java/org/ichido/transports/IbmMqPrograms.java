package org.ichido.transports;

import com.ibm.mq.jms.MQConnectionFactory;
import com.ibm.msg.client.wmq.WMQConstants;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import org.ichido.demo.IbmMqInstallation;

/**
 * How the bank's programs get to the queue manager of a server.
 *
 * @param server where that is
 * @param channel the programs'
 */
record IbmMqPrograms(IbmMqInstallation server, String channel) {
  /** With no login of its own: each program has one. */
  ConnectionFactory factory() throws JMSException {
    MQConnectionFactory factory = new MQConnectionFactory();
    factory.setTransportType(WMQConstants.WMQ_CM_CLIENT);
    factory.setHostName(server.host());
    factory.setPort(server.port());
    factory.setChannel(channel);
    factory.setQueueManager(server.queueManager());
    if (!server.cipherSuite().isEmpty()) {
      factory.setSSLCipherSuite(server.cipherSuite());
    }
    return factory;
  }

  /** As a host program names a queue: what it puts has no RFH2 header. */
  static String hostQueue(String queue) {
    return "queue:///" + queue + "?targetClient=1";
  }
}
