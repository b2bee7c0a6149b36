package org.ichido.spi.transport;

import java.util.List;
import org.ichido.api.BankId;
import org.ichido.api.NoAnswer;
import org.ichido.spi.store.OutboxRow;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The events that a transport takes to core banking. Each was written in the transaction of what it
 * tells, and is given out until the transport says that it was sent: at least once, with a number
 * that stays. In the order of those numbers, so that the events of a contract, and of a token,
 * arrive in their order: one sender a bank sends what {@link #waiting} gives, one after the other,
 * and stops at the first that fails.
 *
 * <p>Whoever wants to know at once that there is something to send registers an {@link
 * OutboxWatcher}. Thread-safe; what a method writes is durable when it returns, and every method
 * throws {@link NoAnswer} if it cannot say or write.
 */
@ProviderType
public interface Outbox {
  /**
   * Gives out what is to be sent now. Nothing while the oldest is postponed: what follows must not
   * overtake it.
   *
   * @param bank the bank
   * @param atMost how many at the most, 1 to 1,000
   * @return the events, by number
   */
  List<OutboxRow> waiting(BankId bank, int atMost);

  /**
   * Records that the other side has taken events over.
   *
   * @param events events that {@link #waiting} gave; some or all, from the first on
   */
  void sent(List<OutboxRow> events);

  /**
   * Records that an event could not be sent this time, and with it everything after it. The pause
   * grows from try to try, from 1 s to 30 s.
   *
   * @param event the first event that was not taken over
   * @param why one line for operators
   */
  void postponed(OutboxRow event, String why);

  /**
   * Gives an event up, so that it does not hold up what follows: it can be said in no record. The
   * log says which; the receiver sees a gap in the sequence numbers.
   *
   * @param event the event
   * @param why one line for operators
   */
  void refused(OutboxRow event, String why);
}
