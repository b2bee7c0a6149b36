package org.ichido.spi.transport;

import org.ichido.api.BankId;
import org.ichido.spi.store.OutboxRow;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A sender that wants to know at once when something was put into the outbox. Registered as a
 * service; core calls it after the commit. A call may be lost when a bundle is swapped or another
 * node wrote, so a sender looks at the {@link Outbox} from time to time as well, and when it
 * starts.
 */
@ConsumerType
public interface OutboxWatcher {
  /**
   * Called on the thread of a request, by several at a time. Must return at once, without asking
   * the store or a network, and must not throw.
   *
   * @param bank the bank of which there is something to send
   * @param kind by which way that goes
   */
  void written(BankId bank, OutboxRow.Kind kind);
}
