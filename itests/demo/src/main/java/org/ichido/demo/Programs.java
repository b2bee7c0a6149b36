package org.ichido.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import javax.jms.JMSException;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;

/**
 * One bank's programs at its queues, each logged in for one record; what they put and get, in
 * words.
 *
 * @param server who is asked
 * @param bank the bank's id
 * @param out where it is said
 */
record Programs(DemoServer server, String bank, PrintStream out) {
  HostRecord core(String what, HostRecord request, String... answers)
      throws JMSException, IOException {
    return ask(what, "core", "CORE", request, answers);
  }

  HostRecord channel(String what, HostRecord request, String... answers)
      throws JMSException, IOException {
    return ask(what, "channel", "REQUEST", request, answers);
  }

  HostRecord branch(String what, HostRecord request, String... answers)
      throws JMSException, IOException {
    return ask(what, "branch", "OPERATOR", request, answers);
  }

  HostRecord app(String what, HostRecord request, String... answers)
      throws JMSException, IOException {
    return ask(what, "app", "APP", request, answers);
  }

  private HostRecord ask(
      String what, String user, String role, HostRecord request, String... answers)
      throws JMSException, IOException {
    out.println("  put  " + Conversation.words(request, List.of()) + "  (" + what + ")");
    String prefix = bank.toUpperCase(Locale.ROOT) + ".";
    try (HostProgram program =
        HostProgram.loggedIn(
            new ActiveMQConnectionFactory(server.brokerAddress()),
            user,
            server.password(user),
            prefix + "OTP." + role,
            prefix + user.toUpperCase(Locale.ROOT) + ".REPLY")) {
      HostRecord reply = program.answerTo(request);
      List<String> fields = List.of(answers).stream().map(name -> "ICH-" + name).toList();
      out.println("  got  " + Conversation.words(reply, fields));
      return reply;
    }
  }
}
