package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;

/** One database transaction with the units of work drained into it, one after the other. */
final class Transaction {
  /** One process writes, so there is one chain. */
  private static final String WRITER = "1";

  private final Dialect dialect;
  private final Connection connection;
  private final Tables tables;
  private final AuditTable audit;
  private final Instant memoryBegins;
  private AuditChain chain;
  private Optional<Instant> newest = Optional.empty();
  private long forgotten;
  private boolean wrote;

  Transaction(Dialect dialect, Connection connection, AuditChain chain, Instant memoryBegins) {
    this.dialect = dialect;
    this.connection = connection;
    this.tables = new Tables(connection);
    this.audit = new AuditTable(connection);
    this.chain = chain;
    this.memoryBegins = memoryBegins;
  }

  /**
   * @return the chain's new end and the time of that entry; empty if nothing was appended
   */
  Optional<HeadFile.Head> head() {
    return newest.map(at -> new HeadFile.Head(chain, at));
  }

  /**
   * @return where the audit chain ends if this transaction commits
   */
  AuditChain chain() {
    return chain;
  }

  /**
   * @return whether there is anything to commit
   */
  boolean wrote() {
    return wrote;
  }

  /**
   * @return how many answers are forgotten if this transaction commits
   */
  long forgotten() {
    return forgotten;
  }

  /**
   * @throws StoreDown if a row was edited into something that none of our values can be
   */
  Rows read(Reads reads) throws SQLException {
    try {
      return tables.load(reads, audit, memoryBegins);
    } catch (IllegalArgumentException e) {
      throw new StoreDown(
          "A row of the database cannot be understood; somebody edited it, or the database is newer"
              + " than this bundle: "
              + e.getMessage(),
          e);
    }
  }

  /**
   * Writes all the changes of one unit of work.
   *
   * @throws FasterWriter if one of them came too late; none of them is written then
   */
  void write(List<Change> changes) throws SQLException, FasterWriter {
    if (changes.isEmpty()) {
      return;
    }
    AuditChain before = chain;
    Optional<Instant> newestBefore = newest;
    long forgottenBefore = forgotten;
    Savepoint savepoint = connection.setSavepoint();
    boolean whole = false;
    try {
      for (Change change : changes) {
        write(change);
      }
      whole = true;
    } catch (SQLException e) {
      if (!dialect.isDuplicateKey(e)) {
        throw e;
      }
      throw new FasterWriter("a key was taken");
    } finally {
      if (!whole) {
        undo(savepoint);
        chain = before;
        newest = newestBefore;
        forgotten = forgottenBefore;
      }
    }
    connection.releaseSavepoint(savepoint);
    wrote = true;
  }

  /** What cannot be undone alone takes the whole transaction along. */
  private void undo(Savepoint savepoint) throws SQLException {
    try {
      connection.rollback(savepoint);
    } catch (RuntimeException | Error e) {
      throw new SQLException("half a unit of work cannot be undone alone: " + e, e);
    }
  }

  private void write(Change change) throws SQLException, FasterWriter {
    if (change instanceof Change.Append append) {
      AuditLink link = chain.next(WRITER, append.entry());
      audit.append(link);
      chain = AuditChain.after(link);
      newest = Optional.of(append.entry().at());
    } else if (change instanceof Change.Forget forget) {
      forgotten += tables.forget(forget);
    } else {
      tables.write(change);
    }
  }
}
