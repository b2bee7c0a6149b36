package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;

/**
 * Whether a database is the one that was used last. One that is put back from a backup has
 * forgotten accepted codes, answers and locks: it is not used before an administrator says that he
 * knows, and what it may have forgotten is refused for ever (T2).
 *
 * @param fault what shows that it is not; empty if it is
 * @param until the time up to which it may have forgotten something, if that is known
 */
record DatabaseAge(Optional<String> fault, Optional<Instant> until) {
  private static final String CURE =
      " If a backup was put back on purpose, run ichido:store-restored: what may have been forgotten"
          + " is then refused. If not, stop, and find the database that was used last.";

  /**
   * An administrator's word that an older database is to be used.
   *
   * @param now when it was given
   * @param entries what goes into the audit
   */
  record Accepted(Instant now, List<AuditEntry> entries) {}

  static DatabaseAge of(HeadFile file, Connection connection, AuditChain chain)
      throws SQLException {
    Optional<HeadFile.Head> noted = file.read();
    if (noted.isEmpty()) {
      return chain.seq() == 0
          ? new DatabaseAge(Optional.empty(), Optional.empty())
          : new DatabaseAge(
              Optional.of(
                  "There is no %s, which says how far the audit had come.".formatted(file.path())),
              Optional.empty());
    }
    AuditChain then = noted.get().chain();
    if (then.seq() > chain.seq()) {
      return new DatabaseAge(
          Optional.of(
              "The database is older than the one that was used last: it ends with audit entry %d, and entry %d was written at %s."
                  .formatted(chain.seq(), then.seq(), noted.get().at())),
          Optional.of(noted.get().at().plusSeconds(HeadFile.BEHIND_SECONDS)));
    }
    boolean same =
        then.seq() == 0 || new AuditTable(connection).at(then.seq()).equals(Optional.of(then));
    return new DatabaseAge(
        same
            ? Optional.empty()
            : Optional.of(
                "The database is not the one that was used last: its audit entry %d is another one."
                    .formatted(then.seq())),
        Optional.empty());
  }

  /**
   * @throws StoreDown if it is not the one that was used last
   */
  void require() {
    if (fault.isPresent()) {
      throw new StoreDown(fault.get() + CURE);
    }
  }
}
