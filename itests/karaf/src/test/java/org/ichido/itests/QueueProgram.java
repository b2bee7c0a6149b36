package org.ichido.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import org.ichido.itests.AskedCustomer.Ask;
import org.ichido.itests.Asking.NoVerdict;
import org.ichido.itests.Asking.Reply;
import org.ichido.testkit.host.BankHost;
import org.ichido.testkit.host.EmbeddedBroker;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;
import org.osgi.util.tracker.ServiceTracker;

/**
 * A host program with a connection of its own. When the connection breaks it connects again and
 * waits on for the reply to what it had put; what it could not put, or is not sure to have put, it
 * puts once more under the same request id.
 */
final class QueueProgram implements Asking.Program {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
  private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(20);
  private static final Duration EXPIRY = Duration.ofMinutes(2);
  private static final BankHost KINSAN = new BankHost("9990", InstantSource.system());

  private final ServiceTracker<ConnectionFactory, ConnectionFactory> factories;
  private Connection connection;
  private HostProgram program;

  QueueProgram(ServiceTracker<ConnectionFactory, ConnectionFactory> factories) {
    this.factories = factories;
  }

  @Override
  public Reply ask(Ask ask) throws NoVerdict, InterruptedException {
    HostRecord request = KINSAN.verify(ask.requestId(), ask.contract(), ask.user(), ask.code());
    long end = System.nanoTime() + PATIENCE;
    String put = null;
    String trouble = "";
    for (long left = PATIENCE; left > 0; left = end - System.nanoTime()) {
      try {
        connect(left);
        if (put == null) {
          put = program.put(request);
        }
        byte[] reply = program.receive(put, Duration.ofNanos(left));
        HostRecord record = HostRecord.of("ICHVFR", reply, HostProgram.EBCDIC);
        return new Reply(record.get("ICH-VERDICT"), whole(reply));
      } catch (JMSException | IOException | RuntimeException e) {
        // The provider throws also unchecked, while its bundle is swapped.
        trouble = e.toString();
        close();
        LockSupport.parkNanos(BREATH);
      }
    }
    throw new NoVerdict(put + ": " + trouble);
  }

  private void connect(long patience) throws JMSException, IOException, InterruptedException {
    if (program != null) {
      return;
    }
    ConnectionFactory factory = factories.waitForService(TimeUnit.NANOSECONDS.toMillis(patience));
    if (factory == null) {
      throw new JMSException("no connection factory came");
    }
    connection = factory.createConnection("channel", EmbeddedBroker.password("channel"));
    connection.start();
    program =
        new HostProgram(connection, "KINSAN.OTP.REQUEST", "KINSAN.CHANNEL.REPLY")
            .expiringAfter(EXPIRY);
  }

  /** Every byte as a character. */
  static String whole(byte[] reply) {
    return new String(reply, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    Connection old = connection;
    connection = null;
    program = null;
    if (old != null) {
      try {
        old.close();
      } catch (JMSException | RuntimeException e) {
        // It is what broke.
      }
    }
  }
}
