package org.ichido.races;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.TokenDescription;
import org.ichido.evidence.Check;

/**
 * Sixty-four requests at one moment, round after round, each round on tokens of its own. A race
 * notes in its check what was wrong and goes on: a mutant is to be caught by the very race that
 * finds nothing wrong in the product.
 */
public final class Races {
  /** How many ask at once. */
  public static final int CROWD = 64;

  /** How many consecutive failures lock a token of Kinsan (S4-36). */
  public static final int THRESHOLD = 5;

  private static final AtomicLong REQUESTS = new AtomicLong();

  private final WayIn way;
  private final int rounds;

  /**
   * @param way how to ask
   * @param rounds how often
   */
  public Races(WayIn way, int rounds) {
    this.way = way;
    this.rounds = rounds;
  }

  /** A race by its name, to be held with the product and with a mutant. */
  @FunctionalInterface
  public interface Race {
    /**
     * Holds the race.
     *
     * @param races where
     * @param check notes what was tried and what was wrong
     * @throws Exception if it could not be held
     */
    void run(Races races, Check check) throws Exception;
  }

  /**
   * One right code, presented under 64 ids: exactly one is accepted, none is counted.
   *
   * @param check notes what was wrong
   * @throws Exception if it could not be held
   */
  public void oneCode(Check check) throws Exception {
    for (int round = 0; round < rounds; round++) {
      Racer racer = way.register();
      List<Reply> replies = judged(check, crowd(CROWD, racer, right(racer)));
      check.equal("replies ACCEPTED", 1L, count("ACCEPTED", replies));
      List<AuditEntry> audit = followed(check, racer);
      check.equal("entries ACCEPTED", 1L, count(AuditEvent.ACCEPTED, audit));
      check.equal("entries REPLAYED", CROWD - 1L, count(AuditEvent.REPLAYED, audit));
    }
  }

  /**
   * 64 wrong codes against the threshold: as many are counted as lock, the others meet the lock.
   *
   * @param check notes what was wrong
   * @throws Exception if it could not be held
   */
  public void wrongCodes(Check check) throws Exception {
    for (int round = 0; round < rounds; round++) {
      Racer racer = way.register();
      List<Reply> replies = judged(check, crowd(CROWD, racer, wrong(racer)));
      check.equal("replies REFUSED", (long) CROWD, count("REFUSED", replies));
      threshold(check, racer, CROWD);
      Reply afterwards = way.atOnce(crowd(1, racer, right(racer))).get(0);
      check.equal("a right code afterwards", "REFUSED", afterwards.verdict());
    }
  }

  /**
   * One request, delivered 64 times: one effect, and every reply is the same.
   *
   * @param check notes what was wrong
   * @throws Exception if it could not be held
   */
  public void oneRequest(Check check) throws Exception {
    for (int round = 0; round < rounds; round++) {
      Racer racer = way.register();
      Ask ask = new Ask(id(), racer, Optional.of(right(racer)));
      List<Reply> replies = judged(check, Collections.nCopies(CROWD, ask));
      check.equal("replies ACCEPTED", (long) CROWD, count("ACCEPTED", replies));
      check.equal("different replies", 1L, replies.stream().distinct().count());
      check.equal(
          "entries",
          List.of(AuditEvent.REGISTERED, AuditEvent.ACCEPTED),
          followed(check, racer).stream().map(AuditEntry::event).toList());
    }
  }

  /**
   * One request id with two contents, 32 times each: the first content is judged, once.
   *
   * @param check notes what was wrong
   * @throws Exception if it could not be held
   */
  public void oneIdWithTwoContents(Check check) throws Exception {
    for (int round = 0; round < rounds; round++) {
      Racer racer = way.register();
      Ask right = new Ask(id(), racer, Optional.of(right(racer)));
      Ask wrong = new Ask(right.requestId(), racer, Optional.of(wrong(racer)));
      List<Ask> asks = new ArrayList<>();
      for (int i = 0; i < CROWD / 2; i++) {
        asks.addAll(List.of(right, wrong));
      }
      List<Reply> replies = answered(check, asks);
      long accepted = count("ACCEPTED", replies);
      long refused = count("REFUSED", replies);
      check.equal("judged", CROWD / 2L, accepted + refused);
      check.that("both contents were judged", accepted == 0 || refused == 0);
      List<AuditEntry> audit = followed(check, racer);
      check.equal("entries ACCEPTED", Math.min(accepted, 1), count(AuditEvent.ACCEPTED, audit));
      check.equal("entries REFUSED", Math.min(refused, 1), count(AuditEvent.REFUSED, audit));
      check.equal("entries REUSED", CROWD / 2L, count(AuditEvent.REQUEST_ID_REUSED, audit));
    }
  }

