package org.ichido.shell;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.BankAdministration;
import org.ichido.api.BankId;
import org.jspecify.annotations.Nullable;

/** Lets in the messages of a drained bank again. */
@Service
@Command(
    scope = "ichido",
    name = "resume",
    description = "Lets in the messages of a drained bank again.")
public final class Resume extends IchidoCommand {
  @Reference(optional = true)
  @Nullable BankAdministration administration;

  @Argument(index = 0, name = "bank", description = "Bank id, such as kinsan", required = true)
  @Completion(BankCompleter.class)
  String bank = "";

  @Override
  void run(Session console, PrintStream out) throws CommandException {
    BankAdministration banks = service(administration, BankAdministration.class);
    BankId id = typed(() -> new BankId(bank));
    out.println(
        banks.resume(id, administrator())
            ? "Resumed: bank " + id + "."
            : "Bank " + id + " was not drained.");
  }
}
