package org.ichido.core.work;

import java.util.List;
import java.util.Optional;
import org.ichido.api.RequestKey;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.InboxRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.store.UnitOfWork;

/**
 * Looks whether a request was answered before.
 *
 * @param key the request's identity
 */
public record RecallWork(RequestKey key) implements UnitOfWork<Optional<StoredReply>> {
  @Override
  public Reads reads() {
    return Reads.NOTHING.withInbox(key);
  }

  @Override
  public Decided<Optional<StoredReply>> decide(Rows rows) {
    return new Decided<>(rows.inbox().map(InboxRow::reply), List.of());
  }
}