  /**
   * One right code among 63 wrong ones: whoever comes first, the audit tells one story.
   *
   * @param check notes what was wrong
   * @throws Exception if it could not be held
   */
  public void oneRightAmongWrongOnes(Check check) throws Exception {
    for (int round = 0; round < rounds; round++) {
      Racer racer = way.register();
      List<Ask> asks = crowd(CROWD - 1, racer, wrong(racer));
      // At another place in every round: the first in line would nearly always win.
      asks.add(round % CROWD, new Ask(id(), racer, Optional.of(right(racer))));
      List<Reply> replies = judged(check, asks);
      check.equal(
          "replies and entries ACCEPTED",
          count("ACCEPTED", replies),
          count(AuditEvent.ACCEPTED, followed(check, racer)));
    }
  }

  /**
   * The branch unlocks eight times while 56 wrong codes arrive: every lock is earned anew.
   *
   * @param check notes what was wrong
   * @throws Exception if it could not be held
   */
  public void unlocksAmongWrongOnes(Check check) throws Exception {
    for (int round = 0; round < rounds; round++) {
      Racer racer = way.register();
      List<Ask> asks = crowd(CROWD - 8, racer, wrong(racer));
      for (int i = 0; i < 8; i++) {
        asks.add(i * 8, new Ask(id(), racer, Optional.empty()));
      }
      List<Reply> replies = answered(check, asks);
      check.equal("replies REFUSED", CROWD - 8L, count("REFUSED", replies));
      List<AuditEntry> audit = followed(check, racer);
      check.equal("entries REFUSED", CROWD - 8L, count(AuditEvent.REFUSED, audit));
      check.equal(
          "entries about unlocks",
          8L,
          count(AuditEvent.UNLOCKED, audit) + count(AuditEvent.UNLOCK_REFUSED, audit));
    }
  }

  /**
   * Two tokens at once, one with a right code 32 times, one with wrong ones: neither disturbs.
   *
   * @param check notes what was wrong
   * @throws Exception if it could not be held
   */
  public void twoTokens(Check check) throws Exception {
    for (int round = 0; round < rounds; round++) {
      Racer honest = way.register();
      Racer guessed = way.register();
      List<Ask> asks = crowd(CROWD / 2, honest, right(honest));
      asks.addAll(crowd(CROWD / 2, guessed, wrong(guessed)));
      Collections.shuffle(asks);
      List<Reply> replies = judged(check, asks);
      check.equal("replies ACCEPTED", 1L, count("ACCEPTED", replies));
      threshold(check, guessed, CROWD / 2);
      followed(check, honest);
    }
  }

  private void threshold(Check check, Racer racer, int asked) {
    List<AuditEntry> audit = followed(check, racer);
    check.equal("counted", (long) THRESHOLD, count(Cause.INVALID, audit));
    check.equal("met the lock", (long) asked - THRESHOLD, count(Cause.LOCKED, audit));
    check.equal("entries LOCKED", 1L, count(AuditEvent.LOCKED, audit));
  }

  /** What is stored must be what the audit tells, and the audit a story that may happen. */
  private List<AuditEntry> followed(Check check, Racer racer) {
    List<AuditEntry> audit = way.audit(racer);
    AuditReplay replay = new AuditReplay(audit, THRESHOLD);
    TokenDescription token = way.token(racer);
    check.equal("audit", List.of(), replay.problems());
    check.equal("stored failures and audit", replay.failures(), token.failures());
    check.equal("stored lock and audit", replay.locked(), token.lock().isPresent());
    check.equal("stored step and audit", replay.accepted() > 0, token.lastAccepted().isPresent());
    return audit;
  }

  private List<Reply> judged(Check check, List<Ask> asks) throws Exception {
    List<Reply> replies = way.atOnce(asks);
    for (Reply reply : replies) {
      check.that(
          "not judged: " + reply.content(),
          reply.verdict().equals("ACCEPTED") || reply.verdict().equals("REFUSED"));
    }
    return replies;
  }

  private List<Reply> answered(Check check, List<Ask> asks) throws Exception {
    List<Reply> replies = way.atOnce(asks);
    for (Reply reply : replies) {
      check.that("not answered: " + reply.content(), !reply.verdict().equals(Reply.NO_ANSWER));
    }
    return replies;
  }

  private static List<Ask> crowd(int size, Racer racer, String code) {
    return new ArrayList<>(
        IntStream.range(0, size).mapToObj(i -> new Ask(id(), racer, Optional.of(code))).toList());
  }

  private static String right(Racer racer) {
    return racer.app().codeAt(Instant.now());
  }

  private static String wrong(Racer racer) {
    return racer.app().wrongCodeAt(Instant.now());
  }

  private static String id() {
    return "race-" + REQUESTS.incrementAndGet();
  }

  private static long count(String verdict, List<Reply> replies) {
    return replies.stream().filter(reply -> reply.verdict().equals(verdict)).count();
  }

  private static long count(AuditEvent event, List<AuditEntry> audit) {
    return audit.stream().filter(entry -> entry.event() == event).count();
  }

  private static long count(Cause cause, List<AuditEntry> audit) {
    return audit.stream().filter(entry -> entry.cause().equals(Optional.of(cause))).count();
  }
}
