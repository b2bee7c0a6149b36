package org.ichido.plain.laws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.TokenId;
import org.ichido.testkit.token.TokenApp;

/**
 * A token as its history: it has no state of its own, every question is answered from what
 * happened. So it cannot share a mistake with a row that is updated.
 */
final class ModelToken {
  private final TokenId id;
  private final TokenApp app;
  private final Optional<Instant> expires;
  private final List<Line> history = new ArrayList<>();

  ModelToken(TokenId id, TokenApp app, Optional<Instant> expires) {
    this.id = id;
    this.app = app;
    this.expires = expires;
  }

  TokenId id() {
    return id;
  }

  TokenApp app() {
    return app;
  }

  void happened(Line line) {
    history.add(line);
  }

  boolean expired(Instant now) {
    return expires.isPresent() && !now.isBefore(expires.get());
  }

  /** The greatest step that was ever accepted. */
  OptionalLong lastStep() {
    return history.stream()
        .filter(line -> line.event() == AuditEvent.ACCEPTED)
        .mapToLong(line -> line.factor().orElseThrow())
        .max();
  }

  int failures() {
    return (int)
        sinceTheLast(AuditEvent.ACCEPTED, AuditEvent.UNLOCKED).stream()
            .filter(line -> line.cause().equals(Optional.of(Cause.INVALID)))
            .count();
  }

  boolean locked() {
    return sinceTheLast(AuditEvent.UNLOCKED).stream()
        .anyMatch(line -> line.event() == AuditEvent.LOCKED);
  }

  boolean suspended() {
    return sinceTheLast(AuditEvent.SUSPENSION_LIFTED).stream()
        .anyMatch(line -> line.event() == AuditEvent.SUSPENDED);
  }

  private List<Line> sinceTheLast(AuditEvent... events) {
    int from = 0;
    for (int i = 0; i < history.size(); i++) {
      if (List.of(events).contains(history.get(i).event())) {
        from = i + 1;
      }
    }
    return history.subList(from, history.size());
  }
}
