package org.ichido.shell;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.MessageAdministration;
import org.ichido.api.ParkedReply;
import org.ichido.api.ResendOutcome;
import org.jspecify.annotations.Nullable;

/** Sends parked replies. */
@Service
@Command(
    scope = "ichido",
    name = "reply-resend",
    description =
        "Sends replies that could not be delivered, to the queue that the request named or to"
            + " another of its requester. Whatever cannot be delivered stays parked.")
public final class ReplyResend extends IchidoCommand {
  private static final int MOST = 1_000;

  @Reference(optional = true)
  @Nullable MessageAdministration messages;

  @Argument(index = 0, name = "bank", description = "Bank id, such as kinsan", required = true)
  @Completion(BankCompleter.class)
  String bank = "";

  @Argument(index = 1, name = "number", description = "Number of the reply, of ichido:reply-list")
  @Completion(ParkedReplyCompleter.class)
  @Nullable Long number;

  @Option(name = "--all", description = "All parked replies of the bank, the first 1000")
  boolean all;

  @Option(
      name = "--to",
      description = "Another queue; it stands in the reply-to of the requester's profile")
  @Nullable String to;

  @Override
  void run(Session console, PrintStream out) throws CommandException {
    MessageAdministration asked = messages(messages);
    BankId id = typed(() -> new BankId(bank));
    Actor.Administrator administrator = administrator();
    if (all == (number != null)) {
      throw failed("Say which: a number, or --all.");
    }
    List<Long> chosen =
        number != null
            ? List.of(number)
            : asked.parked(id, MOST).stream().map(ParkedReply::number).toList();
    if (chosen.isEmpty()) {
      out.println("No parked replies.");
      return;
    }
    Table table = new Table("NUMBER", "OUTCOME", "WHAT");
    int left = 0;
    for (long one : chosen) {
      ResendOutcome outcome = asked.resend(id, one, Optional.ofNullable(to), administrator);
      table.row(Long.toString(one), outcome.kind().name(), outcome.detail());
      left += done(outcome.kind()) ? 0 : 1;
    }
    table.print(out);
    if (left > 0) {
      throw failed("Not sent: " + left + " of " + chosen.size() + ".");
    }
  }

  private static boolean done(ResendOutcome.Kind kind) {
    return switch (kind) {
      case RESENT, EXPIRED -> true;
      case NOT_ALLOWED, NOT_DELIVERED, NOT_FOUND -> false;
    };
  }
}
