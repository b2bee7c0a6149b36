package org.ichido.core.change;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Holder;
import org.ichido.api.RequestKey;
import org.ichido.api.TokenId;
import org.ichido.core.profile.HelpDesk;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.Change;

/**
 * Writes the audit entries of one act. What an operator does while the help desk is closed is
 * marked in each (S0-43).
 *
 * @param now when
 * @param holder whom the act is about
 * @param key the request
 * @param actor who acts
 * @param helpDesk the hours of the help desk, if the bank has any
 */
record Journal(
    Instant now, Holder holder, RequestKey key, Actor actor, Optional<HelpDesk> helpDesk) {
  static Journal of(Instant now, Holder holder, RequestKey key, Actor actor, Snapshot snapshot) {
    return new Journal(now, holder, key, actor, snapshot.profile().changes().helpDesk());
  }

  Change.Append entry(AuditEvent event, Optional<TokenId> token, String detail) {
    AuditEntry entry =
        AuditEntry.of(now, event, holder, key).withActor(actor).withDetail(marked(detail));
    return new Change.Append(token.map(entry::withToken).orElse(entry));
  }

  private String marked(String detail) {
    if (!(actor instanceof Actor.Operator)) {
      return detail;
    }
    String mark = helpDesk.map(desk -> desk.mark(now)).orElse("");
    return mark.isEmpty() || detail.isEmpty() ? mark + detail : mark + "; " + detail;
  }
}
