package org.ichido.store.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.ichido.spi.store.Change;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the file that tells a database's age in step with the database. For one thread at a time,
 * but for {@link #trouble}.
 */
final class NotedHead {
  private static final long LONGEST_TROUBLE_NANOS =
      TimeUnit.SECONDS.toNanos(HeadFile.BEHIND_SECONDS / 2);

  private final HeadFile file;
  private final LongSupplier nanoTime;
  private HeadFile.@Nullable Head newest;
  private volatile @Nullable String trouble;
  private long troubleSince;

  NotedHead(HeadFile file) {
    this(file, System::nanoTime);
  }

  NotedHead(HeadFile file, LongSupplier nanoTime) {
    this.file = file;
    this.nanoTime = nanoTime;
  }

  /**
   * Looks whether a database that was opened is the one that was used last. A new one is noted
   * before its first commit: it would not be opened again without.
   *
   * @throws StoreDown if it is not
   */
  void require(Connection connection, AuditChain chain) throws SQLException {
    DatabaseAge.of(file, connection, chain).require();
    if (chain.seq() == 0) {
      mustNote(new HeadFile.Head(chain, Instant.EPOCH));
    }
  }

  /**
   * Lets in a database whatever its age, in one transaction with its audit, and only then notes it.
   *
   * @return where the audit ends now
   */
  AuditChain accept(
      Dialect dialect,
      Connection connection,
      CommitWitness witness,
      AuditChain chain,
      DatabaseAge.Accepted accepted)
      throws SQLException, CommitInDoubt {
    DatabaseAge age = DatabaseAge.of(file, connection, chain);
    Transaction transaction = new Transaction(dialect, connection, chain, Instant.EPOCH);
    connection.setAutoCommit(false);
    boolean committed = false;
    try {
      new MemoryTable(connection).begin(memoryBegins(age, accepted.now()));
      transaction.write(accepted.entries().stream().<Change>map(Change.Append::new).toList());
      witness.look();
      connection.commit();
      committed = true;
      witness.look();
    } catch (FasterWriter e) {
      throw new SQLException("nobody else writes while the database is opened", e);
    } finally {
      if (!committed) {
        connection.rollback(); // Or the next line would commit half of it.
      }
      connection.setAutoCommit(true);
    }
    mustNote(new HeadFile.Head(transaction.chain(), accepted.now()));
    return transaction.chain();
  }

  /** Nothing was forgotten after the loss, as far as that is known, nor after now. */
  private static Instant memoryBegins(DatabaseAge age, Instant now) {
    return age.until().filter(until -> until.isBefore(now)).orElse(now);
  }

  private void mustNote(HeadFile.Head head) {
    try {
      file.write(head);
    } catch (IOException e) {
      throw new StoreDown(
          "The file %s cannot be written: %s. Mend that; the next request tries again."
              .formatted(file.path(), e),
          e);
    }
  }

  /** What is noted may stay behind, so that trouble with the file is no trouble of the callers. */
  void note(HeadFile.Head head) {
    newest = head;
    try {
      file.note(head);
      trouble = null;
    } catch (IOException e) {
      if (trouble == null) {
        troubleSince = nanoTime.getAsLong();
      }
      trouble = "%s cannot be written: %s".formatted(file.path(), e);
    }
  }

  /**
   * Tries again what could not be noted. Beyond the time by which the file may be behind, nothing
   * more is begun: a restored database would be trusted with what it forgot.
   *
   * @throws StoreDown if it cannot be noted for too long
   */
  void keepsUp() {
    HeadFile.Head head = newest;
    if (trouble == null || head == null) {
      return;
    }
    note(head);
    String now = trouble;
    if (now != null && nanoTime.getAsLong() - troubleSince > LONGEST_TROUBLE_NANOS) {
      throw new StoreDown(
          now + ". It says how far the audit has come; mend that, and it goes on by itself.");
    }
  }

  /** Notes the newest entry, before the database is closed in order. */
  void noteTheEnd() {
    HeadFile.Head head = newest;
    if (head != null) {
      try {
        file.write(head);
      } catch (IOException e) {
        trouble = "%s cannot be written: %s".formatted(file.path(), e);
      }
    }
  }

  /**
   * @return why it cannot be noted how far the audit has come; empty if it can
   */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }
}
