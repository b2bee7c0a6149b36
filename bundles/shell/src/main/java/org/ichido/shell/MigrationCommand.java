package org.ichido.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.BankId;
import org.ichido.api.RequestKey;
import org.ichido.api.migration.Migration;
import org.ichido.api.migration.RowFault;
import org.jspecify.annotations.Nullable;

/** A command that takes over files of contracts and users, on the machine of the server. */
abstract class MigrationCommand extends IchidoCommand {
  private static final int BYTES_OF_KEY = 12;

  @Reference(optional = true)
  @Nullable Migration migration;

  @Reference(optional = true)
  @Nullable RandomGenerator random;

  @Option(
      name = "--dry-run",
      description = "Checks every row and says what would be done, and writes nothing")
  boolean dryRun;

  @Argument(index = 0, name = "bank", description = "Bank id, such as kinsan", required = true)
  @Completion(BankCompleter.class)
  String bank = "";

  @Argument(index = 1, name = "contracts", description = "File of contracts", required = true)
  String contracts = "";

  @Argument(index = 2, name = "users", description = "File of users", required = true)
  String users = "";

  /** Runs it. */
  abstract void run(Migration service, BankId id, Session console, PrintStream out)
      throws CommandException, IOException;

  @Override
  final void run(Session console, PrintStream out) throws CommandException {
    Migration service = service(migration, Migration.class);
    BankId id = typed(() -> new BankId(bank));
    try {
      run(service, id, console, out);
    } catch (IOException e) {
      throw failed(
          "A file cannot be read: %s. Is it on the machine of Karaf? What was written before stays;"
                  .formatted(e)
              + " run it again.",
          e);
    }
  }

  final RequestKey freshKey() throws CommandException {
    return freshKey(random, BYTES_OF_KEY);
  }

  static Path file(Session console, String name) throws CommandException {
    return typed(() -> console.currentDir().resolve(name).normalize());
  }

  /** Prints the faults and fails, if there are any. */
  static void refuse(List<RowFault> faults, long faulty, String what, PrintStream out)
      throws CommandException {
    if (faulty == 0) {
      return;
    }
    Table table = new Table("FILE", "LINE", "COLUMN", "FAULT");
    faults.forEach(
        fault ->
            table.row(
                fault.file().name(), Long.toString(fault.line()), fault.column(), fault.what()));
    table.print(out);
    if (faulty > faults.size()) {
      out.println("and %,d more".formatted(faulty - faults.size()));
    }
    throw failed(what);
  }
}
