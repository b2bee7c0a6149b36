package org.ichido.core.work;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.RequestKey;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Fingerprint;
import org.ichido.spi.store.InboxRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.transport.Formed;
import org.ichido.spi.transport.Subject;

/**
 * A unit of work and the memory of its answer, as one: known requests get the stored bytes, new
 * ones are decided and remembered.
 *
 * @param key the request's identity
 * @param subject whom it is about
 * @param fingerprint what it asks
 * @param work decides it if it is new
 * @param form makes the reply and the mark to remember with it
 * @param clock tells when
 * @param alongside a change to make on the way, if it is new
 * @param <O> what the decision comes to
 */
public record OnceWork<O>(
    RequestKey key,
    Subject subject,
    Fingerprint fingerprint,
    UnitOfWork<O> work,
    Function<O, Formed> form,
    Clock clock,
    Optional<Change> alongside)
    implements UnitOfWork<Answer> {
  @Override
  public Reads reads() {
    return work.reads().withInbox(key);
  }

  @Override
  public Decided<Answer> decide(Rows rows) {
    if (rows.inbox().isPresent()) {
      InboxRow known = rows.inbox().get();
      if (known.fingerprint().equals(fingerprint)) {
        return answered(Optional.of(known.reply()), List.of());
      }
      AuditEntry misuse = misuse();
      return answered(Optional.empty(), List.of(new Change.Append(misuse)));
    }
    Decided<O> decided = work.decide(rows);
    Formed formed = form.apply(decided.outcome());
    List<Change> changes = new ArrayList<>(decided.changes());
    changes.add(new Change.Remember(remembered(formed)));
    alongside.ifPresent(changes::add);
    return answered(Optional.of(formed.reply()), changes);
  }

  private InboxRow remembered(Formed formed) {
    return new InboxRow(key, fingerprint, formed.reply(), clock.instant(), formed.mark());
  }

  private static Decided<Answer> answered(Optional<StoredReply> reply, List<Change> changes) {
    return new Decided<>(new Answer(reply, Written.in(changes)), changes);
  }

  private AuditEntry misuse() {
    return new AuditEntry(
        clock.instant(),
        AuditEvent.REQUEST_ID_REUSED,
        subject.bank(),
        subject.contract(),
        subject.user(),
        Optional.empty(),
        Optional.of(key),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "");
  }
}
