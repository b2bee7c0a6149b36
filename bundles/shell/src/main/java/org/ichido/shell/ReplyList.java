package org.ichido.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.BankId;
import org.ichido.api.Holder;
import org.ichido.api.MessageAdministration;
import org.ichido.api.ParkedReply;
import org.ichido.api.RequestId;
import org.jspecify.annotations.Nullable;

/** Lists the replies that could not be delivered and are kept. */
@Service
@Command(
    scope = "ichido",
    name = "reply-list",
    description = "Lists a bank's replies that could not be delivered and are kept.")
public final class ReplyList extends Listing {
  private static final int MOST = 1_000;

  @Reference(optional = true)
  @Nullable MessageAdministration messages;

  @Argument(index = 0, name = "bank", description = "Bank id, such as kinsan", required = true)
  @Completion(BankCompleter.class)
  String bank = "";

  @Option(name = "--limit", description = "How many at the most, 1 to 1000")
  int limit = 100;

  @Override
  void run(Session console, PrintStream out) throws CommandException {
    BankId id = typed(() -> new BankId(bank));
    List<ParkedReply> found = messages(messages).parked(id, within("--limit", limit, MOST));
    if (json) {
      out.println(new Json().objects("replies", found.stream().map(ReplyList::json).toList()));
      return;
    }
    if (found.isEmpty()) {
      out.println("No parked replies.");
      return;
    }
    Table table = new Table("NUMBER", "PARKED", "REPLY");
    found.forEach(
        reply -> table.row(Long.toString(reply.number()), Words.time(reply.at()), what(reply)));
    table.print(out);
    if (found.size() == limit) {
      out.println("There may be more than these " + limit + ": raise --limit.");
    }
  }

  private static String what(ParkedReply reply) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "of %s, request %s"
            .formatted(reply.requester(), reply.request().map(RequestId::value).orElse("unknown")));
    reply.holder().ifPresent(holder -> lines.add("about " + holder));
    lines.add("to " + reply.queue() + ", expires " + Words.time(reply.expires(), "never"));
    lines.add(reply.why());
    return String.join("\n", lines);
  }

  private static Json json(ParkedReply reply) {
    return new Json()
        .number("number", reply.number())
        .text("requester", reply.requester().value())
        .text("request", reply.request().map(RequestId::value))
        .text("contract", reply.holder().map(Holder::contract).map(c -> c.value()))
        .text("user", reply.holder().map(Holder::user).map(u -> u.value()))
        .text("queue", reply.queue())
        .text("why", reply.why())
        .time("parkedAt", reply.at())
        .time("expires", reply.expires());
  }
}
