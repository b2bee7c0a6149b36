package org.ichido.api;

import org.osgi.annotation.versioning.ProviderType;

/** The memory of answers. Thread-safe. Both methods throw {@link NoAnswer} if nobody can say. */
@ProviderType
public interface InboxAdministration {
  /**
   * @return how the memory stands
   */
  InboxReport report();

  /**
   * Forgets, now and at once, what may be forgotten: answers so old that their requests would be
   * refused, and parked replies of that age. Happens by itself along with new requests, slower.
   *
   * @return how the memory stands afterwards
   */
  InboxReport purge();
}
