package org.ichido.core.service;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.DescribeRequest;
import org.ichido.api.Description;
import org.ichido.api.RegisterOutcome;
import org.ichido.api.RegisterRequest;
import org.ichido.api.TokenAdministration;
import org.ichido.api.TokenDescription;
import org.ichido.api.TokenId;
import org.ichido.api.UnlockRequest;
import org.ichido.api.act.Outcome;
import org.ichido.core.profile.BankProfile;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.work.RegisterWork;
import org.ichido.core.work.Tokens;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.store.Fingerprint;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.store.TokenQuery;
import org.ichido.spi.transport.Subject;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The life of tokens for callers in this JVM; every act goes through the inbox. */
@Component
public final class InboxTokenAdministration implements TokenAdministration {
  private static final int FORMAT = 1;

  private final CurrentServices services;
  private final BankProfiles profiles;
  private final CoreDecisions decisions;
  private final InboxOnceOnly onceOnly;
  private final RandomGenerator random;

  /** For Declarative Services. */
  @Activate
  public InboxTokenAdministration(
      @Reference CurrentServices services,
      @Reference BankProfiles profiles,
      @Reference CoreDecisions decisions,
      @Reference InboxOnceOnly onceOnly,
      @Reference RandomGenerator random) {
    this.services = services;
    this.profiles = profiles;
    this.decisions = decisions;
    this.onceOnly = onceOnly;
    this.random = random;
  }

  @Override
  public RegisterOutcome register(RegisterRequest request) {
    BankProfile profile = profiles.of(request.holder().bank());
    TokenId id = new TokenId(new UUID(random.nextLong(), random.nextLong()).toString());
    SealedSeed sealed = services.vault().seal(id, request.seed());
    Fingerprint fingerprint =
        new Content("register", request.holder())
            .add(request.kind().name())
            .add(request.expires().map(Instant::toString).orElse(""))
            .add(request.actor().name())
            .add(request.seed().copy())
            .fingerprint(onceOnly);
    return onceOnly
        .handle(
            request.key(),
            Subject.of(request.holder()),
            fingerprint,
            new RegisterWork(request, id, sealed, profile, services.clock()),
            outcome -> reply(outcome.kind() + " " + outcome.token().map(TokenId::value).orElse("")))
        .map(InboxTokenAdministration::registered)
        .orElseGet(() -> new RegisterOutcome(RegisterOutcome.Kind.NOT_PROCESSED, Optional.empty()));
  }

  @Override
  public Outcome unlock(UnlockRequest request) {
    Content content = new Content("unlock", request.holder()).add(request.actor());
    request.code().ifPresent(code -> content.add(code.ascii()));
    return onceOnly
        .handle(
            request.key(),
            Subject.of(request.holder()),
            content.fingerprint(onceOnly),
            decisions.unlock(request),
            OutcomeText::write)
        .map(OutcomeText::read)
        .orElseGet(OutcomeText::reused);
  }

  @Override
  public Description describe(DescribeRequest request) {
    return services.store().transact(decisions.describe(request));
  }

  @Override
  public List<TokenDescription> list(BankId bank, Optional<ContractId> contract, int atMost) {
    return find(new TokenQuery(Optional.empty(), Optional.of(bank), contract, atMost));
  }

  @Override
  public Optional<TokenDescription> find(TokenId id) {
    return find(new TokenQuery(Optional.of(id), Optional.empty(), Optional.empty(), 1)).stream()
        .findFirst();
  }

  private List<TokenDescription> find(TokenQuery query) {
    Instant now = services.clock().instant();
    return services.store().find(query).stream().map(row -> Tokens.describe(row, now)).toList();
  }

  private static StoredReply reply(String text) {
    return new StoredReply(text.getBytes(StandardCharsets.US_ASCII), 0, FORMAT);
  }

  private static String text(StoredReply reply) {
    return new String(reply.bytes(), StandardCharsets.US_ASCII);
  }

  private static RegisterOutcome registered(StoredReply reply) {
    String[] words = text(reply).split(" ", 2);
    return new RegisterOutcome(
        RegisterOutcome.Kind.valueOf(words[0]),
        words[1].isEmpty() ? Optional.empty() : Optional.of(new TokenId(words[1])));
  }
}
