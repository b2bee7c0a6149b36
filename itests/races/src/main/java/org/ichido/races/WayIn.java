package org.ichido.races;

import java.util.List;
import org.ichido.api.AuditEntry;
import org.ichido.api.TokenDescription;

/** A way into a house, and what its auditor and its branch see. */
public interface WayIn {
  /**
   * @return a new customer with a token that was never used
   */
  Racer register();

  /**
   * Asks all at once and waits for all.
   *
   * @param asks the requests
   * @return the replies, in the order of the requests
   * @throws Exception if one of them could not even be asked
   */
  List<Reply> atOnce(List<Ask> asks) throws Exception;

  /**
   * @param racer a customer
   * @return what the audit says, oldest first
   */
  List<AuditEntry> audit(Racer racer);

  /**
   * @param racer a customer
   * @return what is stored of the token
   */
  TokenDescription token(Racer racer);
}
