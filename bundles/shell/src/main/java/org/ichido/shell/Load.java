package org.ichido.shell;

import java.io.IOException;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.BankId;
import org.ichido.api.contract.Count;
import org.ichido.api.migration.LoadReport;
import org.ichido.api.migration.LoadRequest;
import org.ichido.api.migration.Migration;

/** Takes over contracts, users and live tokens of a former system. */
@Service
@Command(
    scope = "ichido",
    name = "load",
    description =
        "Loads contracts, users and live tokens of a former system from three files, all or, with a"
            + " fault in any row, nothing. Cut short, it is run again.")
public final class Load extends MigrationCommand {
  @Argument(index = 3, name = "tokens", description = "File of live tokens", required = true)
  String tokens = "";

  @Override
  void run(Migration service, BankId id, Session console, PrintStream out)
      throws CommandException, IOException {
    LoadReport report =
        service.load(
            new LoadRequest(
                freshKey(),
                id,
                file(console, contracts),
                file(console, users),
                file(console, tokens),
                dryRun,
                administrator()));
    out.println("What the files hold:");
    BranchTable.print(report.files(), out);
    out.println("What bank " + id + " has now:");
    BranchTable.print(report.stored(), out);
    refuse(report.faults(), report.faulty(), refusal(report), out);
    out.println((dryRun ? "To be added: " : "Added: ") + words(report.added()) + ".");
    out.println("There already: " + words(report.there()) + ".");
    out.println(dryRun ? "Dry run: nothing was written." : "Loaded.");
  }

  private static String refusal(LoadReport report) {
    return report.written()
        ? "Stopped at a fault that was not there before: somebody else changed something. %s were"
                .formatted(words(report.added()))
            + " added and stay. Run it again with --dry-run."
        : "Nothing was loaded: %,d faults. Mend the files and run it again."
            .formatted(report.faulty());
  }

  private static String words(Count count) {
    return "%,d contracts, %,d users, %,d tokens"
        .formatted(count.contracts(), count.users(), count.tokens());
  }
}
