package org.ichido.shell;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.BankId;
import org.ichido.api.order.HardTokens;
import org.ichido.api.order.OrderQuery;
import org.ichido.api.order.OrderView;
import org.jspecify.annotations.Nullable;

/** Lists debits and refunds of hard tokens, with what is to be done about them (S4-29). */
@Service
@Command(
    scope = "ichido",
    name = "fee-list",
    description =
        "Lists the debits and refunds of a bank's hard tokens that are not settled, with their age"
            + " and what is to be done.")
public final class FeeList extends Listing {
  @Reference(optional = true)
  @Nullable HardTokens hardTokens;

  @Argument(index = 0, name = "bank", description = "Bank id, such as kinsan", required = true)
  @Completion(BankCompleter.class)
  String bank = "";

  @Option(name = "--all", description = "Lists those that are settled as well")
  boolean all;

  @Option(name = "--limit", description = "Of how many orders at the most, 1 to 10000")
  int limit = 100;

  @Override
  void run(Session console, PrintStream out) throws CommandException {
    HardTokens service = service(hardTokens, HardTokens.class);
    int atMost = within("--limit", limit, OrderQuery.MOST);
    OrderQuery query =
        typed(() -> new OrderQuery(new BankId(bank), Optional.empty(), !all, atMost));
    List<OrderView> orders = service.orders(query);
    List<FeeLine> fees =
        orders.stream()
            .flatMap(
                order ->
                    Stream.concat(
                        order.debit().stream().map(of -> new FeeLine(order, of, false)),
                        order.refund().stream().map(of -> new FeeLine(order, of, true))))
            .filter(fee -> all || fee.unsettled())
            .toList();
    if (json) {
      out.println(new Json().objects("fees", fees.stream().map(FeeLine::json).toList()));
      return;
    }
    if (fees.isEmpty()) {
      out.println(all ? "No debits and no refunds." : "Nothing is unsettled.");
    } else {
      Table table = new Table("ORDER", "CONTRACT", "WHAT", "YEN", "STATE", "AGE", "TO DO");
      fees.forEach(fee -> fee.addTo(table));
      table.print(out);
    }
    if (orders.size() == limit) {
      out.println("There may be more than those of " + limit + " orders: raise --limit.");
    }
  }
}
