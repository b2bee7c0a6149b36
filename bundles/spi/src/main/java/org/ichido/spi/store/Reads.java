package org.ichido.spi.store;

import java.util.Optional;
import org.ichido.api.Holder;
import org.ichido.api.RequestKey;

/**
 * What a unit of work wants loaded before it decides.
 *
 * @param inbox the request whose memory is wanted
 * @param tokensOf the user whose tokens are wanted, whatever their state
 * @param auditEntries how many of that user's newest audit entries are wanted, 0 to 1,000
 */
public record Reads(Optional<RequestKey> inbox, Optional<Holder> tokensOf, int auditEntries) {
  /** Nothing at all. */
  public static final Reads NOTHING = new Reads(Optional.empty(), Optional.empty(), 0);

  /**
   * @param holder a user
   * @return reads of the user's tokens
   */
  public static Reads tokensOf(Holder holder) {
    return new Reads(Optional.empty(), Optional.of(holder), 0);
  }

  /**
   * @param key a request
   * @return these reads and the request's memory
   */
  public Reads withInbox(RequestKey key) {
    return new Reads(Optional.of(key), tokensOf, auditEntries);
  }
}
