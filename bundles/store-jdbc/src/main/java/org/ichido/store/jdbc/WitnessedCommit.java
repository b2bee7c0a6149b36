package org.ichido.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A commit that is known to be on the disk, or known not to be, or in doubt; nothing between. */
final class WitnessedCommit {
  private WitnessedCommit() {}

  /**
   * @return why the database rolled back instead; empty if it has committed
   * @throws CommitInDoubt if it is not known whether the disk has it
   */
  static Optional<SQLException> of(Connection connection, CommitWitness witness)
      throws CommitInDoubt, SQLException {
    witness.look();
    try {
      connection.commit();
    } catch (SQLException e) {
      if (!String.valueOf(e.getSQLState()).startsWith("40")) {
        throw new CommitInDoubt("commit failed: " + e.getMessage());
      }
      connection.rollback(); // class 40: the database says that it has rolled back itself
      witness.look();
      return Optional.of(e);
    } catch (RuntimeException | Error e) {
      // No memory, or a class gone with its bundle: how far the engine came, nobody knows.
      throw new CommitInDoubt("commit broke off: " + e);
    }
    witness.look();
    return Optional.empty();
  }
}
