package org.ichido.shell;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.HardTokenStock;
import org.ichido.api.stock.StockCount;
import org.ichido.api.stock.StockQuery;
import org.ichido.api.stock.StockedToken;
import org.jspecify.annotations.Nullable;

/** Counts a bank's hard tokens, or lists those whose battery ends. */
@Service
@Command(
    scope = "ichido",
    name = "stock-list",
    description =
        "Counts a bank's hard tokens by branch and state, or lists those whose battery ends before"
            + " a day.")
public final class StockList extends Listing {
  @Reference(optional = true)
  @Nullable HardTokenStock stock;

  @Argument(index = 0, name = "bank", description = "Bank id, such as kinsan", required = true)
  @Completion(BankCompleter.class)
  String bank = "";

  @Option(name = "--branch", description = "Those of one branch alone")
  @Nullable String branch;

  @Option(
      name = "--battery-before",
      description = "YYYY-MM-DD: lists the devices in life whose battery ends before that day")
  @Nullable String batteryBefore;

  @Option(name = "--limit", description = "How many are listed at the most, 1 to 10000")
  int limit = 100;

  @Override
  void run(Session console, PrintStream out) throws CommandException {
    HardTokenStock service = service(stock, HardTokenStock.class);
    BankId id = typed(() -> new BankId(bank));
    Optional<String> only = Optional.ofNullable(branch);
    if (batteryBefore == null) {
      counts(
          service.count(id).stream()
              .filter(count -> only.map(count.branch()::equals).orElse(true))
              .toList(),
          out);
      return;
    }
    StockQuery query =
        new StockQuery(
            id,
            only,
            Optional.empty(),
            Optional.of(day(batteryBefore)),
            within("--limit", limit, StockQuery.MOST));
    devices(service.list(query), out);
  }

  private static LocalDate day(String text) throws CommandException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw failed("Not accepted: --battery-before: a day such as 2031-03-31.", e);
    }
  }

  private void counts(List<StockCount> counts, PrintStream out) {
    if (!json) {
      StockTable.print(counts, out);
      return;
    }
    List<Json> branches =
        StockTable.byBranch(counts).entrySet().stream()
            .map(
                of ->
                    new Json()
                        .text("branch", of.getKey())
                        .number("inStock", StockTable.sum(of.getValue(), HardTokenState.IN_STOCK))
                        .number("ordered", StockTable.sum(of.getValue(), HardTokenState.ORDERED))
                        .number("shipped", StockTable.sum(of.getValue(), HardTokenState.SHIPPED))
                        .number("active", StockTable.sum(of.getValue(), HardTokenState.ACTIVE))
                        .number("returned", StockTable.sum(of.getValue(), HardTokenState.RETURNED))
                        .number("disposed", StockTable.sum(of.getValue(), HardTokenState.DISPOSED))
                        .number("revoked", StockTable.sum(of.getValue(), HardTokenState.REVOKED)))
            .toList();
    out.println(new Json().objects("branches", branches));
  }

  private void devices(List<StockedToken> devices, PrintStream out) {
    if (json) {
      out.println(new Json().objects("devices", devices.stream().map(StockList::json).toList()));
      return;
    }
    if (devices.isEmpty()) {
      out.println("No devices.");
      return;
    }
    Table table = new Table("SERIAL", "BATTERY", "BRANCH", "STATE", "CONTRACT", "TOKEN");
    devices.forEach(
        device ->
            table.row(
                device.serial().value(),
                device.batteryEnd().toString(),
                device.branch(),
                device.state().name(),
                device.contract().map(ContractId::value).orElse("-"),
                device.id().value()));
    table.print(out);
    if (devices.size() == limit) {
      out.println("There may be more than these " + limit + ": raise --limit.");
    }
  }

  private static Json json(StockedToken device) {
    return new Json()
        .text("serial", device.serial().value())
        .text("token", device.id().value())
        .text("branch", device.branch())
        .text("state", device.state().name())
        .text("batteryEnd", device.batteryEnd().toString())
        .text("contract", device.contract().map(ContractId::value))
        .time("delivered", device.delivered());
  }
}
