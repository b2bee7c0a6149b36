package org.ichido.store.jdbc;

import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import org.ichido.api.StoreUnavailable;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work whose caller waits. One thread attempts it; the caller reads the result after
 * {@link #isDone}, which is volatile.
 *
 * @param <O> the type of the outcome
 */
final class Pending<O> {
  private static final int MOST_ATTEMPTS = 16;

  private final UnitOfWork<O> work;
  private final Thread caller;
  private @Nullable Decided<O> decided;
  private @Nullable Throwable failure;
  private volatile boolean done;

  Pending(UnitOfWork<O> work, Thread caller) {
    this.work = work;
    this.caller = caller;
  }

  /**
   * Decides and writes within a transaction; decides again from fresh rows if another writer was
   * faster. What the unit of work itself throws is kept for its caller, and nothing is written.
   *
   * @throws SQLException if the transaction is of no use any more
   */
  void attempt(Transaction transaction) throws SQLException {
    decided = null;
    failure = null;
    String last = "";
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      try {
        Decided<O> now = work.decide(transaction.read(work.reads()));
        transaction.write(now.changes());
        decided = now;
        return;
      } catch (FasterWriter e) {
        last = e.what();
      } catch (StoreDown e) {
        failure = new StoreUnavailable(e.reason(), e);
        return;
      } catch (RuntimeException | Error e) {
        failure = e;
        return;
      }
    }
    failure =
        new StoreUnavailable(
            "Another writer was faster %d times in a row (%s); nothing was written. Ask again."
                .formatted(MOST_ATTEMPTS, last));
  }

  /** Its changes are durable: lets the caller go with its outcome. */
  void acknowledge() {
    finish();
  }

  /** Lets the caller go without an answer, unless the unit of work itself had failed before. */
  void fail(StoreUnavailable reason) {
    if (failure == null) {
      failure = reason;
    }
    finish();
  }

  private void finish() {
    done = true;
    LockSupport.unpark(caller);
  }

  void unpark() {
    LockSupport.unpark(caller);
  }

  boolean isDone() {
    return done;
  }

  /**
   * @return the outcome, in the caller's thread
   */
  O result() {
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
    Decided<O> now = decided;
    if (now == null) {
      throw new IllegalStateException("a unit of work was let go without a result");
    }
    return now.outcome();
  }
}
