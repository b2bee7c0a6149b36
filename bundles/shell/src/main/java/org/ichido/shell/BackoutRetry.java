package org.ichido.shell;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.Actor;
import org.ichido.api.BackedOutMessage;
import org.ichido.api.BankId;
import org.ichido.api.MessageAdministration;
import org.ichido.api.RetryOutcome;
import org.jspecify.annotations.Nullable;

/** Has messages of the backout queue handled again. */
@Service
@Command(
    scope = "ichido",
    name = "backout-retry",
    description =
        "Handles messages of the backout queue as if they had just come. Whatever cannot be"
            + " handled stays there. A code is judged as of now: an old one counts as a failure.")
public final class BackoutRetry extends IchidoCommand {
  private static final int MOST = 1_000;

  @Reference(optional = true)
  @Nullable MessageAdministration messages;

  @Argument(index = 0, name = "bank", description = "Bank id, such as kinsan", required = true)
  @Completion(BankCompleter.class)
  String bank = "";

  @Argument(index = 1, name = "message", description = "Message id, of ichido:backout-list")
  @Completion(BackedOutCompleter.class)
  @Nullable String message;

  @Option(name = "--all", description = "All messages of the queue, the first 1000")
  boolean all;

  @Option(name = "--reason", description = "With --all: only those of this reason")
  @Nullable String reason;

  @Override
  void run(Session console, PrintStream out) throws CommandException {
    MessageAdministration asked = messages(messages);
    BankId id = typed(() -> new BankId(bank));
    Actor.Administrator administrator = administrator();
    Table table = new Table("OUTCOME", "MESSAGE");
    int left = 0;
    List<String> chosen = chosen(asked, id);
    for (String messageId : chosen) {
      RetryOutcome outcome = asked.retry(id, messageId, administrator);
      table.row(outcome.kind().name(), messageId + "\n" + outcome.detail());
      left += done(outcome.kind()) ? 0 : 1;
    }
    if (chosen.isEmpty()) {
      out.println("No messages.");
      return;
    }
    table.print(out);
    if (left > 0) {
      throw failed("Not handled: " + left + " of " + chosen.size() + ".");
    }
  }

  private static boolean done(RetryOutcome.Kind kind) {
    return switch (kind) {
      case ANSWERED, DROPPED, TAKEN -> true;
      case PARKED, STAYS, NOT_FOUND -> false;
    };
  }

  private List<String> chosen(MessageAdministration asked, BankId id) throws CommandException {
    if (all == (message != null) || (reason != null && !all)) {
      throw failed("Say which: a message id, or --all, or --all with --reason.");
    }
    return message != null
        ? List.of(message)
        : asked.backedOut(id, MOST).stream()
            .filter(one -> reason == null || one.reason().equals(reason))
            .map(BackedOutMessage::messageId)
            .toList();
  }
}
