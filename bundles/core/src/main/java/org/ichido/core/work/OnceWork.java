package org.ichido.core.work;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Holder;
import org.ichido.api.RequestKey;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Fingerprint;
import org.ichido.spi.store.InboxRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.store.UnitOfWork;

/**
 * A unit of work and the memory of its answer, as one: known requests get the stored bytes, new
 * ones are decided and remembered.
 *
 * @param key the request's identity
 * @param holder whom it is about
 * @param fingerprint what it asks
 * @param work decides it if it is new
 * @param form makes the reply
 * @param clock tells when
 * @param alongside a change to make on the way, if it is new
 * @param <O> what the decision comes to
 */
public record OnceWork<O>(
    RequestKey key,
    Holder holder,
    Fingerprint fingerprint,
    UnitOfWork<O> work,
    Function<O, StoredReply> form,
    Clock clock,
    Optional<Change> alongside)
    implements UnitOfWork<Optional<StoredReply>> {
  @Override
  public Reads reads() {
    return work.reads().withInbox(key);
  }

  @Override
  public Decided<Optional<StoredReply>> decide(Rows rows) {
    if (rows.inbox().isPresent()) {
      InboxRow known = rows.inbox().get();
      if (known.fingerprint().equals(fingerprint)) {
        return new Decided<>(Optional.of(known.reply()), List.of());
      }
      AuditEntry misuse = AuditEntry.of(clock.instant(), AuditEvent.REQUEST_ID_REUSED, holder, key);
      return new Decided<>(Optional.empty(), List.of(new Change.Append(misuse)));
    }
    Decided<O> decided = work.decide(rows);
    StoredReply reply = form.apply(decided.outcome());
    List<Change> changes = new ArrayList<>(decided.changes());
    changes.add(new Change.Remember(new InboxRow(key, fingerprint, reply, clock.instant())));
    alongside.ifPresent(changes::add);
    return new Decided<>(Optional.of(reply), changes);
  }
}
