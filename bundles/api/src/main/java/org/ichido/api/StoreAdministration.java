package org.ichido.api;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What an administrator does with the store as a whole. Thread-safe.
 *
 * <p>A store that notices that its database is older than the one used last, as after a backup was
 * put back, refuses it: it has forgotten accepted codes, answers and locks.
 */
@ProviderType
public interface StoreAdministration {
  /**
   * Lets in an older database, or says of one that is in use that it is older. From then on no code
   * of a step that may have been accepted before is accepted, and no record is judged that was sent
   * before. Requests wait while the database is opened again. Audited for every bank that is
   * served.
   *
   * @param actor who says so
   * @return since when the memory is whole: the loss as far as it is known, else now
   * @throws NoAnswer if it could not be done, or not be made durable; nothing is let in then
   */
  Instant acceptRestored(Actor.Administrator actor);
}
