package org.ichido.itests;

import java.io.IOException;
import java.util.Locale;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import org.ichido.testkit.host.EmbeddedBroker;
import org.ichido.testkit.host.HostCharacters;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.host.RecordType;

/** One bank's programs, each under its own login at its own queue. */
final class BankPrograms implements AutoCloseable {
  private final HostProgram channelProgram;
  private final HostProgram branchProgram;
  private final HostProgram appProgram;
  private final HostProgram coreProgram;

  /** Where a program gets the password of its login. */
  interface Passwords {
    String of(String user) throws IOException;
  }

  BankPrograms(String bank, HostCharacters characters, ConnectionFactory queues)
      throws JMSException, IOException {
    this(bank, characters, queues, EmbeddedBroker::password);
  }

  /** Programs at the queue manager of a server that runs elsewhere. */
  BankPrograms(
      String bank, HostCharacters characters, ConnectionFactory queues, Passwords passwords)
      throws JMSException, IOException {
    channelProgram = program(bank, queues, passwords, "channel", "REQUEST").speaking(characters);
    branchProgram = program(bank, queues, passwords, "branch", "OPERATOR").speaking(characters);
    appProgram = program(bank, queues, passwords, "app", "APP").speaking(characters);
    coreProgram = program(bank, queues, passwords, "core", "CORE").speaking(characters);
  }

  private static HostProgram program(
      String bank, ConnectionFactory queues, Passwords passwords, String user, String role)
      throws JMSException, IOException {
    String prefix = bank.toUpperCase(Locale.ROOT) + ".";
    return HostProgram.loggedIn(
        queues,
        user,
        passwords.of(user),
        prefix + "OTP." + role,
        prefix + user.toUpperCase(Locale.ROOT) + ".REPLY");
  }

  /** Puts a record where its type belongs, and waits for the reply. */
  HostRecord answerTo(HostRecord record) throws JMSException {
    return program(record).answerTo(record);
  }

  private HostProgram program(HostRecord record) {
    return switch (RecordType.of(record.get("ICH-RECORD-TYPE"))) {
      case UNLOCK,
          REVOKE,
          SUSPEND,
          LIFT_SUSPENSION,
          RELEASE_DOWNLOADS,
          RESYNCHRONISE,
          PLACE_ORDER,
          SHIP_ORDER,
          RETURN_ORDER,
          CANCEL_ORDER,
          SETTLE_FEE,
          UNLOCK_DEVICE,
          APPROVE,
          DESCRIBE ->
          branchProgram;
      case ACTIVATE, RENAME, RENEW -> appProgram;
      case OPEN_CONTRACT,
          CLOSE_CONTRACT,
          CHANGE_METHOD,
          MOVE_BRANCH,
          CHANGE_ACCOUNT,
          ADD_USER,
          REMOVE_USER,
          CHANGE_ROLE,
          OPEN_BUSINESS,
          CLOSE_BUSINESS,
          TOTALS,
          COUNT_CHECK,
          COMPARE_BOOKS,
          RESEND_EVENTS ->
          coreProgram;
      default -> channelProgram;
    };
  }

  /** What a reply says, in as few words as will do. */
  static String inShort(HostRecord request, HostRecord reply) {
    return switch (RecordType.of(request.get("ICH-RECORD-TYPE")).replyBody()) {
      case "ICHNXR" ->
          (reply.get("ICH-DEMAND") + " " + reply.get("ICH-METHOD") + reply.get("ICH-EXEMPT-WHY"))
                  .strip()
              + ", next "
              + reply.get("ICH-NEXT-STEP");
      case "ICHDSR" ->
          reply.get("ICH-TOKEN-STATE")
              + ", locked "
              + reply.get("ICH-LOCKED")
              + ", last "
              + reply.get("ICH-LAST-VERDICT")
              + reply.get("ICH-LAST-CAUSE").replaceFirst("^(.)", " $1");
      case "ICHVFR" -> reply.get("ICH-VERDICT");
      case "ICHIQR" ->
          reply.get("ICH-ORIG-FOUND")
              + " "
              + reply.get("ICH-ORIG-TYPE")
              + " "
              + reply.get("ICH-ORIG-RESPONSE-CODE");
      case "ICHCCR" -> "equal " + reply.get("ICH-COUNTS-EQUAL");
      case "ICHFBR" ->
          "equal "
              + reply.get("ICH-BOOKS-EQUAL")
              + ", differences "
              + reply.number("ICH-BOOKS-DIFFERENCES");
      case "ICHSNR" -> reply.number("ICH-EVENTS-RESENT") + " sent again";
      case "ICHDTR" -> "whole " + reply.get("ICH-TOTALS-WHOLE");
      case "ICHECR" -> reply.get("ICH-ECHO-TEXT");
      default -> reply.get("ICH-RESPONSE-REASON");
    };
  }

  @Override
  public void close() throws JMSException {
    channelProgram.close();
    branchProgram.close();
    appProgram.close();
    coreProgram.close();
  }
}
