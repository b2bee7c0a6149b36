package org.ichido.spi.store;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A decision that the store runs inside a transaction: from rows to changes. It may be run again on
 * fresh rows when another writer was faster, so it has no effects of its own. A unit of work for a
 * REFUSED verdict commits like any other; it throws only if nothing could be decided, and then
 * nothing is written.
 *
 * @param <O> the type of the outcome
 */
@ConsumerType
public interface UnitOfWork<O> {
  /**
   * @return what to load
   */
  Reads reads();

  /**
   * Decides. Holds no lock and does no input or output but asking the vault.
   *
   * @param rows what was loaded
   * @return the outcome and the changes
   */
  Decided<O> decide(Rows rows);
}
