package org.ichido.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.sql.DataSource;
import org.ichido.api.StoreUnavailable;
import org.ichido.spi.store.InboxFigures;

/**
 * An open database: claimed, proved, migrated, with its pool. Ends once and is never opened again;
 * another object is opened from the disk. Thread-safe, but for {@link #run}, which has one caller
 * at a time.
 */
final class Database {
  private static final int LONGEST_WAIT_SECONDS = 10;

  /** A question to the database. */
  interface Question<T> {
    /** Answers over a connection with a transaction of its own, which is rolled back. */
    T ask(Connection connection) throws SQLException;
  }

  private final Dialect dialect;
  private final FileClaim claim;
  private final Connection control;
  private final CommitWitness witness;
  private final FreeSpace space;
  private final int schemaVersion;
  private final HikariDataSource pool;
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private final LongAdder units = new LongAdder();
  private final LongAdder commits = new LongAdder();
  private final NotedHead head;
  private final Instant memoryBegins;
  private final LongAdder forgotten = new LongAdder();
  private volatile AuditChain chain;
  private volatile boolean ended;

  /**
   * Proves and migrates what was opened.
   *
   * @param control a connection kept for the engine's end
   * @param accepted an administrator's word, without which an older database is not used
   * @throws StoreDown if it is not safe to use
   */
  Database(
      Dialect dialect,
      FileClaim claim,
      DataSource source,
      Connection control,
      CommitWitness witness,
      StoreSettings settings,
      Optional<DatabaseAge.Accepted> accepted)
      throws SQLException, CommitInDoubt {
    this.dialect = dialect;
    this.claim = claim;
    this.control = control;
    this.witness = witness;
    this.space = new FreeSpace(dialect.directory(), settings.floor());
    dialect.enforce(control);
    dialect.prove(control, witness);
    this.schemaVersion =
        new Migrations(dialect.schemaFolder(), dialect.schemaScripts()).bringUp(control);
    this.chain = new AuditTable(control).head();
    this.head = new NotedHead(new HeadFile(settings.headFile()));
    if (accepted.isPresent()) {
      this.chain = head.accept(dialect, control, witness, chain, accepted.get());
    } else {
      head.require(control, chain);
    }
    this.memoryBegins = new MemoryTable(control).begins();
    // Before the pool: it has threads, and nobody would close it.
    witness.look();
    this.pool = ConnectionPool.over(source, settings.poolSize());
  }

  /**
   * Runs units of work in one transaction with one commit; if the database refuses that, each in
   * its own, so that one bad unit of work does not fail the others. Acknowledges or fails each.
   *
   * @throws CommitInDoubt if it is not known whether the disk has what was committed; those not
   *     acknowledged are left to the caller
   * @throws StoreDown if nothing was begun
   */
  void run(List<Pending<?>> batch) throws CommitInDoubt {
    enter();
    try (Connection connection = pool.getConnection()) {
      space.require();
      head.keepsUp();
      units.add(batch.size());
      Optional<SQLException> refused = together(connection, batch);
      if (refused.isPresent()) {
        for (Pending<?> pending : batch) {
          together(connection, List.of(pending)).ifPresent(e -> pending.fail(refused(e)));
        }
      }
    } catch (SQLException e) {
      StoreUnavailable reason = refused(e);
      batch.stream().filter(pending -> !pending.isDone()).forEach(p -> p.fail(reason));
    } finally {
      leave();
    }
  }

  private static StoreUnavailable refused(SQLException e) {
    return new StoreUnavailable(
        "The database refused; nothing was written. Ask again, and look at ichido:status: "
            + e.getMessage(),
        e);
  }

  /**
   * @return why the database refused; empty if it did not
   */
  private Optional<SQLException> together(Connection connection, List<Pending<?>> batch)
      throws CommitInDoubt, SQLException {
    Transaction transaction = new Transaction(dialect, connection, chain, memoryBegins);
    try {
      for (Pending<?> pending : batch) {
        pending.attempt(transaction);
      }
    } catch (SQLException e) {
      connection.rollback();
      witness.look();
      return Optional.of(e);
    }
    if (transaction.wrote()) {
      Optional<SQLException> conflict = WitnessedCommit.of(connection, witness);
      if (conflict.isPresent()) {
        return conflict;
      }
      chain = transaction.chain();
      commits.increment();
      forgotten.add(transaction.forgotten());
    } else {
      connection.rollback(); // gives back the snapshot
      witness.look();
    }
    batch.forEach(Pending::acknowledge);
    // Last: it may be behind, and nobody needs to wait for that file's disk.
    transaction.head().ifPresent(head::note);
    return Optional.empty();
  }

  /**
   * Asks something outside a unit of work.
   *
   * @throws CommitInDoubt if the answer may be more than the disk has
   */
  <T> T ask(Question<T> question) throws SQLException, CommitInDoubt {
    enter();
    try (Connection connection = pool.getConnection()) {
      T answer = question.ask(connection);
      connection.rollback();
      witness.look();
      return answer;
    } finally {
      leave();
    }
  }

  private void enter() {
    if (!use.readLock().tryLock()) {
      throw ending();
    }
    if (ended) {
      use.readLock().unlock();
      throw ending();
    }
  }

  private static StoreDown ending() {
    return new StoreDown("The store is being closed or replaced; ask again.");
  }

  private void leave() {
    use.readLock().unlock();
  }

  /**
   * Ends the engine, once those inside have left.
   *
   * @param inOrder whether what memory holds is brought to the disk; if the witness doubts that the
   *     disk has everything, it is not, whatever is asked for
   * @throws StoreDown.ForGood if it would not end: then nobody may open it again in this process
   */
  void end(boolean inOrder) {
    boolean alone = awaitOthers();
    try {
      if (ended) {
        return;
      }
      ended = true;
      endEngine(inOrder);
      pool.close();
      witness.close();
      claim.close();
    } catch (SQLException | IOException e) {
      throw new StoreDown.ForGood(e);
    } finally {
      if (alone) {
        use.writeLock().unlock();
      }
    }
  }

  private void endEngine(boolean inOrder) throws SQLException {
    try {
      witness.look();
      if (inOrder) {
        head.noteTheEnd();
        dialect.shutdown(control);
        return;
      }
    } catch (CommitInDoubt e) {
      // as asked for or not: memory must not be written to the disk now
    }
    dialect.halt(control);
  }

  private boolean awaitOthers() {
    try {
      return use.writeLock().tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * @return since when nothing is forgotten
   */
  Instant memoryBegins() {
    return memoryBegins;
  }

  /**
   * @return why it cannot be noted how far the audit has come; empty if it can
   */
  Optional<String> headTrouble() {
    return head.trouble();
  }

  /**
   * @return where the audit chain ends
   */
  AuditChain chain() {
    return chain;
  }

  CommitWitness witness() {
    return witness;
  }

  FreeSpace space() {
    return space;
  }

  int schemaVersion() {
    return schemaVersion;
  }

  long units() {
    return units.sum();
  }

  long commits() {
    return commits.sum();
  }

  InboxFigures inbox() throws SQLException, CommitInDoubt {
    return ask(
        connection ->
            new InboxFigures(
                dialect.count(connection, "inbox"),
                new InboxTable(connection).oldest(),
                forgotten.sum()));
  }
}
