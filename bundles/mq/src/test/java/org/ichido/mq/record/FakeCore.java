package org.ichido.mq.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ichido.api.AuditEntry;
import org.ichido.api.DescribeRequest;
import org.ichido.api.Description;
import org.ichido.api.Holder;
import org.ichido.api.RequestKey;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.UnlockOutcome;
import org.ichido.api.UnlockRequest;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Fingerprint;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.transport.AuditTrail;
import org.ichido.spi.transport.Decisions;
import org.ichido.spi.transport.OnceOnly;

/** Core as records see it: decides what it was told to, once for each key. */
final class FakeCore implements Decisions, OnceOnly, AuditTrail {
  Verdict verdict = new Verdict.Accepted(Samples.DECIDED);
  UnlockOutcome outcome = UnlockOutcome.UNLOCKED;
  Description description = new Description(Samples.DECIDED, Optional.empty(), List.of());
  Instant memoryBegins = Instant.EPOCH;
  boolean storeIsDown;

  final List<VerifyRequest> verified = new ArrayList<>();

  /** The codes as they were when they were judged; they are wiped later. */
  final List<String> codes = new ArrayList<>();

  final List<UnlockRequest> unlocked = new ArrayList<>();
  final List<DescribeRequest> described = new ArrayList<>();
  final List<AuditEntry> audit = new ArrayList<>();

  /** The arrays that were fingerprinted, as handed over. */
  final List<byte[]> contents = new ArrayList<>();

  private final Map<RequestKey, Fingerprint> asked = new HashMap<>();
  private final Map<RequestKey, StoredReply> answered = new HashMap<>();

  CopybookExchange exchange() {
    CopybookExchange exchange = new CopybookExchange();
    exchange.clock = Samples.CLOCK;
    exchange.decisions = this;
    exchange.onceOnly = this;
    exchange.auditTrail = this;
    return exchange;
  }

  int judged() {
    return codes.size() + unlocked.size() + described.size();
  }

  @Override
  public UnitOfWork<Verdict> verify(VerifyRequest request) {
    verified.add(request);
    return work(
        () -> {
          codes.add(new String(request.code().ascii(), java.nio.charset.StandardCharsets.US_ASCII));
          return verdict;
        });
  }

  @Override
  public UnitOfWork<UnlockOutcome> unlock(UnlockRequest request) {
    return work(
        () -> {
          unlocked.add(request);
          return outcome;
        });
  }

  @Override
  public UnitOfWork<Description> describe(DescribeRequest request) {
    return work(
        () -> {
          described.add(request);
          return description;
        });
  }

  private static <O> UnitOfWork<O> work(java.util.function.Supplier<O> decision) {
    return new UnitOfWork<>() {
      @Override
      public Reads reads() {
        return Reads.NOTHING;
      }

      @Override
      public Decided<O> decide(Rows rows) {
        return new Decided<>(decision.get(), List.of());
      }
    };
  }

  @Override
  public Instant memoryBegins() {
    return memoryBegins;
  }

  @Override
  public Optional<StoredReply> recall(RequestKey key) {
    return Optional.ofNullable(answered.get(key));
  }

  @Override
  public Fingerprint fingerprint(byte[] content) {
    contents.add(content);
    try {
      return Fingerprint.of(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public <O> Optional<StoredReply> handle(
      RequestKey key,
      Holder holder,
      Fingerprint fingerprint,
      UnitOfWork<O> work,
      Function<O, StoredReply> form) {
    if (storeIsDown) {
      throw new StoreUnavailable("the store is down, as the test wants");
    }
    Fingerprint first = asked.putIfAbsent(key, fingerprint);
    if (first == null) {
      O decided = work.decide(new Rows(Optional.empty(), List.of(), List.of())).outcome();
      answered.put(key, form.apply(decided));
    } else if (!first.equals(fingerprint)) {
      return Optional.empty();
    }
    return Optional.of(answered.get(key));
  }

  @Override
  public void append(AuditEntry entry) {
    audit.add(entry);
  }
}
