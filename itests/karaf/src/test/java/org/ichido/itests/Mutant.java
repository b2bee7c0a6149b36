package org.ichido.itests;

import java.util.List;
import org.ichido.races.Races;
import org.ichido.races.Races.Race;

/**
 * A mistake that somebody could make in a bundle of the house, as a change of its source. If the
 * source no longer has the text, the suite fails: a mutant must not quietly become the product.
 *
 * @param name what the mistake is
 * @param bundle the symbolic name of the bundle it is in
 * @param folder the module's folder under {@code bundles/}
 * @param edits the changes
 * @param catcher the name of the race that must catch it
 * @param race that race
 */
record Mutant(
    String name, String bundle, String folder, List<Edit> edits, String catcher, Race race) {
  /**
   * A change of one file.
   *
   * @param file the file under the module's sources
   * @param from what stands there, once
   * @param to what the mistake makes of it
   */
  record Edit(String file, String from, String to) {}

  private static final String STORE = "org/ichido/store/jdbc/";
  private static final String WORK = "org/ichido/core/work/";
  private static final String VERIFY = "org/ichido/core/verify/";

  /**
   * The callers decide side by side in their own threads, "because computing codes is dear", and
   * the leader only writes. Sound, as long as the update is conditional.
   */
  static final Edit DECIDED_BY_THE_CALLERS =
      new Edit(
          STORE + "JdbcTokenStore.java",
          "return batches.run(work);",
          """
          org.ichido.spi.store.Decided<O> ahead =
              ask(
                  database ->
                      database.ask(
                          connection -> {
                            HsqldbDialect dialect = new HsqldbDialect("jdbc:hsqldb:file:unused");
                            return work.decide(
                                new Transaction(dialect, connection, database.chain(), database.memoryBegins())
                                    .read(work.reads()));
                          }));
          java.util.concurrent.atomic.AtomicBoolean again =
              new java.util.concurrent.atomic.AtomicBoolean();
          return batches.run(
              new UnitOfWork<O>() {
                @Override
                public org.ichido.spi.store.Reads reads() {
                  return work.reads();
                }

                @Override
                public org.ichido.spi.store.Decided<O> decide(org.ichido.spi.store.Rows rows) {
                  return again.getAndSet(true) ? work.decide(rows) : ahead;
                }
              });
          """);

  private static final List<Edit> NO_CONDITION =
      List.of(
          new Edit(STORE + "TokenTable.java", " AND ver = ? AND last_factor <= ?", ""),
          new Edit(
              STORE + "TokenTable.java",
              """
                        .text(row.id().value())
                        .number(row.version())
                        .number(row.lastFactor());
              """,
              """
                        .text(row.id().value());
              """));

  private static final Edit NO_INBOX_LOOKUP =
      new Edit(WORK + "OnceWork.java", "if (rows.inbox().isPresent()) {", "if (false) {");

  private static final Edit NO_INBOX_ROW =
      new Edit(WORK + "OnceWork.java", "changes.add(new Change.Remember(remembered(formed)));", "");

  /** Not a mistake: the condition alone must hold then. */
  static final Mutant CALLERS_DECIDE =
      store("every caller decides by itself", List.of(DECIDED_BY_THE_CALLERS), "", Races::oneCode);

  /** The prototype without an inbox contradicted itself in 7 of 12 duplicate replies. */
  static final Mutant NO_INBOX =
      core(
          "inbox switched off",
          List.of(NO_INBOX_LOOKUP, NO_INBOX_ROW),
          "oneRequest",
          Races::oneRequest);

  static final List<Mutant> ALL =
      List.of(
          store(
              "conditional update replaced by read-then-write, callers decide side by side",
              List.of(DECIDED_BY_THE_CALLERS, NO_CONDITION.get(0), NO_CONDITION.get(1)),
              "oneCode",
              Races::oneCode),
          store(
              "the same, against the count of failures",
              List.of(DECIDED_BY_THE_CALLERS, NO_CONDITION.get(0), NO_CONDITION.get(1)),
              "wrongCodes",
              Races::wrongCodes),
          NO_INBOX,
          core(
              "inbox written, never looked at",
              List.of(NO_INBOX_LOOKUP),
              "oneRequest",
              Races::oneRequest),
          core(
              "a failed attempt is rolled back",
              List.of(
                  new Edit(
                      WORK + "Judged.java",
                      "changed.map(Change.UpdateToken::new)",
                      "changed.filter(row -> accepted()).map(Change.UpdateToken::new)")),
              "wrongCodes",
              Races::wrongCodes),
          core(
              "an accepted step is not stored",
              List.of(
                  new Edit(
                      VERIFY + "Judgement.java",
                      "Optional.of(token.accepted(factor))",
                      "Optional.of(token.unlocked())")),
              "oneCode",
              Races::oneCode),
          core(
              "a lock is not looked at",
              List.of(
                  new Edit(
                      VERIFY + "Verification.java",
                      "if (token.lock().filter(lock -> lock.inForce(now)).isPresent()) {",
                      "if (false) {")),
              "wrongCodes",
              Races::wrongCodes),
          core(
              "an unlock is audited and not stored",
              List.of(
                  new Edit(
                      "org/ichido/core/change/Unlocking.java",
                      "new ArrayList<>(List.of(new Change.UpdateToken(row.unlocked())))",
                      "new ArrayList<>()")),
              "unlocksAmongWrongOnes",
              Races::unlocksAmongWrongOnes));

  private static Mutant store(String name, List<Edit> edits, String catcher, Race race) {
    return new Mutant(name, "org.ichido.store-jdbc", "store-jdbc", edits, catcher, race);
  }

  private static Mutant core(String name, List<Edit> edits, String catcher, Race race) {
    return new Mutant(name, "org.ichido.core", "core", edits, catcher, race);
  }

  /** The folder of its compiled classes. */
  String classes() {
    return name.replaceAll("[^a-z]+", "-");
  }
}
