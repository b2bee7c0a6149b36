package org.ichido.spi.transport;

import java.util.List;
import org.ichido.api.BankId;
import org.ichido.api.NoAnswer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The debits and refunds that a transport takes to core banking, and what comes back (S4-29). What
 * is due is on the disk before it is given out, and is given out until the transport says that it
 * was sent: at least once, under an order number that core banking books once.
 *
 * <p>One sender a bank, which asks every second. Thread-safe; what a method writes is durable when
 * it returns, and every method throws {@link NoAnswer} if it cannot say or write.
 */
@ProviderType
public interface Debits {
  /**
   * Gives out what is to be sent now. What waited for business to open is asked for under the open
   * business date; what went unanswered becomes UNKNOWN and is inquired about, and after the last
   * inquiry is left to an operator.
   *
   * @param bank the bank
   * @param atMost how many at the most, 1 to 1,000
   * @return the messages, the longest due first
   */
  List<DebitMessage> due(BankId bank, int atMost);

  /**
   * Records that the queue has taken a message over; the time for the answer runs from now on.
   *
   * @param message a message that {@link #due} gave
   */
  void sent(DebitMessage message);

  /**
   * Takes what core banking said. The same again changes nothing.
   *
   * @param reply what it said
   * @return what became of it
   */
  Taken answered(DebitReply reply);

  /** What became of a reply. */
  enum Taken {
    /** It settled the debit or refund, or set it going again. */
    TAKEN,
    /** It said what was known. */
    KNOWN,
    /** It contradicts what was known: that stands, and the books show the difference. */
    CONTRADICTS,
    /** There is no such order, or nothing was asked of it. */
    NOT_OURS
  }
}
