package org.ichido.itests.neighbour;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ichido.api.Actor;
import org.ichido.api.Audit;
import org.ichido.api.Authenticator;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Health;
import org.ichido.api.HealthSource;
import org.ichido.api.Holder;
import org.ichido.api.NoAnswer;
import org.ichido.api.OneTimeCode;
import org.ichido.api.RegisterRequest;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.Seed;
import org.ichido.api.TokenAdministration;
import org.ichido.api.TokenKind;
import org.ichido.api.UserId;
import org.ichido.api.VerifyRequest;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;

/**
 * A bundle of the bank's own in the same Karaf, as its programmers write it: dynamic references,
 * each read once a request. It is there as long as Ichido's services are.
 *
 * <p>Spoken to in words, because whoever is wired to the API is stopped when the API is refreshed,
 * and the test that does it must not be.
 */
public final class Neighbour implements UnaryOperator<String> {
  /** What it says when Ichido gave no verdict; why follows. */
  public static final String NO_ANSWER = "NO_ANSWER";

  private static final BankId BANK = new BankId("kinsan");

  private volatile Authenticator authenticator;
  private volatile TokenAdministration administration;
  private volatile Audit audit;
  private volatile List<HealthSource> parts;

  @Override
  public String apply(String request) {
    String[] words = request.split(" ", 5);
    try {
      return switch (words[0]) {
        case "register" -> register(words);
        case "verify" -> verify(words);
        case "tokens" -> tokens(new ContractId(words[1]));
        case "audit" -> audit.verifyChain().toString();
        case "health" -> health();
        default -> throw new IllegalArgumentException(request);
      };
    } catch (NoAnswer e) {
      return NO_ANSWER + " " + e.getMessage();
    }
  }

  private String register(String[] words) {
    try (Seed seed = Seed.copyOf(HexFormat.of().parseHex(words[4]))) {
      return administration
          .register(
              new RegisterRequest(
                  key(words[1]),
                  holder(words),
                  TokenKind.SOFT,
                  seed,
                  Optional.empty(),
                  new Actor.Administrator("neighbour")))
          .toString();
    }
  }

  private String verify(String[] words) {
    try (OneTimeCode code = OneTimeCode.of(words[4])) {
      return authenticator
          .verify(
              new VerifyRequest(
                  key(words[1]),
                  holder(words),
                  new Use(OperationName.TRANSFER, Stage.SUBMIT, Channel.PC),
                  code))
          .toString();
    }
  }

  /** A line a token: the user, the failures in a row, and whether it is locked. */
  private String tokens(ContractId contract) {
    return administration.list(BANK, Optional.of(contract), 10_000).stream()
        .map(
            token ->
                "%s %d %s"
                    .formatted(token.users().get(0), token.failures(), token.lock().isPresent()))
        .collect(Collectors.joining("\n"));
  }

  private String health() {
    Function<Health, String> line =
        health -> health.level() + " " + health.part() + ": " + String.join("; ", health.lines());
    return parts.stream()
        .flatMap(part -> part.health().stream())
        .map(line)
        .collect(Collectors.joining("\n"));
  }

  private static RequestKey key(String id) {
    return new RequestKey(new Requester("neighbour"), new RequestId(id));
  }

  private static Holder holder(String[] words) {
    return new Holder(BANK, new ContractId(words[2]), new UserId(words[3]));
  }
}
