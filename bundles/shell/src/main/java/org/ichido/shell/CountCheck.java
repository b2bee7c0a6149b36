package org.ichido.shell;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
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
import org.ichido.api.RequestKey;
import org.ichido.api.contract.BranchCount;
import org.ichido.api.contract.ContractAdministration;
import org.ichido.api.contract.Count;
import org.ichido.api.contract.CountOutcome;
import org.ichido.api.contract.CountRequest;
import org.ichido.api.migration.Migration;
import org.jspecify.annotations.Nullable;

/** Counts contracts, users and live tokens, and compares them with what somebody says. */
@Service
@Command(
    scope = "ichido",
    name = "count",
    description =
        "Counts a bank's contracts, users and live tokens by branch. With --contracts, --users and"
            + " --tokens it fails if there are others.")
public final class CountCheck extends Listing {
  private static final int BYTES_OF_KEY = 12;
  private static final int UNTOLD = -1;

  @Reference(optional = true)
  @Nullable Migration migration;

  @Reference(optional = true)
  @Nullable ContractAdministration administration;

  @Reference(optional = true)
  @Nullable RandomGenerator random;

  @Argument(index = 0, name = "bank", description = "Bank id, such as kinsan", required = true)
  @Completion(BankCompleter.class)
  String bank = "";

  @Option(name = "--branch", description = "Compares one branch alone")
  @Nullable String branch;

  @Option(name = "--contracts", description = "How many open contracts there ought to be")
  long contracts = UNTOLD;

  @Option(name = "--users", description = "How many users of open contracts there ought to be")
  long users = UNTOLD;

  @Option(name = "--tokens", description = "How many live tokens there ought to be")
  long tokens = UNTOLD;

  @Override
  void run(Session console, PrintStream out) throws CommandException {
    BankId id = typed(() -> new BankId(bank));
    long told = Stream.of(contracts, users, tokens).filter(number -> number != UNTOLD).count();
    if (told == 0 && branch == null) {
      print(service(migration, Migration.class).count(id), out);
      return;
    }
    if (told < 3) {
      throw failed("To compare, say all of --contracts, --users and --tokens.");
    }
    CountOutcome outcome =
        service(administration, ContractAdministration.class).compare(request(id));
    print(outcome.branches(), out);
    if (!outcome.equal()) {
      Count ours = outcome.ours();
      throw failed(
          "Different, and in the audit now: there are %,d contracts, %,d users, %,d tokens."
              .formatted(ours.contracts(), ours.users(), ours.tokens()));
    }
    if (!json) {
      out.println("Equal.");
    }
  }

  private CountRequest request(BankId id) throws CommandException {
    RequestKey key = freshKey(random, BYTES_OF_KEY);
    var administrator = administrator();
    return typed(
        () ->
            new CountRequest(
                key,
                id,
                Optional.ofNullable(branch),
                new Count(contracts, users, tokens),
                administrator));
  }

  private void print(List<BranchCount> branches, PrintStream out) {
    if (json) {
      out.println(new Json().objects("branches", branches.stream().map(CountCheck::json).toList()));
    } else {
      BranchTable.print(branches, out);
    }
  }

  private static Json json(BranchCount of) {
    return new Json()
        .text("branch", of.branch())
        .number("open", of.open())
        .number("closed", of.closed())
        .number("users", of.users())
        .number("issued", of.issued())
        .number("initialised", of.initialised())
        .number("active", of.active());
  }
}
