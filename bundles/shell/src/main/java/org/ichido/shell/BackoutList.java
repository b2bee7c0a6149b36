package org.ichido.shell;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.BackedOutMessage;
import org.ichido.api.BankId;
import org.ichido.api.MessageAdministration;
import org.jspecify.annotations.Nullable;

/** Lists a bank's backout queue, never a body: it may hold a code. */
@Service
@Command(
    scope = "ichido",
    name = "backout-list",
    description = "Lists the messages on a bank's backout queue, without their bodies.")
public final class BackoutList extends Listing {
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
    List<BackedOutMessage> found = messages(messages).backedOut(id, within("--limit", limit, MOST));
    if (json) {
      out.println(new Json().objects("messages", found.stream().map(BackoutList::json).toList()));
      return;
    }
    if (found.isEmpty()) {
      out.println("No messages.");
      return;
    }
    Table table = new Table("REASON", "MESSAGE");
    found.forEach(message -> table.row(otherwise(message.reason(), "?"), what(message)));
    table.print(out);
    if (found.size() == limit) {
      out.println("There may be more than these " + limit + ": raise --limit.");
    }
  }

  private static String what(BackedOutMessage message) {
    return String.join(
        "\n",
        message.messageId(),
        "from %s, sent by %s"
            .formatted(otherwise(message.fromQueue(), "?"), otherwise(message.user(), "?")),
        "put here %s by %s".formatted(Words.time(message.putAt()), otherwise(message.putBy(), "?")),
        "length %s, expires %s"
            .formatted(
                message.length().map(String::valueOf).orElse("unknown"),
                Words.time(message.expires(), "never")));
  }

  private static String otherwise(String text, String unknown) {
    return text.isEmpty() ? unknown : text;
  }

  private static Json json(BackedOutMessage message) {
    return new Json()
        .text("messageId", message.messageId())
        .text("reason", message.reason())
        .text("fromQueue", message.fromQueue())
        .text("user", message.user())
        .text("putBy", message.putBy())
        .time("putAt", message.putAt())
        .number("length", message.length())
        .time("expires", message.expires());
  }
}
