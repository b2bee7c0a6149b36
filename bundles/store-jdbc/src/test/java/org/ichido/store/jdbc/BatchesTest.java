package org.ichido.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.ichido.api.StoreUnavailable;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BatchesTest {
  private static final UnitOfWork<String> WORK =
      new UnitOfWork<>() {
        @Override
        public Reads reads() {
          return Reads.NOTHING;
        }

        @Override
        public Decided<String> decide(Rows rows) {
          return new Decided<>("", List.of());
        }
      };

  @Test
  void aBrokenEngineIsAStoreThatCannotSay() {
    Batches batches =
        new Batches(
            batch -> {
              throw new NoClassDefFoundError("gone on purpose");
            });

    assertThatThrownBy(() -> batches.run(WORK))
        .isInstanceOf(StoreUnavailable.class)
        .hasCauseInstanceOf(NoClassDefFoundError.class);
  }

  /**
   * Whoever leads may find 64 others before him. If their batch breaks, his own work still waits:
   * were he let go, it would be judged later, with a code that he has wiped in the meantime.
   */
  @Test
  @Timeout(60)
  void whoLeadsIsNotLetGoBeforeHisOwnWorkIsDone() throws Exception {
    boolean happened = false;
    while (!happened) { // until he is awake before the one whose turn it is
      happened = aBatchThatBreaksWasLedByOneWhoWasNotInIt();
    }
  }

  private static boolean aBatchThatBreaksWasLedByOneWhoWasNotInIt() throws Exception {
    CountDownLatch leads = new CountDownLatch(1);
    CountDownLatch allWait = new CountDownLatch(1);
    AtomicReference<Thread> ledWhatBroke = new AtomicReference<>();
    Batches batches =
        new Batches(
            batch -> {
              if (allWait.getCount() > 0) {
                leads.countDown();
                await(allWait);
              } else if (batch.size() == Batches.MOST) {
                ledWhatBroke.set(Thread.currentThread());
                throw new NoClassDefFoundError("gone on purpose");
              }
              batch.forEach(pending -> pending.fail(new StoreUnavailable("its own turn")));
            });
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < Batches.MOST + 2; i++) {
      Caller caller = new Caller(batches);
      callers.add(caller);
      caller.start();
      if (i == 0) {
        leads.await();
      }
      while (i > 0 && caller.getState() != Thread.State.WAITING) {
        Thread.onSpinWait(); // until it sleeps in the queue
      }
    }
    Caller last = callers.get(Batches.MOST + 1);
    last.interrupt();
    allWait.countDown();
    while (last.isAlive()) {
      last.interrupt();
    }
    for (Caller caller : callers) {
      caller.join();
    }
    assertThat(last.thrown.get()).hasMessage("its own turn");
    return ledWhatBroke.get() == last;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Caller extends Thread {
    final AtomicReference<Throwable> thrown = new AtomicReference<>();
    private final Batches batches;

    Caller(Batches batches) {
      this.batches = batches;
    }

    @Override
    public void run() {
      try {
        batches.run(WORK);
      } catch (Throwable e) {
        thrown.set(e);
      }
    }
  }
}
