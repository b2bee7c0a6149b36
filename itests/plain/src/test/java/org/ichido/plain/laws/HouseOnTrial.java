package org.ichido.plain.laws;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ichido.api.Cause;
import org.ichido.plain.KinsanProfile;
import org.ichido.plain.PlainHouse;
import org.ichido.testkit.clock.DrivenClock;

/** One house for all chains of events, on one directory, with a clock and faults to drive. */
final class HouseOnTrial implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-20T01:00:30Z");

  private final Path directory;
  private final DrivenClock clock = new DrivenClock(START);
  private PlainHouse house;
  private FaultyStore store;
  private ModelRules rules = ModelRules.SHIPPED;
  private long users;
  private long audited;
  private long restarts;
  private boolean brokenOff;
  private final Set<Cause> causes = EnumSet.noneOf(Cause.class);

  HouseOnTrial(Path directory) {
    this.directory = directory;
    open();
  }

  private void open() {
    house =
        new PlainHouse(
            directory,
            clock,
            database -> {
              store = new FaultyStore(database);
              return store;
            });
    house.profiles().updated(KinsanProfile.PID, rules.asProfile());
  }

  void restart() {
    house.close();
    open();
    restarts++;
  }

  void change(ModelRules to) {
    rules = to;
    house.profiles().updated(KinsanProfile.PID, rules.asProfile());
  }

  PlainHouse house() {
    return house;
  }

  FaultyStore store() {
    return store;
  }

  DrivenClock clock() {
    return clock;
  }

  /** A number that no user had before. */
  long nextUser() {
    return ++users;
  }

  /** A chain begins. */
  void begin() {
    brokenOff = true;
  }

  /** A chain came to its end. */
  void settled() {
    brokenOff = false;
  }

  /** Whether the last chain did not come to its end, so that its entries are not counted. */
  boolean brokenOff() {
    return brokenOff;
  }

  /** What one customer's audit had at the end of a chain. */
  void audited(List<Line> lines) {
    audited += lines.size();
    lines.forEach(line -> line.cause().ifPresent(causes::add));
  }

  /** Why codes were refused in all chains. */
  Set<Cause> causes() {
    return causes;
  }

  long auditedEntries() {
    return audited;
  }

  long restarts() {
    return restarts;
  }

  @Override
  public void close() {
    house.close();
  }
}
