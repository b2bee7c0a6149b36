package org.ichido.shell;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.InboxAdministration;
import org.ichido.api.InboxReport;
import org.jspecify.annotations.Nullable;

/** Forgets at once what may be forgotten. */
@Service
@Command(
    scope = "ichido",
    name = "inbox-purge",
    description =
        "Forgets now the answers and parked replies that are older than every bank's horizon. That"
            + " happens by itself along with new requests.")
public final class InboxPurge extends Listing {
  @Reference(optional = true)
  @Nullable InboxAdministration administration;

  @Override
  void run(Session console, PrintStream out) throws CommandException {
    InboxAdministration inbox = service(administration, InboxAdministration.class);
    long before = inbox.report().forgotten();
    InboxReport report = inbox.purge();
    long forgotten = report.forgotten() - before;
    if (json) {
      out.println(
          new Json()
              .number("forgotten", forgotten)
              .number("remembered", report.answers())
              .time("oldest", report.oldest())
              .time("kept", report.kept()));
      return;
    }
    new Table("INBOX", "purged")
        .row("forgotten", Long.toString(forgotten))
        .row("remembered", Long.toString(report.answers()))
        .row("oldest", Words.time(report.oldest(), "none"))
        .row("kept from", Words.time(report.kept()))
        .print(out);
  }
}
