package org.ichido.store.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Health;

/** Says how the store is doing. */
final class StoreHealth {
  private static final String PART = "store";

  private StoreHealth() {}

  static Health of(DatabaseAccess access) {
    Database database = access.current();
    if (database == null) {
      access.tryInTheBackground();
      return new Health(
          PART,
          Health.Level.DOWN,
          List.of(
              access.reason(),
              "It tries again with every request, and whenever somebody asks for the status."));
    }
    try {
      database.witness().look();
      database.space().require();
      return open(database);
    } catch (CommitInDoubt e) {
      return new Health(
          PART,
          Health.Level.DOWN,
          List.of(
              "The disk may lack what was committed: " + e.getMessage(),
              "Look at the free space and the disk; the next request opens the store again."));
    } catch (StoreDown e) {
      return new Health(PART, Health.Level.DOWN, List.of(e.reason()));
    }
  }

  private static Health open(Database database) {
    List<String> lines = new ArrayList<>();
    Health.Level level = Health.Level.OK;
    if (database.space().isScarce()) {
      level = Health.Level.WARN;
      lines.add("The disk is filling up. Free some space before it reaches free.space.floor.");
    }
    for (String warning : database.witness().warnedWhileOpening()) {
      level = Health.Level.WARN;
      lines.add(
          "While opening, the engine warned: "
              + warning
              + ". After a power cut or kill that is the torn end of its log; verify the audit.");
    }
    Optional<String> headTrouble = database.headTrouble();
    if (headTrouble.isPresent()) {
      level = Health.Level.WARN;
      lines.add(
          headTrouble.get()
              + ". After 30 s of that nothing more is judged: a restored backup could not be noticed.");
    }
    if (database.memoryBegins().isAfter(Instant.EPOCH)) {
      lines.add(
          "an older database was let in; what was sent before %s is not judged"
              .formatted(database.memoryBegins()));
    }
    lines.add(
        "schema version %d; write delay off and MVCC on, both read back; commit witness proved"
            .formatted(database.schemaVersion()));
    lines.add("%d MB of disk free".formatted(database.space().megabytes()));
    lines.add("%d audit entries".formatted(database.chain().seq()));
    lines.add(
        "%d units of work, %d commits since it was opened"
            .formatted(database.units(), database.commits()));
    return new Health(PART, level, lines);
  }
}
