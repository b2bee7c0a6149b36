package org.ichido.spi.transport;

import java.util.List;
import org.ichido.api.AuditEntry;
import org.ichido.api.BankId;
import org.ichido.api.NoAnswer;
import org.ichido.spi.store.ParkedRow;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps the replies that a transport could not deliver. What a method writes is durable together
 * with its audit entry when it returns. Thread-safe; every method throws {@link NoAnswer} if it
 * cannot say or write.
 */
@ProviderType
public interface ParkedReplies {
  /**
   * Keeps a reply. One to the same message is kept once.
   *
   * @param reply the reply, {@link ParkedRow#UNNUMBERED}
   * @param entry what the audit is to say
   */
  void park(ParkedRow reply, AuditEntry entry);

  /**
   * @param bank whose requesters' replies
   * @param atMost how many at the most, 1 to 1,000
   * @return the replies kept, oldest first
   */
  List<ParkedRow> of(BankId bank, int atMost);

  /**
   * Keeps a reply no longer: it was sent, or nobody waits for it.
   *
   * @param number the reply's number
   * @param entry what the audit is to say
   */
  void settle(long number, AuditEntry entry);
}
