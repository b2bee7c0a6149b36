package org.ichido.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.jms.Connection;
import javax.jms.JMSException;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.ichido.testkit.host.BankHost;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;

/** The bank's two programs at the queues, and what they put and get, in words. */
final class Conversation implements AutoCloseable {
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final Duration EXPIRY = Duration.ofMinutes(2);
  private static final BankHost KINSAN = new BankHost("9990", InstantSource.system());

  /** A reply as it came, in hexadecimal, and the record in it. */
  record Reply(String hex, HostRecord record) {
    String get(String field) {
      return record.get(field);
    }
  }

  private final Connection channel;
  private final Connection branch;
  private final PrintStream out;

  Conversation(DemoServer server, PrintStream out) throws JMSException, IOException {
    this.out = out;
    channel = connect(server, "channel");
    branch = connect(server, "branch");
  }

  HostRecord verify(String requestId, String contract, String user, String code) {
    return KINSAN.verify(requestId, contract, user, code);
  }

  HostRecord operator(String body, String type, String requestId, String contract, String user) {
    return KINSAN
        .request(body, type, requestId)
        .move("ICH-BRANCH", "012")
        .move("ICH-OPERATOR", "OP000001")
        .move("ICH-ACT-REASON", "LOCK")
        .move("ICH-PAPER-NUMBER", "P-2026-0001")
        .move("ICH-CONTRACT", contract)
        .move("ICH-USER", user);
  }

  Reply askChannel(HostRecord request) throws JMSException {
    try (HostProgram program =
        new HostProgram(channel, "KINSAN.OTP.REQUEST", "KINSAN.CHANNEL.REPLY")
            .expiringAfter(EXPIRY)) {
      return ask(program, request, "ICHVFR", List.of("ICH-CODE"), List.of("ICH-VERDICT"));
    }
  }

  Reply askBranch(HostRecord request, String replyBody, List<String> answers) throws JMSException {
    try (HostProgram program =
        new HostProgram(branch, "KINSAN.OTP.OPERATOR", "KINSAN.BRANCH.REPLY")
            .expiringAfter(EXPIRY)) {
      return ask(program, request, replyBody, List.of("ICH-OPERATOR"), answers);
    }
  }

  private Reply ask(
      HostProgram program,
      HostRecord request,
      String replyBody,
      List<String> asked,
      List<String> answers)
      throws JMSException {
    out.println("  put  " + words(request, asked));
    byte[] bytes = program.ask(request, WAIT);
    Reply reply =
        new Reply(
            HexFormat.of().formatHex(bytes), HostRecord.of(replyBody, bytes, HostProgram.EBCDIC));
    out.println("  got  " + words(reply.record(), answers));
    return reply;
  }

  /** A record on one line: what it is, whom it is about, and these fields of its body. */
  static String words(HostRecord record, List<String> body) {
    StringBuilder words = new StringBuilder();
    words
        .append(record.get("ICH-RECORD-TYPE"))
        .append(record.get("ICH-KIND").equals("Q") ? " request " : " reply ")
        .append(record.get("ICH-REQUEST-ID"));
    for (String whom : List.of("ICH-CONTRACT", "ICH-USER")) {
      if (!record.get(whom).isEmpty()) {
        words.append("  ").append(name(whom)).append(' ').append(record.get(whom));
      }
    }
    if (record.get("ICH-KIND").equals("R")) {
      words.append("  response ").append(record.get("ICH-RESPONSE-CODE"));
    }
    for (String field : body) {
      words.append("  ").append(name(field)).append(' ').append(record.get(field));
    }
    return words.toString();
  }

  private static String name(String field) {
    return field.substring(4).toLowerCase(Locale.ROOT);
  }

  private static Connection connect(DemoServer server, String user)
      throws JMSException, IOException {
    Connection connection =
        new ActiveMQConnectionFactory(server.brokerAddress())
            .createConnection(user, server.password(user));
    connection.start();
    return connection;
  }

  @Override
  public void close() {
    for (Connection connection : List.of(channel, branch)) {
      try {
        connection.close();
      } catch (JMSException e) {
        // The server was killed on purpose: there is nobody to say goodbye to.
        out.println("  (connection was lost with the server)");
      }
    }
  }
}
