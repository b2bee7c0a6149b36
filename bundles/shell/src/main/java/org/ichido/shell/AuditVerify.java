package org.ichido.shell;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.Audit;
import org.ichido.api.ChainReport;
import org.jspecify.annotations.Nullable;

/** Recomputes the audit chain. A chain that does not fit is a failure of the command. */
@Service
@Command(
    scope = "ichido",
    name = "audit-verify",
    description = "Reads the whole audit and says whether it is as it was written.")
public final class AuditVerify extends Listing {
  @Reference(optional = true)
  @Nullable Audit audit;

  @Override
  void run(Session console, PrintStream out) throws CommandException {
    ChainReport report = service(audit, Audit.class).verifyChain();
    if (json) {
      out.println(
          new Json()
              .truth("intact", report.intact())
              .number("entries", report.entries())
              .text("newestHash", report.head())
              .text("fault", report.fault()));
    } else {
      print(report, out);
    }
    if (!report.intact()) {
      throw failed("The audit is not as it was written: " + report.fault().orElseThrow() + ".");
    }
  }

  private static void print(ChainReport report, PrintStream out) {
    new Table("AUDIT", report.intact() ? "intact" : "BROKEN")
        .row("entries", Long.toString(report.entries()))
        .row("newest hash", report.head().isEmpty() ? "none" : report.head())
        .print(out);
    if (report.intact()) {
      out.println("Write the newest hash down elsewhere: it shows later that nothing was cut off.");
    }
  }
}
