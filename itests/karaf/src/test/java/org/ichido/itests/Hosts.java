package org.ichido.itests;

import static org.junit.Assert.assertArrayEquals;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import org.ichido.api.Holder;
import org.ichido.testkit.host.BankHost;
import org.ichido.testkit.host.EmbeddedBroker;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;

/** The bank's programs, each under its own login at the queue manager. */
final class Hosts implements AutoCloseable {
  static final Duration WAIT = Duration.ofSeconds(30);
  static final BankHost KINSAN = new BankHost("9990", InstantSource.system());

  private static final Duration EXPIRY = Duration.ofMinutes(2);

  private final Connection channel;
  private final Connection branch;

  Hosts(ConnectionFactory factory) throws JMSException, IOException {
    channel = factory.createConnection("channel", EmbeddedBroker.password("channel"));
    branch = factory.createConnection("branch", EmbeddedBroker.password("branch"));
    channel.start();
    branch.start();
  }

  HostProgram channel() throws JMSException {
    return channel("KINSAN.CHANNEL.REPLY");
  }

  /** The channel's program, which wants its answers elsewhere. */
  HostProgram channel(String replies) throws JMSException {
    return new HostProgram(channel, "KINSAN.OTP.REQUEST", replies).expiringAfter(EXPIRY);
  }

  HostProgram branch() throws JMSException {
    return new HostProgram(branch, "KINSAN.OTP.OPERATOR", "KINSAN.BRANCH.REPLY")
        .expiringAfter(EXPIRY);
  }

  /** Many codes at one moment. */
  Volley channelVolley() throws JMSException {
    return new Volley(channel, "KINSAN.OTP.REQUEST", "KINSAN.CHANNEL.REPLY");
  }

  /** Many unlocks at one moment. */
  Volley branchVolley() throws JMSException {
    return new Volley(branch, "KINSAN.OTP.OPERATOR", "KINSAN.BRANCH.REPLY");
  }

  static HostRecord verify(String requestId, Holder holder, String code) {
    return KINSAN.verify(requestId, holder.contract().value(), holder.user().value(), code);
  }

  static HostRecord operator(String body, String type, String requestId, Holder holder) {
    return KINSAN
        .request(body, type, requestId)
        .move("ICH-BRANCH", "012")
        .move("ICH-OPERATOR", "OP000001")
        .move("ICH-ACT-REASON", "LOCK")
        .move("ICH-PAPER-NUMBER", "P-2026-001")
        .move("ICH-CONTRACT", holder.contract().value())
        .move("ICH-USER", holder.user().value());
  }

  /** Asks, and reads the reply in the request's characters. */
  static HostRecord reply(String body, HostProgram program, HostRecord request)
      throws JMSException {
    byte[] reply = program.ask(request, WAIT);
    HostRecord record = HostRecord.of(body, reply, HostProgram.EBCDIC);
    assertArrayEquals("EBCDIC throughout", reply, record.bytes(HostProgram.EBCDIC));
    return record;
  }

  @Override
  public void close() throws JMSException {
    channel.close();
    branch.close();
  }
}
