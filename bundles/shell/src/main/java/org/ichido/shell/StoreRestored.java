package org.ichido.shell;

import java.io.PrintStream;
import java.time.Instant;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.StoreAdministration;
import org.jspecify.annotations.Nullable;

/** Lets in a database that was put back from a backup. */
@Service
@Command(
    scope = "ichido",
    name = "store-restored",
    description = "Lets in a database that was put back from a backup, and refuses what it forgot.")
public final class StoreRestored extends IchidoCommand {
  @Reference(optional = true)
  @Nullable StoreAdministration store;

  @Option(
      name = "--yes",
      description = "That the database was restored on purpose. Without it nothing is done")
  boolean yes;

  @Override
  void run(Session console, PrintStream out) throws CommandException {
    StoreAdministration administration = service(store, StoreAdministration.class);
    if (!yes) {
      throw failed(
          "This cannot be taken back: codes and records from before the loss will be refused. Run"
              + " it with --yes if a backup was put back on purpose.");
    }
    Instant begins = administration.acceptRestored(administrator());
    out.println("Let in. The memory is whole since " + Words.time(begins) + ".");
    out.println("Codes of steps up to then are refused as used, records sent before as too old.");
    out.println(
        "Locks, unlocks, drains and registrations since the backup are lost: do them again.");
  }
}
