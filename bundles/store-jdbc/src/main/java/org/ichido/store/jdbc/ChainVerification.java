package org.ichido.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.ichido.api.ChainReport;

/** Reads the whole audit in pages and recomputes every hash. */
final class ChainVerification {
  private static final int PAGE = 500;

  private final Database database;
  private AuditChain position = AuditChain.EMPTY;

  ChainVerification(Database database) {
    this.database = database;
  }

  /**
   * @return what was found; the head is the hash of the last entry that fits
   */
  ChainReport run() throws SQLException, CommitInDoubt {
    AuditChain expected = database.chain();
    int size = PAGE;
    boolean more = true;
    while (more) {
      try {
        List<AuditLink> page = page(size);
        more = !page.isEmpty();
        for (AuditLink link : page) {
          Optional<String> fault = position.fault(link);
          if (fault.isPresent()) {
            return report(fault);
          }
          position = AuditChain.after(link);
        }
      } catch (IllegalArgumentException e) {
        if (size == 1) {
          return report(Optional.of("what follows entry %d is no entry".formatted(position.seq())));
        }
        size = 1; // somewhere in this page: go on one by one to say where
      }
    }
    if (position.seq() < expected.seq()) {
      return report(Optional.of("entry %d is missing at the end".formatted(position.seq() + 1)));
    }
    return report(Optional.empty());
  }

  private List<AuditLink> page(int size) throws SQLException, CommitInDoubt {
    long from = position.seq();
    return database.ask(connection -> new AuditTable(connection).after(from, size));
  }

  private ChainReport report(Optional<String> fault) {
    return new ChainReport(
        position.seq(), position.seq() == 0 ? "" : position.hash().toString(), fault);
  }
}
