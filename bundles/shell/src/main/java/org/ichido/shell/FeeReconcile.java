package org.ichido.shell;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.RequestKey;
import org.ichido.api.order.Books;
import org.ichido.api.order.BooksDifference;
import org.ichido.api.order.BooksOutcome;
import org.ichido.api.order.BooksRequest;
import org.ichido.api.order.HardTokens;
import org.jspecify.annotations.Nullable;

/** Matches orders, debits and replies of a business date (S4-29). */
@Service
@Command(
    scope = "ichido",
    name = "fee-reconcile",
    description =
        "Matches orders of hard tokens, debits and core banking's replies of a business date. Fails"
            + " if anything differs or is not known yet.")
public final class FeeReconcile extends Listing {
  private static final int BYTES_OF_KEY = 12;

  @Reference(optional = true)
  @Nullable HardTokens hardTokens;

  @Reference(optional = true)
  @Nullable RandomGenerator random;

  @Argument(index = 0, name = "bank", description = "Bank id, such as kinsan", required = true)
  @Completion(BankCompleter.class)
  String bank = "";

  @Argument(
      index = 1,
      name = "date",
      description = "The business date, such as 2026-04-03",
      required = true)
  String date = "";

  @Override
  void run(Session console, PrintStream out) throws CommandException {
    HardTokens service = service(hardTokens, HardTokens.class);
    BankId id = typed(() -> new BankId(bank));
    LocalDate day = day();
    RequestKey key = freshKey(random, BYTES_OF_KEY);
    Actor.Administrator administrator = administrator();
    BooksOutcome outcome =
        service.reconcile(new BooksRequest(key, id, day, Optional.empty(), administrator));
    if (json) {
      out.println(json(outcome));
    } else {
      print(outcome, out);
    }
    if (!outcome.equal()) {
      throw failed(
          "Different, and in the audit now: %s of %s, differences: %,d."
              .formatted(id, day, outcome.differences().size()));
    }
    if (!json) {
      out.println("Equal: every debit and refund is answered, and answered once.");
    }
  }

  private LocalDate day() throws CommandException {
    try {
      return LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      throw failed("Not accepted: date: a day such as 2026-04-03.", e);
    }
  }

  private static void print(BooksOutcome outcome, PrintStream out) {
    Books ours = outcome.ours();
    new Table("BOOKED", "NUMBER", "YEN")
        .row("debits", "%,d".formatted(ours.debits()), "%,d".formatted(ours.debitYen()))
        .row("refunds", "%,d".formatted(ours.refunds()), "%,d".formatted(ours.refundYen()))
        .print(out);
    if (!outcome.differences().isEmpty()) {
      out.println();
      Table table = new Table("ORDER", "DIFFERENCE", "DETAIL");
      outcome
          .differences()
          .forEach(of -> table.row(of.order().toString(), of.kind().name(), of.detail()));
      table.print(out);
    }
  }

  private static Json json(BooksOutcome outcome) {
    Books ours = outcome.ours();
    return new Json()
        .time("at", outcome.at())
        .number("debits", ours.debits())
        .number("debitYen", ours.debitYen())
        .number("refunds", ours.refunds())
        .number("refundYen", ours.refundYen())
        .truth("equal", outcome.equal())
        .objects("differences", outcome.differences().stream().map(FeeReconcile::json).toList());
  }

  private static Json json(BooksDifference difference) {
    return new Json()
        .text("order", difference.order().toString())
        .text("kind", difference.kind().name())
        .text("detail", difference.detail());
  }
}
