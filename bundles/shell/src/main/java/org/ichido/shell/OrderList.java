package org.ichido.shell;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
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
import org.ichido.api.order.HardTokens;
import org.ichido.api.order.OrderQuery;
import org.ichido.api.order.OrderView;
import org.ichido.api.stock.TokenSerial;
import org.jspecify.annotations.Nullable;

/** Lists orders of hard tokens. */
@Service
@Command(
    scope = "ichido",
    name = "order-list",
    description = "Lists a bank's orders of hard tokens, by number.")
public final class OrderList extends Listing {
  @Reference(optional = true)
  @Nullable HardTokens hardTokens;

  @Argument(index = 0, name = "bank", description = "Bank id, such as kinsan", required = true)
  @Completion(BankCompleter.class)
  String bank = "";

  @Option(name = "--contract", description = "Those of one contract alone")
  @Completion(ContractCompleter.class)
  @Nullable String contract;

  @Option(name = "--limit", description = "How many are listed at the most, 1 to 10000")
  int limit = 100;

  @Override
  void run(Session console, PrintStream out) throws CommandException {
    HardTokens service = service(hardTokens, HardTokens.class);
    int atMost = within("--limit", limit, OrderQuery.MOST);
    OrderQuery query =
        typed(
            () ->
                new OrderQuery(
                    new BankId(bank),
                    Optional.ofNullable(contract).map(ContractId::new),
                    false,
                    atMost));
    List<OrderView> orders = service.orders(query);
    if (json) {
      out.println(new Json().objects("orders", orders.stream().map(OrderList::json).toList()));
    } else if (orders.isEmpty()) {
      out.println("No orders.");
    } else {
      print(orders, out);
    }
  }

  private void print(List<OrderView> orders, PrintStream out) {
    Table table = new Table("ORDER", "CONTRACT", "KIND", "STATE", "SERIAL", "PLACED", "FEE");
    orders.forEach(
        order ->
            table.row(
                order.number().toString(),
                order.contract().contract().value(),
                order.kind().name(),
                order.state().name(),
                order.serial().value(),
                day(order.placed()).toString(),
                fee(order)));
    table.print(out);
    if (orders.size() == limit) {
      out.println("There may be more than these " + limit + ": raise --limit, or say --contract.");
    }
  }

  private static LocalDate day(Instant at) {
    return at.atZone(Words.JAPAN).toLocalDate();
  }

  private static String fee(OrderView order) {
    if (order.debit().isEmpty()) {
      return "free";
    }
    String debit = "%,d yen %s".formatted(order.yen(), order.debit().get().state());
    return debit + order.refund().map(refund -> ", refund " + refund.state()).orElse("");
  }

  private static Json json(OrderView order) {
    return new Json()
        .text("order", order.number().toString())
        .text("contract", order.contract().contract().value())
        .text("branch", order.branch())
        .text("kind", order.kind().name())
        .text("state", order.state().name())
        .text("serial", order.serial().value())
        .text("replaces", order.replaces().map(TokenSerial::value))
        .time("placed", order.placed())
        .text("expected", order.expected().toString())
        .time("shipped", order.shipped())
        .number("yen", order.yen())
        .text("debit", order.debit().map(debit -> debit.state().name()))
        .text("refund", order.refund().map(refund -> refund.state().name()));
  }
}
