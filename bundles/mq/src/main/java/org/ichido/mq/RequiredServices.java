package org.ichido.mq;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ichido.mq.record.RecordExchange;
import org.ichido.spi.transport.AuditTrail;
import org.jspecify.annotations.Nullable;

/**
 * The services that come and go. While one is absent nothing is received; a message is handled with
 * the two that were there when it was received. Thread-safe.
 */
final class RequiredServices {
  private @Nullable RecordExchange exchange;
  private @Nullable AuditTrail audit;

  /**
   * What one message is handled with.
   *
   * @param exchange decides
   * @param audit records what else happens
   */
  record Snapshot(RecordExchange exchange, AuditTrail audit) {}

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

  /**
   * @return the services, if both came within that time
   */
  synchronized Optional<Snapshot> await(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    for (long left = longest.toNanos(); left > 0; left = end - System.nanoTime()) {
      RecordExchange currentExchange = exchange;
      AuditTrail currentAudit = audit;
      if (currentExchange != null && currentAudit != null) {
        return Optional.of(new Snapshot(currentExchange, currentAudit));
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

  synchronized List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (exchange == null) {
      missing.add("RecordExchange");
    }
    if (audit == null) {
      missing.add("AuditTrail");
    }
    return missing;
  }
}
