package org.ichido.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.BankId;
import org.ichido.api.migration.DeltaReport;
import org.ichido.api.migration.DeltaRequest;
import org.ichido.api.migration.Difference;
import org.ichido.api.migration.Migration;

/** Does what core banking's files say and its records did not. */
@Service
@Command(
    scope = "ichido",
    name = "delta",
    description =
        "Compares contracts and users with two files of core banking, and does what differs as its"
            + " records would. Removes nothing because a file lacks it.")
public final class Delta extends MigrationCommand {
  @Option(
      name = "--full",
      description = "The files hold everything, so that what is not in them is told as missing")
  boolean full;

  @Override
  void run(Migration service, BankId id, Session console, PrintStream out)
      throws CommandException, IOException {
    DeltaReport report =
        service.delta(
            new DeltaRequest(
                freshKey(),
                id,
                file(console, contracts),
                file(console, users),
                full,
                dryRun,
                administrator()));
    list("DIFFERENT", report.differences(), report.differing(), out);
    list("MISSING", report.missing(), report.lacking(), out);
    refuse(report.faults(), report.faulty(), refusal(report), out);
    out.println(
        "Compared: %,d contracts, %,d users. Different: %,d. Missing: %,d, and none removed."
            .formatted(report.contracts(), report.users(), report.differing(), report.lacking()));
    out.println(
        dryRun ? "Dry run: nothing was done." : "Done: %,d acts.".formatted(report.applied()));
  }

  private static String refusal(DeltaReport report) {
    return report.applied() > 0
        ? "Stopped after %,d acts, which stay. Run it again with --dry-run."
            .formatted(report.applied())
        : "Nothing was done: %,d faults. Mend the files and run it again."
            .formatted(report.faulty());
  }

  private static void list(String title, List<Difference> found, long all, PrintStream out) {
    if (found.isEmpty()) {
      return;
    }
    Table table = new Table(title, "WHAT");
    found.forEach(difference -> table.row(difference.about(), difference.what()));
    table.print(out);
    if (all > found.size()) {
      out.println("and %,d more".formatted(all - found.size()));
    }
  }
}
