package org.ichido.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ichido.api.Health;
import org.ichido.api.StoreUnavailable;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.TokenQuery;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.TokenStore;
import org.ichido.spi.store.TokenStoreFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcTokenStoreTest extends TokenStoreFixture {
  @TempDir Path directory;
  private StoreAt at;
  private JdbcTokenStore store;

  @BeforeEach
  void open() {
    at = new StoreAt(directory);
    store = at.open();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected TokenStore store() {
    return store;
  }

  @Test
  void whatWasStoredIsThereAfterARestart() {
    TokenRow row = token("T1", "alice");
    Instant nanos = Instant.parse("2026-01-02T03:04:05.123456789Z");
    store.transact(
        writing(
            new Change.AddToken(row),
            new Change.Remember(answer("R1", "x", nanos)),
            new Change.Append(audited(ALICE, "R1"))));
    String head = store.verifyAuditChain().head();

    store.close();
    store = at.open();

    assertThat(onlyToken(ALICE)).isEqualTo(row);
    assertThat(remembered("R1").orElseThrow().at()).isEqualTo(nanos);
    assertThat(store.verifyAuditChain().head()).isEqualTo(head);
    store.transact(writing(new Change.Append(audited(ALICE, "R2"))));
    assertThat(store.verifyAuditChain().intact()).isTrue();
    assertThat(store.verifyAuditChain().entries()).isEqualTo(2);
  }

  @Test
  void healthSaysWhatWasProved() {
    store.transact(writing(new Change.Append(audited(ALICE, "R1"))));

    Health health = store.health().get(0);

    assertThat(health.part()).isEqualTo("store");
    assertThat(health.level()).isEqualTo(Health.Level.OK);
    assertThat(health.lines())
        .contains(
            "schema version 6; write delay off and MVCC on, both read back; commit witness proved",
            "1 audit entries",
            "1 units of work, 1 commits since it was opened");
  }

  @Test
  void thirtyTwoWaitingCallersShareOneCommit() throws Exception {
    assertThat(commitsOfWaiting(32)).isEqualTo(1);
    assertThat(store.health().get(0).lines())
        .contains("33 units of work, 1 commits since it was opened");
  }

  @Test
  void noMoreThanSixtyFourShareOneCommit() throws Exception {
    assertThat(commitsOfWaiting(100)).isEqualTo(2);
  }

  private long commitsOfWaiting(int callers) throws Exception {
    CountDownLatch allWait = new CountDownLatch(1);
    CountDownLatch leads = new CountDownLatch(1);
    Thread leader =
        new Thread(
            () ->
                store.transact(
                    unit(
                        Reads.NOTHING,
                        rows -> {
                          leads.countDown();
                          await(allWait);
                          return new Decided<>("", List.of());
                        })));
    leader.start();
    leads.await();
    long before = at.driver.commits.get();
    AtomicInteger answered = new AtomicInteger();
    List<Thread> threads =
        IntStream.range(0, callers)
            .mapToObj(
                i ->
                    new Thread(
                        () -> {
                          store.transact(writing(new Change.Remember(answer("R" + i, "x", NOW))));
                          answered.incrementAndGet();
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait(); // until it sleeps in the queue
      }
    }
    allWait.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    leader.join();
    assertThat(answered).hasValue(callers);
    return at.driver.commits.get() - before;
  }

  @Test
  void aUnitOfWorkWithoutChangesDoesNotCommit() {
    long before = at.driver.commits.get();

    store.transact(writing());

    assertThat(at.driver.commits).hasValue(before);
  }

  @Test
  void aChangeThatTheDatabaseRefusesFailsItsOwnCallerAlone() throws Exception {
    List<Boolean> outcomes =
        atOnce(
            16,
            i -> {
              String reply = "x".repeat(i % 4 == 0 ? 1_048_577 : 10);
              try {
                store.transact(
                    writing(
                        new Change.Append(audited(ALICE, "R" + i)),
                        new Change.Remember(answer("R" + i, reply, NOW))));
                return true;
              } catch (StoreUnavailable e) {
                return false;
              }
            });

    assertThat(outcomes).filteredOn(good -> !good).hasSize(4);
    assertThat(store.verifyAuditChain().intact()).isTrue();
    assertThat(store.verifyAuditChain().entries()).isEqualTo(12);
    assertThat(remembered("R1")).isPresent();
    assertThat(remembered("R4")).isEmpty();
  }

  /** C3: whether it is on the disk, only the disk can say. */
  @Test
  void aCommitThatThrewAnErrorIsInDoubtAndTheStoreGoesOnFromTheDisk() {
    at.driver.breaksAfterCommit = true;
    assertThatThrownBy(() -> store.transact(writing(new Change.Append(audited(ALICE, "R1")))))
        .isInstanceOf(StoreUnavailable.class);
    at.driver.breaksAfterCommit = false;
    StoreAt.awaitOpen(store);

    store.transact(writing(new Change.Append(audited(ALICE, "R2"))));

    assertThat(store.verifyAuditChain().intact()).isTrue();
    assertThat(store.verifyAuditChain().entries()).isEqualTo(2);
  }

  @Test
  void whatCannotBeUndoneAloneIsNeverCommittedWithTheOthers() throws Exception {
    store.transact(writing(new Change.Remember(answer("R0", "x", NOW))));
    at.driver.breaksInUndoing = true;
    List<Boolean> outcomes =
        atOnce(
            16,
            i -> {
              String key = i % 4 == 0 ? "R0" : "R1" + i;
              try {
                store.transact(
                    writing(
                        new Change.AddToken(token("T" + i, "user" + i)),
                        new Change.Remember(answer(key, "x", NOW))));
                return true;
              } catch (StoreUnavailable | OutOfMemoryError e) {
                return false;
              }
            });
    at.driver.breaksInUndoing = false;

    assertThat(outcomes).filteredOn(good -> !good).hasSize(4);
    assertThat(
            store.find(new TokenQuery(Optional.empty(), Optional.empty(), Optional.empty(), 100)))
        .hasSize(12);
  }

  @Test
  void aUnitOfWorkMustNotStartAnother() {
    assertThatThrownBy(
            () ->
                store.transact(
                    unit(
                        Reads.NOTHING,
                        rows -> new Decided<>(store.transact(writing()), List.of()))))
        .hasMessage("a unit of work must not start another one");
  }

  @Test
  void anInterruptedCallerStillGetsItsOutcomeAndKeepsItsInterrupt() {
    Thread.currentThread().interrupt();

    store.transact(writing(new Change.AddToken(token("T1", "alice"))));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(store.holdsSealedSeeds()).isTrue();
  }

  @Test
  void aClosedStoreSaysSo() {
    store.close();

    assertThatThrownBy(() -> store.transact(writing()))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("closed or is being replaced");
    assertThatThrownBy(
            () ->
                store.find(new TokenQuery(Optional.empty(), Optional.empty(), Optional.empty(), 1)))
        .isInstanceOf(StoreUnavailable.class);
    assertThat(store.health().get(0).level()).isEqualTo(Health.Level.DOWN);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
