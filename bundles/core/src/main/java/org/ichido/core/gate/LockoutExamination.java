package org.ichido.core.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Lock;
import org.ichido.core.verify.Verification;
import org.ichido.spi.Failures;
import org.ichido.spi.Lockout;

/**
 * What a lockout rule must show before it gets traffic. When it comes it has no parameters, and so
 * nothing to show but its name; with those of a profile, whenever that is read, it is asked about
 * each count of failures that there can be. It must be a pure function, and a lock begins with the
 * failure it follows. Not demanded is that more failures lock longer: every fifth failure, or
 * nights alone, are rules too.
 */
public final class LockoutExamination {
  private static final List<Instant> TIMES =
      List.of(
          Instant.EPOCH,
          Instant.parse("2026-02-28T14:59:59.999999Z"),
          Instant.parse("2100-01-01T00:00:00Z"));

  /**
   * A rule that passed.
   *
   * @param lockout the rule with its parameters
   * @param locks whether it locks at all within {@link Verification#MOST_FAILURES} failures
   */
  public record Passed(Lockout lockout, boolean locks) {}

  private LockoutExamination() {}

  /**
   * @param lockout the rule with the parameters of one profile
   * @return the same, examined
   * @throws Refused if it fails; whatever else it throws is for the caller
   */
  public static Passed pass(Lockout lockout) throws Refused {
    if (lockout == null) {
      throw new Refused("it makes nothing of its parameters");
    }
    boolean locks = false;
    for (Instant time : TIMES) {
      List<Optional<Lock>> upwards = new ArrayList<>();
      for (int consecutive = 1; consecutive <= Verification.MOST_FAILURES; consecutive++) {
        Failures failures = new Failures(consecutive, time);
        Optional<Lock> lock = after(lockout, failures);
        locks |= lock.isPresent();
        upwards.add(lock);
      }
      for (int consecutive = Verification.MOST_FAILURES; consecutive >= 1; consecutive--) {
        Optional<Lock> again = after(lockout, new Failures(consecutive, time));
        if (!again.equals(upwards.get(consecutive - 1))) {
          throw new Refused(
              "asked twice about %d failures it answers %s and %s"
                  .formatted(consecutive, upwards.get(consecutive - 1), again));
        }
      }
    }
    return new Passed(lockout, locks);
  }

  private static Optional<Lock> after(Lockout lockout, Failures failures) throws Refused {
    Optional<Lock> lock = lockout.after(failures);
    if (lock == null) {
      throw new Refused("it answers null to " + failures);
    }
    if (lock.filter(l -> !l.since().equals(failures.latest())).isPresent()) {
      throw new Refused(
          "its lock does not begin with the failure: " + failures + ", " + lock.get());
    }
    return lock;
  }
}
