package org.ichido.plain.laws;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.TokenId;

/** What the audit must say of one thing that happened. */
record Line(
    Instant at,
    AuditEvent event,
    String request,
    Optional<TokenId> token,
    Optional<Cause> cause,
    Optional<Long> factor) {
  static Line of(AuditEntry entry) {
    return new Line(
        entry.at(),
        entry.event(),
        entry.request().orElseThrow().id().value(),
        entry.token(),
        entry.cause(),
        entry.factor());
  }
}
