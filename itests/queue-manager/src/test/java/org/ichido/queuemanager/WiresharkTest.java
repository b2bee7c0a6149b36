package org.ichido.queuemanager;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.mq.MQMessage;
import com.ibm.mq.MQQueue;
import com.ibm.mq.constants.CMQC;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.jms.JMSContext;
import javax.jms.Message;
import org.ichido.evidence.Check;
import org.ichido.evidence.Evidence;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A second opinion about the bytes: Wireshark's dissector, which knows the protocol from real queue
 * managers. Runs with the profile {@code peers}, which needs {@code tshark}.
 */
@Tag("peers")
@DisplayName("Wireshark")
@ExtendWith(SuiteEvidence.class)
class WiresharkTest {
  @TempDir private Path directory;

  @Test
  void everySegmentHasANameAndNoneIsMalformed() throws Exception {
    Path file = directory.resolve("capture.pcap");
    int port;
    try (QueueManager qm =
        QueueManager.named("QM1")
            .queue("A.QUEUE")
            .queue("B.QUEUE")
            .user("ichido", "secret")
            .capture(file)
            .start()) {
      port = qm.port();
      logIn(qm);
      useBaseClasses(qm);
      useJms(qm);
      useContexts(qm);
      listen(qm);
    }
    List<String> lines = tshark(file, port);
    Check check =
        new Check(
            new Evidence("queue-manager", 1, "check", "tries", "wrong"),
            "Wireshark names every segment, none malformed");
    Set<String> names = new TreeSet<>();
    for (String line : lines) {
      String[] cells = line.split("\t", -1);
      List<String> types = Arrays.asList(cells[1].split(",", -1));
      names.addAll(types);
      check.that("frame " + line, cells[0].equals("MQ") && !line.contains("Unknown"));
      check.that("malformed " + line, cells[3].isEmpty() && cells[4].isEmpty());
    }
    check.done();
    assertThat(names).as("types of segments").hasSizeGreaterThanOrEqualTo(32);
  }

  private static void logIn(QueueManager qm) throws Exception {
    Map<String, Object> login =
        Map.of(
            CMQC.USE_MQCSP_AUTHENTICATION_PROPERTY, true,
            CMQC.USER_ID_PROPERTY, "ichido",
            CMQC.PASSWORD_PROPERTY, "secret");
    BaseProgram.connect(qm.port(), "QM1", login).close();
  }

  private static void useBaseClasses(QueueManager qm) throws Exception {
    try (BaseProgram program = BaseProgram.connect(qm)) {
      MQQueue queue = program.open("A.QUEUE");
      MQMessage large = new MQMessage();
      large.write(new byte[100_000]);
      queue.put(large, BaseProgram.putOptions(CMQC.MQPMO_SYNCPOINT));
      program.connection.commit();
      queue.get(new MQMessage(), BaseProgram.getOptions(CMQC.MQGMO_BROWSE_FIRST));
      queue.get(new MQMessage(), BaseProgram.getOptions(CMQC.MQGMO_SYNCPOINT));
      program.connection.backout();
      queue.get(new MQMessage());
      queue.getCurrentDepth();
      program.connection.put("A.QUEUE", BaseProgram.text("put1"));
      BaseProgram.get(queue);
      assertThat(BaseProgram.reasonOf(() -> BaseProgram.get(queue))).isEqualTo(2033);
      assertThat(BaseProgram.reasonOf(() -> program.open("NO.QUEUE"))).isEqualTo(2085);
      queue.close();
    }
  }

  private static void useJms(QueueManager qm) throws Exception {
    try (JmsProgram program = JmsProgram.transacted(qm)) {
      program.send("A.QUEUE", "one");
      program.session.commit();
      Message message = program.consumer("A.QUEUE").receive(JmsProgram.LONG);
      assertThat(message).isNotNull();
      program.session.rollback();
      program.session.createBrowser(program.queue("A.QUEUE")).getEnumeration().nextElement();
      program.session.createTemporaryQueue();
    }
  }

  private static void useContexts(QueueManager qm) throws Exception {
    try (JMSContext context = JmsProgram.factory(qm).createContext(JMSContext.SESSION_TRANSACTED)) {
      context.createProducer().send(context.createQueue("queue:///B.QUEUE"), "async");
      context.commit();
    }
  }

  private static void listen(QueueManager qm) throws Exception {
    BlockingQueue<Message> heard = new LinkedBlockingQueue<>();
    try (JmsProgram program = JmsProgram.transacted(qm)) {
      program.consumer("B.QUEUE").setMessageListener(heard::add);
      assertThat(heard.poll(20, SECONDS)).isNotNull();
      program.connection.stop();
    }
  }

  private static List<String> tshark(Path file, int port) throws Exception {
    List<String> command = new ArrayList<>(List.of("tshark", "-r", file.toString()));
    command.addAll(List.of("-d", "tcp.port==" + port + ",mq", "-Y", "tcp.len > 0"));
    command.addAll(List.of("-T", "fields", "-e", "_ws.col.Protocol", "-e", "mq.tsh.type"));
    command.addAll(
        List.of("-e", "_ws.col.Info", "-e", "_ws.malformed", "-e", "_ws.expert.message"));
    Process tshark;
    try {
      tshark = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      throw new IOException("the profile peers needs tshark", e);
    }
    byte[] said = tshark.getInputStream().readAllBytes();
    assertThat(tshark.waitFor()).as("exit of tshark").isZero();
    return new String(said, StandardCharsets.UTF_8).lines().toList();
  }
}
