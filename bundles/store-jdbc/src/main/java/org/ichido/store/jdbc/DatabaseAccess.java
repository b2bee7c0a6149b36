package org.ichido.store.jdbc;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The database if it is open, or the reason why not. Opens it when somebody needs it or asks how it
 * is, at most once a second; nothing happens by itself. Thread-safe.
 */
final class DatabaseAccess {
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Function<Optional<DatabaseAge.Accepted>, Database> opening;
  private volatile @Nullable Database database;
  private volatile StoreDown reason = new StoreDown("The store was never opened.");
  private boolean tried;
  private boolean forGood;
  private long lastTry;
  private final AtomicBoolean trying = new AtomicBoolean();

  /**
   * @param opening opens the database or throws StoreDown
   */
  DatabaseAccess(Function<Optional<DatabaseAge.Accepted>, Database> opening) {
    this.opening = opening;
  }

  /**
   * @return the open database
   * @throws StoreDown if there is none
   */
  Database database() {
    Database open = database;
    return open == null ? opened() : open;
  }

  private synchronized Database opened() {
    Database open = database;
    if (open != null) {
      return open;
    }
    if (forGood || (tried && System.nanoTime() - lastTry < PAUSE_NANOS)) {
      throw new StoreDown(reason.reason(), reason);
    }
    return open(Optional.empty());
  }

  /**
   * Opens the database anew, whatever its age.
   *
   * @throws StoreDown if it cannot be opened
   */
  synchronized Database reopened(DatabaseAge.Accepted accepted) {
    Database open = database;
    database = null;
    if (open != null) {
      end(open, true);
    }
    if (forGood) {
      throw new StoreDown(reason.reason(), reason);
    }
    return open(Optional.of(accepted));
  }

  private Database open(Optional<DatabaseAge.Accepted> accepted) {
    tried = true;
    lastTry = System.nanoTime();
    try {
      Database open = opening.apply(accepted);
      database = open;
      return open;
    } catch (StoreDown e) {
      forGood = e instanceof StoreDown.ForGood;
      reason = e;
      throw e;
    } catch (RuntimeException | LinkageError e) {
      reason = new StoreDown("The database cannot be opened: " + e, e);
      throw reason;
    }
  }

  /**
   * Tries to open it, for somebody who only asks how it is and cannot wait: a repair shows at the
   * second look. Ends by itself; after {@link #close} it finds nothing to do.
   */
  void tryInTheBackground() {
    if (trying.compareAndSet(false, true)) {
      Thread thread = new Thread(this::tryOnce, "ichido-store opening");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void tryOnce() {
    try {
      database();
    } catch (StoreDown e) {
      // kept as the reason, for whoever asks next
    } finally {
      trying.set(false);
    }
  }

  /** Ends a database of which memory and disk may differ. The next call opens it from the disk. */
  synchronized void halt(Database doubtful, CommitInDoubt doubt) {
    if (database != doubtful) {
      return;
    }
    database = null;
    reason =
        new StoreDown(
            "The store stopped, because the disk may lack what was committed: "
                + doubt.getMessage()
                + ". Look at the free space and the disk; the next request opens it again from the"
                + " disk.",
            doubt);
    end(doubtful, false);
  }

  /** Ends the database for good, in order. */
  synchronized void close() {
    forGood = true;
    reason = new StoreDown("The store was closed or is being replaced; ask again.");
    Database open = database;
    database = null;
    if (open != null) {
      end(open, true);
    }
  }

  private void end(Database open, boolean inOrder) {
    try {
      open.end(inOrder);
    } catch (StoreDown.ForGood e) {
      forGood = true;
      reason = e;
      throw e;
    }
  }

  /**
   * @return the open database, or null; never opens it
   */
  @Nullable Database current() {
    return database;
  }

  /**
   * @return why there is none, if there is none
   */
  String reason() {
    return reason.reason();
  }
}
