package org.ichido.shell;

import static java.util.stream.Collectors.joining;

import java.io.PrintStream;
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
import org.ichido.api.TokenAdministration;
import org.ichido.api.TokenDescription;
import org.ichido.api.UserId;
import org.jspecify.annotations.Nullable;

/** Lists a bank's tokens. */
@Service
@Command(
    scope = "ichido",
    name = "token-list",
    description = "Lists a bank's tokens, by contract and then by registration.")
public final class TokenList extends Listing {
  private static final int MOST = 10_000;

  @Reference(optional = true)
  @Nullable TokenAdministration administration;

  @Argument(index = 0, name = "bank", description = "Bank id, such as kinsan", required = true)
  @Completion(BankCompleter.class)
  String bank = "";

  @Option(name = "--contract", description = "Only the tokens of this contract")
  @Completion(ContractCompleter.class)
  @Nullable String contract;

  @Option(name = "--limit", description = "How many at the most, 1 to 10000")
  int limit = 100;

  @Override
  void run(Session console, PrintStream out) throws CommandException {
    TokenAdministration tokens = service(administration, TokenAdministration.class);
    BankId bankId = typed(() -> new BankId(bank));
    Optional<ContractId> only = typed(() -> Optional.ofNullable(contract).map(ContractId::new));
    List<TokenDescription> found = tokens.list(bankId, only, within("--limit", limit, MOST));
    if (json) {
      out.println(new Json().objects("tokens", found.stream().map(JsonToken::of).toList()));
      return;
    }
    if (found.isEmpty()) {
      out.println("No tokens.");
      return;
    }
    Table table = new Table("TOKEN", "CONTRACT", "KIND", "STATE", "LOCK", "FAILS", "USERS");
    found.forEach(
        token ->
            table.row(
                token.id().value(),
                token.contract().value(),
                token.kind().name(),
                token.state().name(),
                token.lock().isPresent() ? "yes" : "-",
                Integer.toString(token.failures()),
                token.users().stream().map(UserId::value).collect(joining(" "))));
    table.print(out);
    if (found.size() == limit) {
      out.println("There may be more than these " + limit + ": raise --limit.");
    }
  }
}
