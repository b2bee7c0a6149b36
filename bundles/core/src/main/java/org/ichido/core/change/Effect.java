package org.ichido.core.change;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ichido.api.AuditEvent;
import org.ichido.api.TokenId;
import org.ichido.api.act.Outcome;
import org.ichido.spi.store.Change;

/**
 * What an act comes to.
 *
 * @param outcome the answer
 * @param changes what is written, without the audit entry
 * @param event the audit entry's event
 * @param token the token it is about, if there is one
 * @param detail the audit entry's detail
 */
record Effect(
    Outcome outcome,
    List<Change> changes,
    AuditEvent event,
    Optional<TokenId> token,
    String detail) {
  /** Copies the list. */
  Effect {
    changes = List.copyOf(changes);
  }

  /** Whether it does anything. A refusal may: failures are set to 0 where there is no lock. */
  boolean hasEffect() {
    return !changes.isEmpty();
  }

  /** Everything that is written. */
  List<Change> with(Journal journal) {
    return Stream.concat(changes.stream(), Stream.of(journal.entry(event, token, detail))).toList();
  }
}
