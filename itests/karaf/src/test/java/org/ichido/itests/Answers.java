package org.ichido.itests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What was answered: how much by each requester, what was wrong, what never came, and how long each
 * way in was silent. Thread-safe.
 */
final class Answers {
  /** A way in: its requesters together are silent, or not. */
  enum Way {
    QUEUE,
    SERVICE
  }

  /** A stretch of the test. */
  record Stretch(long requests, int wrong, int lost, Map<Way, Long> gapMillis) {
    long longestGapMillis() {
      return gapMillis.values().stream().mapToLong(Long::longValue).max().orElseThrow();
    }
  }

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(40);

  private final Map<String, Long> count = new TreeMap<>();
  private final Map<String, String> first = new ConcurrentHashMap<>();
  private final Map<Way, Long> last = new HashMap<>();
  private final Map<Way, Long> longest = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();
  private long requests;
  private long requestsBefore;
  private int wrongBefore;
  private int lostBefore;

  /**
   * A reply came.
   *
   * @param again whether the request was answered before and must have the same reply
   */
  synchronized void came(
      Way way,
      String requester,
      AskedCustomer.Ask ask,
      boolean again,
      String verdict,
      String whole) {
    long now = System.nanoTime();
    Long before = last.put(way, now);
    if (before != null) {
      longest.merge(way, now - before, Math::max);
    }
    requests++;
    count.merge(requester, 1L, Long::sum);
    String known = first.putIfAbsent(ask.requestId(), whole);
    if (again && !whole.equals(known)) {
      wrong.add(ask + " was answered differently the second time: " + verdict);
    }
    if (!verdict.equals(ask.accepted() ? "ACCEPTED" : "REFUSED")) {
      wrong.add(ask + " was answered " + verdict);
    }
    notifyAll();
  }

  synchronized void wrong(String what) {
    wrong.add(what);
  }

  /** A request was put and got no verdict. */
  synchronized void lost(AskedCustomer.Ask ask, String why) {
    lost.add(ask + ": " + why);
  }

  /** Whether a reply that nobody waited for is the one that was given. */
  boolean known(String requestId, String whole) {
    return whole.equals(first.get(requestId));
  }

  synchronized void begin() {
    long now = System.nanoTime();
    requestsBefore = requests;
    wrongBefore = wrong.size();
    lostBefore = lost.size();
    for (Way way : Way.values()) {
      last.put(way, now);
      longest.put(way, 0L);
    }
  }

  synchronized Stretch end() {
    Map<Way, Long> millis = new TreeMap<>();
    longest.forEach((way, nanos) -> millis.put(way, TimeUnit.NANOSECONDS.toMillis(nanos)));
    return new Stretch(
        requests - requestsBefore, wrong.size() - wrongBefore, lost.size() - lostBefore, millis);
  }

  /** Waits until each of them has got so many answers more. */
  synchronized void further(int answers, List<String> requesters, Supplier<String> otherwise)
      throws InterruptedException {
    Map<String, Long> before = new TreeMap<>(count);
    long end = System.nanoTime() + PATIENCE;
    while (!requesters.stream()
        .allMatch(r -> count.getOrDefault(r, 0L) - before.getOrDefault(r, 0L) >= answers)) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError(
            "not %d further answers for each in 40 s: %s, then %s; wrong %s, lost %s; %s"
                .formatted(answers, before, count, wrong, lost, otherwise.get()));
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  synchronized List<String> wrongAndLost() {
    List<String> all = new ArrayList<>(wrong);
    all.addAll(lost);
    return all;
  }

  synchronized long requests() {
    return requests;
  }
}
