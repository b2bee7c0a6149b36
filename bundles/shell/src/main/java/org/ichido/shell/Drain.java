package org.ichido.shell;

import java.io.PrintStream;
import java.time.Duration;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.BankAdministration;
import org.ichido.api.BankId;
import org.ichido.api.Drained;
import org.ichido.api.MessageAdministration;
import org.jspecify.annotations.Nullable;

/** Lets in no more messages of a bank, and says when nothing is in hand any more. */
@Service
@Command(
    scope = "ichido",
    name = "drain",
    description =
        "Finishes what is in hand of a bank and lets its other messages wait on their queues, until"
            + " ichido:resume, also over a restart. Fails if something is still in hand.")
public final class Drain extends IchidoCommand {
  private static final int LONGEST_WAIT = 60;

  @Reference(optional = true)
  @Nullable BankAdministration administration;

  @Reference(optional = true)
  @Nullable MessageAdministration messages;

  @Argument(index = 0, name = "bank", description = "Bank id, such as kinsan", required = true)
  @Completion(BankCompleter.class)
  String bank = "";

  @Option(name = "--wait", description = "How long to wait for what is in hand, 1 to 60 seconds")
  int wait = 15;

  @Override
  void run(Session console, PrintStream out) throws CommandException {
    BankAdministration banks = service(administration, BankAdministration.class);
    BankId id = typed(() -> new BankId(bank));
    Duration atMost = Duration.ofSeconds(within("--wait", wait, LONGEST_WAIT));
    Drained drained = banks.drain(id, administrator());
    out.println("Drained: bank " + id + ". Its messages wait on their queues.");
    out.println(
        "Since %s, by administrator %s."
            .formatted(Words.time(drained.since()), drained.by().name()));
    if (messages == null) {
      out.println("Nobody listens: bundle org.ichido.mq is not started.");
      return;
    }
    int inHand = messages.inHand(id, atMost);
    if (inHand > 0) {
      throw failed(
          "Still in hand: %d sessions are at work. See ichido:status, and run ichido:drain %s again."
              .formatted(inHand, id));
    }
    out.println("Nothing is in hand any more.");
  }
}
