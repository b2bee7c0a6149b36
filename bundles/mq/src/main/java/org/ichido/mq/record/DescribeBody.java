package org.ichido.mq.record;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.Circumstances;
import org.ichido.api.Description;
import org.ichido.api.Lock;
import org.ichido.api.TokenDescription;

/** Fills the body of a describe reply. */
final class DescribeBody {
  private static final Set<AuditEvent> ATTEMPTS =
      EnumSet.of(AuditEvent.ACCEPTED, AuditEvent.REFUSED, AuditEvent.REPLAYED);
  private static final int MOST_FAILURES = 9999;
  private static final int LONGEST_REASON = 8;

  private DescribeBody() {}

  static HostRecord fill(HostRecord reply, Description description) {
    HostRecord dated =
        circumstances(
            reply.with("ICH-AS-OF", JapanTime.format(description.at())),
            description.circumstances());
    HostRecord known =
        description
            .token()
            .map(token -> token(dated, token))
            .orElseGet(() -> dated.set("ICH-NEVER-HAD-TOKEN").set("ICH-IS-NOT-LOCKED"));
    return description.attempts().stream()
        .filter(entry -> ATTEMPTS.contains(entry.event()))
        .findFirst()
        .map(entry -> attempt(known, entry))
        .orElse(known);
  }

  private static HostRecord circumstances(HostRecord reply, Circumstances behind) {
    String reason = behind.suspendedFor();
    return reply
        .set(behind.suspended().isPresent() ? "ICH-IS-SUSPENDED" : "ICH-IS-NOT-SUSPENDED")
        .with("ICH-SUSPENDED-SINCE", JapanTime.format(behind.suspended()))
        .with(
            "ICH-SUSPENDED-FOR",
            reason.substring(0, Math.min(reason.length(), LONGEST_REASON)).strip())
        .with("ICH-MAIL-STATE", word(behind.mail()))
        .with("ICH-ENROL-UNTIL", JapanTime.format(behind.deadline()))
        .with("ICH-DEVICE-CLASS", word(behind.deviceClass()))
        .with("ICH-ROLE", word(behind.role()))
        .with("ICH-CONTRACT-METHOD", word(behind.method()))
        .with("ICH-COOLDOWN-UNTIL", JapanTime.format(behind.coolDown()));
  }

  private static String word(Optional<? extends Enum<?>> constant) {
    return constant.map(Enum::name).orElse("");
  }

  private static HostRecord token(HostRecord reply, TokenDescription token) {
    Optional<Instant> since = token.lock().map(Lock::since);
    return reply
        .set("ICH-HAS-TOKEN")
        .with("ICH-TOKEN-ID", token.id().value())
        .with("ICH-TOKEN-KIND", token.kind().name())
        .with("ICH-TOKEN-STATE", token.state().name())
        .with("ICH-REGISTERED-AT", JapanTime.format(token.registered()))
        .with("ICH-EXPIRES-AT", JapanTime.format(token.expires()))
        .set(token.lock().isPresent() ? "ICH-IS-LOCKED" : "ICH-IS-NOT-LOCKED")
        .with("ICH-LOCKED-SINCE", JapanTime.format(since))
        .with("ICH-LOCKED-UNTIL", JapanTime.format(token.lock().flatMap(Lock::end)))
        .with("ICH-FAILURES", Integer.toString(Math.min(token.failures(), MOST_FAILURES)))
        .with("ICH-LAST-ACCEPTED-STEP", JapanTime.format(token.lastAccepted()));
  }

  private static HostRecord attempt(HostRecord reply, AuditEntry entry) {
    boolean accepted = entry.event() == AuditEvent.ACCEPTED;
    Optional<Cause> cause =
        entry.event() == AuditEvent.REPLAYED ? Optional.of(Cause.USED) : entry.cause();
    return reply
        .with("ICH-LAST-ATTEMPT-AT", JapanTime.format(entry.at()))
        .set(accepted ? "ICH-LAST-ACCEPTED" : "ICH-LAST-REFUSED")
        .with("ICH-LAST-CAUSE", cause.map(Cause::name).orElse(""));
  }
}
