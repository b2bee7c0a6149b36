package org.ichido.races;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that wait for each other at a barrier and then run together. */
public final class Crowd implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /**
   * Runs all together.
   *
   * @param calls what to run, a thread for each
   * @param <T> the type of the results
   * @return the results, in the order of the calls
   * @throws Exception what a call threw
   */
  public <T> List<T> together(List<Callable<T>> calls) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(calls.size());
    List<Future<T>> futures = new ArrayList<>();
    for (Callable<T> call : calls) {
      futures.add(
          threads.submit(
              () -> {
                barrier.await();
                return call.call();
              }));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(future.get());
    }
    return results;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
