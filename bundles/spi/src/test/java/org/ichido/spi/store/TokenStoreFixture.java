package org.ichido.spi.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.HashFunction;
import org.ichido.api.Holder;
import org.ichido.api.OtpParameters;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.TokenId;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.spi.SealedSeed;

/** The store under test, and values to put into it. */
public abstract class TokenStoreFixture {
  protected static final Instant NOW = Instant.parse("2026-01-02T03:04:05.123456Z");
  protected static final BankId BANK = new BankId("kinsan");
  protected static final Holder ALICE = holder("alice");

  /**
   * @return the store under test, the same one during a test, empty at its beginning
   */
  protected abstract TokenStore store();

  /** A unit of work from what it reads and how it decides. */
  protected static <O> UnitOfWork<O> unit(Reads reads, Function<Rows, Decided<O>> decision) {
    return new UnitOfWork<>() {
      @Override
      public Reads reads() {
        return reads;
      }

      @Override
      public Decided<O> decide(Rows rows) {
        return decision.apply(rows);
      }
    };
  }

  protected static UnitOfWork<String> writing(Change... changes) {
    return unit(Reads.NOTHING, rows -> new Decided<>("written", List.of(changes)));
  }

  protected static Holder holder(String user) {
    return new Holder(BANK, new ContractId("C1"), new UserId(user));
  }

  protected static TokenRow token(String id, String... users) {
    return new TokenRow(
        new TokenId(id),
        BANK,
        new ContractId("C1"),
        Arrays.stream(users).map(UserId::new).toList(),
        TokenKind.HARD,
        TokenState.ACTIVE,
        new OtpParameters("totp", HashFunction.SHA256, 6, Duration.ofSeconds(30)),
        Optional.of(new SealedSeed(3, new byte[] {1, 2, 3, -1})),
        Attempts.NONE,
        0,
        Optional.empty(),
        Expiry.NEVER,
        NOW,
        Optional.empty(),
        0);
  }

  protected static RequestKey key(String id) {
    return new RequestKey(new Requester("IB"), new RequestId(id));
  }

  protected static InboxRow answer(String id, String reply, Instant at) {
    return new InboxRow(
        key(id),
        Fingerprint.of(new byte[32]),
        new StoredReply(reply.getBytes(StandardCharsets.UTF_8), 1208, 1),
        at);
  }

  protected static AuditEntry audited(Holder holder, String request) {
    return AuditEntry.of(NOW, AuditEvent.ACCEPTED, holder, key(request));
  }

  protected TokenRow onlyToken(Holder holder) {
    return store()
        .transact(unit(Reads.tokensOf(holder), rows -> new Decided<>(rows.tokens(), List.of())))
        .get(0);
  }

  protected Optional<InboxRow> remembered(String id) {
    return store()
        .transact(
            unit(Reads.NOTHING.withInbox(key(id)), rows -> new Decided<>(rows.inbox(), List.of())));
  }

  protected List<TokenRow> find(Optional<String> id, Optional<String> contract) {
    return store()
        .find(
            new TokenQuery(
                id.map(TokenId::new), Optional.of(BANK), contract.map(ContractId::new), 100));
  }

  /** Runs an action in many threads that start together. */
  protected static <T> List<T> atOnce(int threads, Function<Integer, T> action)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        futures.add(
            pool.submit(
                () -> {
                  start.await();
                  return action.apply(number);
                }));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
