package org.ichido.mq;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ichido.mq.record.RecordExchange;
import org.ichido.spi.transport.AuditTrail;
import org.ichido.spi.transport.ParkedReplies;
import org.jspecify.annotations.Nullable;

/**
 * The services that come and go. While one is absent nothing is received; a message is handled with
 * those that are there when it is received. Thread-safe.
 */
final class RequiredServices {
  private @Nullable RecordExchange exchange;
  private @Nullable AuditTrail audit;
  private @Nullable Clock clock;
  private @Nullable ParkedReplies parked;

  /**
   * What one message is handled with.
   *
   * @param exchange decides
   * @param audit records what else happens
   * @param clock tells when
   * @param parked keeps replies that cannot be delivered
   */
  record Snapshot(RecordExchange exchange, AuditTrail audit, Clock clock, ParkedReplies parked) {}

  synchronized void exchange(@Nullable RecordExchange service) {
    exchange = service;
    notifyAll();
  }

  /** Of two providers the new one may have come before the old one goes. */
  synchronized void exchangeGone(RecordExchange service) {
    if (exchange == service) {
      exchange = null;
    }
  }

  synchronized void audit(@Nullable AuditTrail service) {
    audit = service;
    notifyAll();
  }

  /** Of two providers the new one may have come before the old one goes. */
  synchronized void auditGone(AuditTrail service) {
    if (audit == service) {
      audit = null;
    }
  }

  synchronized void clock(@Nullable Clock service) {
    clock = service;
    notifyAll();
  }

  /** Of two providers the new one may have come before the old one goes. */
  @SuppressWarnings("ReferenceEquality") // Two clocks may be equal and only one be gone.
  synchronized void clockGone(Clock service) {
    if (clock == service) {
      clock = null;
    }
  }

  synchronized void parked(@Nullable ParkedReplies service) {
    parked = service;
    notifyAll();
  }

  /** Of two providers the new one may have come before the old one goes. */
  synchronized void parkedGone(ParkedReplies service) {
    if (parked == service) {
      parked = null;
    }
  }

  /**
   * @return the services, if all came within that time
   */
  synchronized Optional<Snapshot> await(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    for (long left = longest.toNanos(); left > 0; left = end - System.nanoTime()) {
      RecordExchange currentExchange = exchange;
      AuditTrail currentAudit = audit;
      Clock currentClock = clock;
      ParkedReplies currentParked = parked;
      if (currentExchange != null
          && currentAudit != null
          && currentClock != null
          && currentParked != null) {
        return Optional.of(
            new Snapshot(currentExchange, currentAudit, currentClock, currentParked));
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        // Listeners are ended by their pause's stop() alone.
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  synchronized Optional<Clock> clock() {
    return Optional.ofNullable(clock);
  }

  synchronized List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (exchange == null) {
      missing.add("RecordExchange");
    }
    if (audit == null) {
      missing.add("AuditTrail");
    }
    if (clock == null) {
      missing.add("Clock");
    }
    if (parked == null) {
      missing.add("ParkedReplies");
    }
    return missing;
  }
}
