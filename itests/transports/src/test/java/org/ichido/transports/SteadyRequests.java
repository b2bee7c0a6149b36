package org.ichido.transports;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.jms.JMSException;
import org.ichido.testkit.host.BankHost;
import org.ichido.testkit.host.HostProgram;

/**
 * A program that asks without a pause while something else is done, one request after the other.
 */
final class SteadyRequests implements AutoCloseable {
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicReference<Throwable> trouble = new AtomicReference<>();
  private final Thread thread;
  private volatile boolean enough;

  private SteadyRequests(HostProgram channel, String name) {
    thread = new Thread(() -> ask(channel, name), "steady requests " + name);
  }

  /** A code of nobody, again and again: refused each time. */
  static SteadyRequests by(HostProgram channel, String name) {
    SteadyRequests requests = new SteadyRequests(channel, name);
    requests.thread.start();
    return requests;
  }

  private void ask(HostProgram channel, String name) {
    BankHost kinsan = new BankHost("9990", InstantSource.system());
    try {
      while (!enough) {
        String request = name + "-" + answered.get();
        String code =
            channel
                .answerTo(kinsan.verify(request, "NOBODY", "nobody", "000000"))
                .get("ICH-RESPONSE-CODE");
        if (!"1000".equals(code)) {
          throw new IllegalStateException(request + " was answered " + code);
        }
        answered.incrementAndGet();
      }
    } catch (JMSException | RuntimeException e) {
      trouble.set(e);
    }
  }

  int answered() {
    return answered.get();
  }

  /** Ends, and fails if one request was answered otherwise or not at all. */
  @Override
  public void close() throws InterruptedException {
    enough = true;
    thread.join();
    if (trouble.get() != null) {
      throw new AssertionError("after %d answers".formatted(answered.get()), trouble.get());
    }
  }
}
