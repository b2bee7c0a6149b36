package org.ichido.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private final AtomicInteger made = new AtomicInteger();
  private final Workers<AtomicInteger> workers =
      new Workers<>(
          () -> {
            made.incrementAndGet();
            return new AtomicInteger();
          });

  @Test
  void whatWasGivenBackIsTakenAgain() throws Exception {
    AtomicInteger first = workers.take();
    workers.giveBack(first);
    assertThat(workers.take()).isSameAs(first);
    assertThat(workers.take()).isNotSameAs(first);
  }

  @Test
  void anotherThreadFindsItToo() throws Exception {
    AtomicInteger first = workers.take();
    workers.giveBack(first);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      assertThat(other.submit(workers::take).get()).isSameAs(first);
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void theOneTooManyIsDropped() throws Exception {
    List<AtomicInteger> out = new ArrayList<>();
    for (int i = 0; i <= Workers.KEPT; i++) {
      out.add(workers.take());
    }
    out.forEach(workers::giveBack);
    Set<Integer> again = new HashSet<>();
    for (int i = 0; i <= Workers.KEPT; i++) {
      again.add(System.identityHashCode(workers.take()));
    }
    assertThat(made).hasValue(Workers.KEPT + 2);
    assertThat(again).hasSize(Workers.KEPT + 1);
  }

  @Test
  void noTwoThreadsHaveTheSameOneAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Integer> user =
          () -> {
            int shared = 0;
            for (int i = 0; i < 20_000; i++) {
              AtomicInteger mine = workers.take();
              shared += mine.incrementAndGet() == 1 ? 0 : 1;
              mine.decrementAndGet();
              workers.giveBack(mine);
            }
            return shared;
          };
      for (Future<Integer> each : threads.invokeAll(List.of(user, user, user, user, user, user))) {
        assertThat(each.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
