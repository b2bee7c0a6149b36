package org.ichido.transports;

import com.ibm.mq.jms.MQConnectionFactory;
import com.ibm.msg.client.wmq.WMQConstants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import org.ichido.demo.DemoServer;

/**
 * How a server and a program get to a queue manager by IBM's client.
 *
 * @param host where it is
 * @param port its listener's
 * @param queueManager its name
 * @param channel of the server
 * @param clientChannel of the programs
 * @param cipherSuite as IBM's client calls it; empty without TLS
 */
record IbmMqInstallation(
    String host,
    int port,
    String queueManager,
    String channel,
    String clientChannel,
    String cipherSuite) {
  /**
   * Sets a server up as an administrator does it: an archive in the deploy folder, a connection
   * factory and its name in two files of {@code etc}.
   */
  void into(DemoServer server, String user, String password) throws IOException {
    Path archive = Path.of(System.getProperty("ichido.ibmmq")).toAbsolutePath();
    Path deploy = Files.createDirectories(server.directory().resolve("deploy"));
    Files.copy(archive, deploy.resolve(archive.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    Path etc = server.directory().resolve("etc");
    StringBuilder lines = new StringBuilder("type = ibmmq\nname = ibmmq\njms.transportType = 1\n");
    Map.of(
            "jms.hostName", host,
            "jms.port", Integer.toString(port),
            "jms.channel", channel,
            "jms.queueManager", queueManager,
            "jms.user", user,
            "jms.passwordFile", "${karaf.data}/ichido/mq.password")
        .forEach((key, value) -> lines.append(key).append(" = ").append(value).append('\n'));
    if (!cipherSuite.isEmpty()) {
      lines.append("jms.SSLCipherSuite = ").append(cipherSuite).append('\n');
    }
    Files.writeString(etc.resolve("org.ops4j.connectionfactory-ibmmq.cfg"), lines);
    Path secret = server.directory().resolve("data/ichido/mq.password");
    Files.createDirectories(secret.getParent());
    Files.createFile(
        secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(secret, password);
    Path mq = etc.resolve("org.ichido.mq.cfg");
    Files.writeString(mq, Files.readString(mq).replace("(name=ichido)", "(name=ibmmq)"));
  }

  /** The programs' way to it. */
  ConnectionFactory programs() throws JMSException {
    MQConnectionFactory factory = new MQConnectionFactory();
    factory.setTransportType(WMQConstants.WMQ_CM_CLIENT);
    factory.setHostName(host);
    factory.setPort(port);
    factory.setChannel(clientChannel);
    factory.setQueueManager(queueManager);
    if (!cipherSuite.isEmpty()) {
      factory.setSSLCipherSuite(cipherSuite);
    }
    return factory;
  }

  /** As a host program names a queue: what it puts has no RFH2 header. */
  static String hostQueue(String queue) {
    return "queue:///" + queue + "?targetClient=1";
  }
}
