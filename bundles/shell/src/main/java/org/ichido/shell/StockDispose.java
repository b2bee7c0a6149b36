package org.ichido.shell;

import java.io.PrintStream;
import java.util.random.RandomGenerator;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.BankId;
import org.ichido.api.stock.DisposeRequest;
import org.ichido.api.stock.HardTokenStock;
import org.ichido.api.stock.TokenSerial;
import org.jspecify.annotations.Nullable;

/** Writes down that a hard token is destroyed. */
@Service
@Command(
    scope = "ichido",
    name = "stock-dispose",
    description = "Writes down that a hard token of the stock is destroyed, and forgets its seed.")
public final class StockDispose extends IchidoCommand {
  private static final int BYTES_OF_KEY = 12;

  @Reference(optional = true)
  @Nullable HardTokenStock stock;

  @Reference(optional = true)
  @Nullable RandomGenerator random;

  @Argument(index = 0, name = "bank", description = "Bank id, such as kinsan", required = true)
  @Completion(BankCompleter.class)
  String bank = "";

  @Argument(index = 1, name = "serial", description = "What is printed on it", required = true)
  String serial = "";

  @Override
  void run(Session console, PrintStream out) throws CommandException {
    HardTokenStock service = service(stock, HardTokenStock.class);
    BankId id = typed(() -> new BankId(bank));
    TokenSerial which = typed(() -> new TokenSerial(serial));
    switch (service.dispose(
        new DisposeRequest(freshKey(random, BYTES_OF_KEY), id, which, administrator()))) {
      case DISPOSED -> out.println("Disposed of: " + which + ". Its seed is gone.");
      case ALREADY -> out.println("Disposed of before: " + which + ".");
      case NOT_IN_STOCK ->
          throw failed(
              "Not disposed of: %s is neither in stock nor returned, so somebody else may hold it."
                  .formatted(which));
      case UNKNOWN -> throw failed("Bank %s has no device %s.".formatted(id, which));
    }
  }
}
