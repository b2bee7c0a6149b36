package org.ichido.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.BankId;
import org.ichido.api.stock.DeliveryReport;
import org.ichido.api.stock.DeliveryRequest;
import org.ichido.api.stock.HardTokenStock;
import org.jspecify.annotations.Nullable;

/** Takes a delivery of hard tokens into stock. */
@Service
@Command(
    scope = "ichido",
    name = "stock-import",
    description =
        "Takes delivered hard tokens into stock from a file on the server that is open to its owner"
            + " alone, all or, with a fault in any row, none. Cut short, it is run again.")
public final class StockImport extends IchidoCommand {
  private static final int BYTES_OF_KEY = 12;

  @Reference(optional = true)
  @Nullable HardTokenStock stock;

  @Reference(optional = true)
  @Nullable RandomGenerator random;

  @Argument(index = 0, name = "bank", description = "Bank id, such as kinsan", required = true)
  @Completion(BankCompleter.class)
  String bank = "";

  @Argument(index = 1, name = "file", description = "File of the delivery", required = true)
  String file = "";

  @Option(
      name = "--dry-run",
      description = "Checks every row and says what would be done, and writes nothing")
  boolean dryRun;

  @Option(
      name = "--wipe",
      description = "Overwrites and deletes the file once all of it is in stock")
  boolean wipe;

  @Override
  void run(Session console, PrintStream out) throws CommandException {
    HardTokenStock service = service(stock, HardTokenStock.class);
    BankId id = typed(() -> new BankId(bank));
    Path path = typed(() -> console.currentDir().resolve(file).normalize());
    DeliveryRequest request =
        new DeliveryRequest(
            freshKey(random, BYTES_OF_KEY), id, path, dryRun, wipe, administrator());
    DeliveryReport report;
    try {
      report =
          service.deliver(
              request,
              (writing, rows) -> out.println((writing ? "Written: " : "Checked: ") + rows(rows)));
    } catch (IOException e) {
      throw failed("%s. What was written before stays.".formatted(e.getMessage()), e);
    }
    out.println("What bank " + id + " has in stock now:");
    StockTable.print(report.stock(), out);
    refuse(report, out);
    out.println((dryRun ? "To be added: " : "Added: ") + rows(report.added()) + ".");
    out.println("There already: " + rows(report.there()) + ".");
    out.println(end(report));
  }

  private static void refuse(DeliveryReport report, PrintStream out) throws CommandException {
    if (report.faulty() == 0) {
      return;
    }
    Table table = new Table("LINE", "COLUMN", "FAULT");
    report
        .faults()
        .forEach(fault -> table.row(Long.toString(fault.line()), fault.column(), fault.what()));
    table.print(out);
    if (report.faulty() > report.faults().size()) {
      out.println("and %,d more".formatted(report.faulty() - report.faults().size()));
    }
    throw failed(
        report.written()
            ? "Stopped at a fault that was not there before: somebody else changed something. %s were added and stay. Run it again with --dry-run."
                .formatted(rows(report.added()))
            : "Nothing was taken in: %,d faults. Mend the file and run it again."
                .formatted(report.faulty()));
  }

  private String end(DeliveryReport report) {
    if (!report.written()) {
      return "Dry run: nothing was written.";
    }
    return report.wiped()
        ? "In stock. The file was overwritten and deleted; journals, copies on write, backups and"
            + " solid-state disks may still have what was in it."
        : "In stock. The file is still there, with its seeds: wipe it.";
  }

  private static String rows(long rows) {
    return "%,d devices".formatted(rows);
  }
}
