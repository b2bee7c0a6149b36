package org.ichido.shell;

import java.io.PrintStream;
import java.util.ArrayList;
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
import org.ichido.api.Audit;
import org.ichido.api.AuditEntry;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.NoAnswer;
import org.ichido.api.TokenId;
import org.ichido.api.UserId;
import org.ichido.api.helpdesk.Explanation;
import org.ichido.api.helpdesk.HelpDesk;
import org.jspecify.annotations.Nullable;

/**
 * Says how a user stands, what he sees, who may act, and why his codes were refused, from what was
 * recorded. It takes no code and judges nothing: a command that did would be an oracle, and would
 * count as an attempt.
 */
@Service
@Command(
    scope = "ichido",
    name = "explain",
    description =
        "Says how a user stands: what he sees, why, who may act, and what was recorded of him.")
public final class Explain extends Listing {
  private static final int MOST = 1_000;

  @Reference(optional = true)
  @Nullable Audit audit;

  @Reference(optional = true)
  @Nullable HelpDesk helpDesk;

  @Argument(index = 0, name = "bank", description = "Bank id, such as kinsan", required = true)
  @Completion(BankCompleter.class)
  String bank = "";

  @Argument(index = 1, name = "contract", description = "Contract id", required = true)
  @Completion(ContractCompleter.class)
  String contract = "";

  @Argument(index = 2, name = "user", description = "User under the contract", required = true)
  String user = "";

  @Option(name = "--limit", description = "How many entries at the most, 1 to 1000")
  int limit = 10;

  @Override
  void run(Session console, PrintStream out) throws CommandException {
    Audit recorded = service(audit, Audit.class);
    HelpDesk desk = service(helpDesk, HelpDesk.class);
    Holder holder =
        typed(() -> new Holder(new BankId(bank), new ContractId(contract), new UserId(user)));
    List<AuditEntry> entries = recorded.of(holder, within("--limit", limit, MOST));
    Optional<Explanation> explanation = Optional.empty();
    Optional<String> noAnswer = Optional.empty();
    try {
      explanation = Optional.of(desk.explain(holder));
    } catch (NoAnswer e) {
      // What was recorded needs no profile, and is what is looked for when there is none.
      noAnswer = Optional.of(String.valueOf(e.getMessage()));
    }
    if (json) {
      out.println(
          ExplanationJson.of(explanation)
              .text("noAnswer", noAnswer)
              .objects("entries", entries.stream().map(Explain::json).toList()));
      return;
    }
    if (entries.isEmpty() && explanation.filter(Explain::isOfSomebody).isEmpty()) {
      noAnswer.ifPresent(why -> out.println("How the user stands cannot be said: " + why));
      out.println("Nothing is recorded of " + holder + ". Is the name right?");
      return;
    }
    noAnswer.ifPresent(why -> out.println("How the user stands cannot be said: " + why));
    explanation.ifPresent(found -> new ExplanationTable(found).print(out));
    print(holder, entries, out);
  }

  private static boolean isOfSomebody(Explanation explanation) {
    return explanation.contract().isPresent()
        || explanation.user().isPresent()
        || explanation.token().isPresent();
  }

  private void print(Holder holder, List<AuditEntry> entries, PrintStream out) {
    Table table = new Table("AT", "EVENT", "WHAT");
    entries.forEach(e -> table.row(Words.time(e.at()), e.event().name(), what(e)));
    out.println(entries.isEmpty() ? "Nothing is recorded of " + holder : holder + ", newest first");
    if (!entries.isEmpty()) {
      table.print(out);
    }
    if (entries.size() == limit) {
      out.println("There may be more than these " + limit + ": raise --limit.");
    }
  }

  private static String what(AuditEntry entry) {
    List<String> lines = new ArrayList<>();
    entry.cause().ifPresent(cause -> lines.add(Words.cause(cause)));
    if (!entry.detail().isEmpty()) {
      lines.add(entry.detail());
    }
    entry.actor().ifPresent(actor -> lines.add("by " + Words.actor(actor)));
    entry.token().ifPresent(token -> lines.add("token " + token));
    entry.factor().ifPresent(factor -> lines.add("step " + factor));
    entry
        .request()
        .ifPresent(key -> lines.add("asked by " + key.requester() + ", request " + key.id()));
    return String.join("\n", lines);
  }

  private static Json json(AuditEntry entry) {
    return new Json()
        .time("at", entry.at())
        .text("event", entry.event().name())
        .text("cause", entry.cause().map(Enum::name))
        .text("detail", entry.detail())
        .text("actor", entry.actor().map(Words::actor))
        .text("token", entry.token().map(TokenId::value))
        .number("step", entry.factor())
        .text("requester", entry.request().map(key -> key.requester().value()))
        .text("request", entry.request().map(key -> key.id().value()));
  }
}
