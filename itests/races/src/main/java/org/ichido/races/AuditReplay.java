package org.ichido.races;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.RequestKey;

/**
 * Follows one token through its audit and says where the audit tells of something that may not
 * happen: a step accepted that is not above the last, a failure counted while locked, a lock that
 * comes too early, too late or twice, a request decided twice.
 */
public final class AuditReplay {
  private static final Set<AuditEvent> DECISIONS =
      Set.of(
          AuditEvent.ACCEPTED,
          AuditEvent.REFUSED,
          AuditEvent.FORM_ERROR,
          AuditEvent.UNLOCKED,
          AuditEvent.UNLOCK_REFUSED);

  private final int threshold;
  private final List<String> problems = new ArrayList<>();
  private final Set<RequestKey> decided = new HashSet<>();
  private long last = Long.MIN_VALUE;
  private int failures;
  private int accepted;
  private boolean locked;
  private boolean lockDue;

  /**
   * @param entries what the audit says of the token, oldest first
   * @param threshold how many consecutive failures lock
   */
  public AuditReplay(List<AuditEntry> entries, int threshold) {
    this.threshold = threshold;
    for (AuditEntry entry : entries) {
      follow(entry);
    }
    require(!lockDue, "the last failure must lock");
  }

  private void follow(AuditEntry entry) {
    Optional<Cause> cause = entry.cause();
    String what = entry.event() + cause.map(c -> " " + c).orElse("");
    require(lockDue == (entry.event() == AuditEvent.LOCKED), what + ", lock due: " + lockDue);
    lockDue = false;
    if (DECISIONS.contains(entry.event())) {
      require(decided.add(entry.request().orElseThrow()), what + " decides a request again");
    }
    switch (entry.event()) {
      case ACCEPTED -> accept(entry.factor().orElseThrow());
      case REFUSED -> refuse(cause.orElseThrow(), entry.factor());
      case LOCKED -> locked = true;
      case UNLOCKED -> {
        failures = 0;
        locked = false;
      }
      default -> {
        // says nothing about the token's state
      }
    }
  }

  private void accept(long factor) {
    require(!locked, "accepted while locked");
    require(factor > last, "step " + factor + " accepted after " + last);
    last = factor;
    failures = 0;
    accepted++;
  }

  private void refuse(Cause cause, Optional<Long> factor) {
    require(locked == (cause == Cause.LOCKED), cause + " while locked is " + locked);
    if (cause == Cause.INVALID) {
      failures++;
      lockDue = failures >= threshold;
    }
    if (cause == Cause.USED) {
      require(factor.orElseThrow() <= last, "USED, but never accepted: " + factor);
    }
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }

  /**
   * @return what may not be; empty if all is well
   */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /**
   * @return failures counted since the last success or unlock
   */
  public int failures() {
    return failures;
  }

  /**
   * @return how many codes were accepted
   */
  public int accepted() {
    return accepted;
  }

  /**
   * @return whether the token must be locked now
   */
  public boolean locked() {
    return locked;
  }
}
