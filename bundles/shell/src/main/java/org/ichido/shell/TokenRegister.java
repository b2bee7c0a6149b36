package org.ichido.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.RegisterOutcome;
import org.ichido.api.RegisterRequest;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Seed;
import org.ichido.api.TokenAdministration;
import org.ichido.api.TokenId;
import org.ichido.api.TokenKind;
import org.ichido.api.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Binds a known seed to a user. The seed comes from a masked prompt or an owner-only file, never
 * from an argument: arguments stand in the history and in the list of processes.
 */
@Service
@Command(
    scope = "ichido",
    name = "token-register",
    description =
        "Binds a token's seed to a user; the token is ACTIVE at once. Asks for the seed without"
            + " showing it, or takes it from a file.")
public final class TokenRegister extends IchidoCommand {
  @Reference(optional = true)
  @Nullable TokenAdministration administration;

  @Reference(optional = true)
  @Nullable RandomGenerator random;

  @Argument(index = 0, name = "bank", description = "Bank id, such as kinsan", required = true)
  @Completion(BankCompleter.class)
  String bank = "";

  @Argument(index = 1, name = "contract", description = "Contract id", required = true)
  @Completion(ContractCompleter.class)
  String contract = "";

  @Argument(index = 2, name = "user", description = "User under the contract", required = true)
  String user = "";

  @Option(name = "--kind", description = "soft (an app) or hard (a device with a display)")
  @Completion(
      value = StringsCompleter.class,
      values = {"soft", "hard"})
  String kind = "soft";

  @Option(
      name = "--seed-file",
      description =
          "A file on the server with the seed on one line, Base32 or hexadecimal, readable by its"
              + " owner alone. It is deleted when the token is registered, and kept otherwise.")
  @Nullable String seedFile;

  @Option(
      name = "--expires",
      description = "YYYY-MM-DD: the last day, in Japan, on which its codes are accepted")
  @Nullable String expires;

  @Override
  void run(Session console, PrintStream out) throws CommandException {
    // Everything that can be refused is refused before a secret is asked for.
    TokenAdministration tokens = service(administration, TokenAdministration.class);
    RequestKey key = freshKey(random, RequestId.LONGEST / 2);
    Holder holder =
        typed(() -> new Holder(new BankId(bank), new ContractId(contract), new UserId(user)));
    TokenKind tokenKind = kind();
    Optional<Instant> end = end();
    Actor administrator = administrator();
    SeedFile file =
        seedFile == null ? null : new SeedFile(console.currentDir().resolve(seedFile).normalize());
    try (Seed seed = file == null ? ask(console) : file.read()) {
      RegisterOutcome outcome =
          tokens.register(new RegisterRequest(key, holder, tokenKind, seed, end, administrator));
      report(outcome, holder, key, out);
    }
    if (file != null) {
      destroy(file, out);
    }
  }

  private static void report(
      RegisterOutcome outcome, Holder holder, RequestKey key, PrintStream out)
      throws CommandException {
    String token = outcome.token().map(TokenId::value).orElse("(unnamed)");
    switch (outcome.kind()) {
      case REGISTERED -> out.println("Registered: token " + token + " for " + holder + ".");
      case TOKEN_STILL_BOUND ->
          throw failed(
              "Not registered: %s still has the live token %s; a user has one at a time."
                  .formatted(holder, token));
      case NOT_ENTITLED ->
          throw failed(
              "Not registered: core banking told that %s may have no token of this kind: the contract"
                      .formatted(holder)
                  + " is closed or has another method, or the user was removed.");
      case NOT_PROCESSED ->
          throw failed(
              "Not registered: request id %s was used before for something else. Try again."
                  .formatted(key.id()));
    }
  }

  private void destroy(SeedFile file, PrintStream out) throws CommandException {
    try {
      file.destroy();
    } catch (IOException e) {
      throw failed(
          "The token is registered, but its seed still lies in "
              + seedFile
              + ", which could not be deleted: "
              + e
              + ". Delete it.",
          e);
    }
    out.println("Deleted: the seed file.");
  }

  private static Seed ask(Session console) throws CommandException {
    String typed;
    try {
      typed = console.readLine("Seed (Base32 or hexadecimal, not shown): ", '*');
    } catch (IOException | UnsupportedOperationException e) {
      throw failed("No terminal to ask for the seed. Use --seed-file.", e);
    }
    if (typed == null || typed.isBlank()) {
      throw failed("Not registered: no seed was typed.");
    }
    return typed(() -> SeedText.read(typed.strip().toCharArray()));
  }

  private TokenKind kind() throws CommandException {
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "soft" -> TokenKind.SOFT;
      case "hard" -> TokenKind.HARD;
      default -> throw failed("Not accepted: --kind: soft or hard.");
    };
  }

  private Optional<Instant> end() throws CommandException {
    if (expires == null) {
      return Optional.empty();
    }
    try {
      LocalDate lastDay = LocalDate.parse(expires);
      return Optional.of(lastDay.plusDays(1).atStartOfDay(Words.JAPAN).toInstant());
    } catch (DateTimeParseException e) {
      throw failed("Not accepted: --expires: a date such as 2031-03-31.", e);
    }
  }
}
