package org.ichido.queuemanager;

import com.ibm.mq.MQGetMessageOptions;
import com.ibm.mq.MQMessage;
import com.ibm.mq.MQQueue;
import com.ibm.mq.constants.CMQC;
import java.util.concurrent.CountDownLatch;
import javax.jms.BytesMessage;
import javax.jms.MessageConsumer;
import javax.jms.MessageProducer;

/**
 * Prints how fast messages of 1 kB go in and come out, each in a unit of work of its own: what is
 * left of any measurement when nothing is done with the message.
 */
public final class Rates {
  private static final int MESSAGES = 3000;
  private static final int ROUNDS = 3;
  private static final byte[] DATA = new byte[1000];

  private Rates() {}

  /** A message's way in or out. */
  private interface Step {
    void run() throws Exception;
  }

  /**
   * @param arguments none
   * @throws Exception if something fails
   */
  public static void main(String[] arguments) throws Exception {
    try (QueueManager qm = QueueManager.named("QM1").queue("A.QUEUE").start()) {
      for (int round = 1; round <= ROUNDS; round++) {
        System.out.println("round " + round + " of " + ROUNDS + " (the first is cold)");
        baseClasses(qm);
        jms(qm);
        listener(qm);
      }
    }
  }

  private static void baseClasses(QueueManager qm) throws Exception {
    try (BaseProgram program = BaseProgram.connect(qm)) {
      MQQueue queue = program.open("A.QUEUE");
      measure(
          "base classes, put and commit",
          () -> {
            MQMessage message = new MQMessage();
            message.persistence = CMQC.MQPER_PERSISTENT;
            message.write(DATA);
            queue.put(message, BaseProgram.putOptions(CMQC.MQPMO_SYNCPOINT));
            program.connection.commit();
          });
      MQGetMessageOptions get = BaseProgram.getOptions(CMQC.MQGMO_SYNCPOINT);
      measure(
          "base classes, get and commit",
          () -> {
            queue.get(new MQMessage(), get);
            program.connection.commit();
          });
    }
  }

  private static void jms(QueueManager qm) throws Exception {
    try (JmsProgram program = JmsProgram.transacted(qm)) {
      measure("JMS, send and commit", sending(program));
      MessageConsumer consumer = program.consumer("A.QUEUE");
      measure(
          "JMS, receive and commit",
          () -> {
            consumer.receive(JmsProgram.LONG);
            program.session.commit();
          });
    }
  }

  private static void listener(QueueManager qm) throws Exception {
    try (JmsProgram program = JmsProgram.transacted(qm)) {
      Step send = sending(program);
      for (int n = 0; n < MESSAGES; n++) {
        send.run();
      }
    }
    CountDownLatch heard = new CountDownLatch(MESSAGES);
    try (JmsProgram program = JmsProgram.transacted(qm)) {
      long start = System.nanoTime();
      program
          .consumer("A.QUEUE")
          .setMessageListener(
              message ->
                  BaseProgram.unchecked(
                      () -> {
                        program.session.commit();
                        heard.countDown();
                        return null;
                      }));
      heard.await();
      print("JMS, listener and commit", start);
    }
  }

  private static Step sending(JmsProgram program) throws Exception {
    MessageProducer producer = program.session.createProducer(program.queue("A.QUEUE"));
    return () -> {
      BytesMessage message = program.session.createBytesMessage();
      message.writeBytes(DATA);
      producer.send(message);
      program.session.commit();
    };
  }

  private static void measure(String what, Step step) throws Exception {
    long start = System.nanoTime();
    for (int n = 0; n < MESSAGES; n++) {
      step.run();
    }
    print(what, start);
  }

  private static void print(String what, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("  %-32s %6.0f messages/s%n", what, MESSAGES / seconds);
  }
}
