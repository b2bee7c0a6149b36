package org.ichido.core.gate;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Calls code of somebody else's on a thread of its own and waits for it no longer than a limit, so
 * that one that hangs holds up nobody for ever. A late answer is not lost: a machine that was busy
 * or asleep is no reason to refuse a service for good. Thread-safe.
 */
public final class Patience {
  /** Below the 5 s that Declarative Services waits for a bind before it goes on without it. */
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final Executor threads;
  private final Duration limit;

  /**
   * @param threads where calls run
   * @param limit how long to wait for one
   */
  public Patience(Executor threads, Duration limit) {
    this.threads = threads;
    this.limit = limit;
  }

  /**
   * @return one for production: a new thread a call, which is rare, and three seconds
   */
  public static Patience ordinary() {
    return new Patience(
        call -> {
          Thread thread = new Thread(call, "ichido-gate");
          thread.setDaemon(true);
          thread.start();
        },
        LIMIT);
  }

  /**
   * @return one for tests and benchmarks: it waits as long as a call takes
   */
  public static Patience endless() {
    return new Patience(Runnable::run, Duration.ZERO);
  }

  /**
   * @param call what to call
   * @param late gets the finished call, on its own thread, if it returns after all; not if it was
   *     cancelled
   * @return what it returned
   * @throws ExecutionException with what it threw, be it an error
   * @throws Overdue if it has not returned
   */
  <T> T call(Callable<T> call, Consumer<Future<T>> late) throws ExecutionException, Overdue {
    Call<T> running = new Call<>(call, late);
    threads.execute(running);
    try {
      return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return running.giveUp("it gave no answer within " + limit.toMillis() + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return running.giveUp("it had given no answer when the wait for it was interrupted");
    }
  }

  /** Either the waiting thread gets the answer or {@link #late} does, never both, never neither. */
  private static final class Call<T> extends FutureTask<T> {
    private enum Wait {
      GOES_ON,
      GIVEN_UP,
      OVER
    }

    private final AtomicReference<Wait> wait = new AtomicReference<>(Wait.GOES_ON);
    private final Consumer<Future<T>> late;

    Call(Callable<T> call, Consumer<Future<T>> late) {
      super(call);
      this.late = late;
    }

    T giveUp(String reason) throws ExecutionException, Overdue {
      if (wait.compareAndSet(Wait.GOES_ON, Wait.GIVEN_UP)) {
        throw new Overdue(reason, this);
      }
      return answer(this);
    }

    @Override
    protected void done() {
      if (!wait.compareAndSet(Wait.GOES_ON, Wait.OVER) && !isCancelled()) {
        late.accept(this);
      }
    }
  }

  /** What a finished call returned. */
  static <T> T answer(Future<T> finished) throws ExecutionException {
    boolean interrupted = Thread.interrupted();
    try {
      return finished.get();
    } catch (InterruptedException e) {
      throw new IllegalStateException("a finished call does not wait", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
