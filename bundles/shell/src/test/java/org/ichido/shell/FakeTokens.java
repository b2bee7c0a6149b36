package org.ichido.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.DescribeRequest;
import org.ichido.api.Description;
import org.ichido.api.HashFunction;
import org.ichido.api.Lock;
import org.ichido.api.NoAnswer;
import org.ichido.api.OtpParameters;
import org.ichido.api.RegisterOutcome;
import org.ichido.api.RegisterRequest;
import org.ichido.api.TokenAdministration;
import org.ichido.api.TokenDescription;
import org.ichido.api.TokenId;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.UnlockRequest;
import org.ichido.api.UserId;
import org.ichido.api.act.Outcome;

/** Answers what it was told to, and remembers what it was asked. */
final class FakeTokens implements TokenAdministration {
  static final TokenId TOKEN = new TokenId("6f1c9a52-5a7e-4b62-9d0f-1b9f3ce0a001");

  final List<RegisterRequest> registered = new ArrayList<>();
  final List<byte[]> seeds = new ArrayList<>();
  final List<TokenDescription> tokens = new ArrayList<>();
  RegisterOutcome outcome =
      new RegisterOutcome(RegisterOutcome.Kind.REGISTERED, Optional.of(TOKEN));
  NoAnswer failure;

  static TokenDescription locked() {
    return new TokenDescription(
        TOKEN,
        new BankId("kinsan"),
        new ContractId("K00000000012"),
        List.of(new UserId("tanaka-keiri-0000001"), new UserId("sato")),
        TokenKind.HARD,
        TokenState.ACTIVE,
        new OtpParameters("totp", HashFunction.SHA256, 6, Duration.ofSeconds(30)),
        5,
        Optional.of(
            new Lock.Until(
                Instant.parse("2026-11-21T01:00:00Z"), Instant.parse("2026-11-21T01:30:00Z"))),
        Optional.of(Instant.parse("2026-11-20T23:59:30Z")),
        Optional.empty(),
        Instant.parse("2026-10-01T00:00:00Z"),
        Optional.of(1));
  }

  @Override
  public RegisterOutcome register(RegisterRequest request) {
    if (failure != null) {
      throw failure;
    }
    registered.add(request);
    seeds.add(request.seed().copy());
    return outcome;
  }

  @Override
  public Outcome unlock(UnlockRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Description describe(DescribeRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<TokenDescription> list(BankId bank, Optional<ContractId> contract, int atMost) {
    return tokens.stream()
        .filter(t -> t.bank().equals(bank))
        .filter(t -> contract.map(t.contract()::equals).orElse(true))
        .limit(atMost)
        .toList();
  }

  @Override
  public Optional<TokenDescription> find(TokenId id) {
    return tokens.stream().filter(t -> t.id().equals(id)).findFirst();
  }
}
