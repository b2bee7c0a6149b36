package org.ichido.spi.store;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.Holder;
import org.ichido.api.contract.Role;

/**
 * A user as the store keeps it. Immutable; a change is a copy, and becomes real only if the row
 * still has the {@link #version} that was read.
 *
 * @param holder the user
 * @param role what the user may do
 * @param added when core banking added the user
 * @param removed when core banking removed the user
 * @param coolDown when the user may ask for a token again after a revocation; it may be past
 * @param downloads seeds delivered to the user since the last release (S2-19)
 * @param version counts the changes of the row, from 0
 */
public record UserRow(
    Holder holder,
    Role role,
    Instant added,
    Optional<Instant> removed,
    Optional<Instant> coolDown,
    int downloads,
    long version) {
  /**
   * @param value what the user may do from now on
   * @return a copy with that role
   */
  public UserRow withRole(Role value) {
    return new UserRow(holder, value, added, removed, coolDown, downloads, version);
  }

  /**
   * @param at when
   * @return a copy that is removed
   */
  public UserRow removedAt(Instant at) {
    return new UserRow(holder, role, added, Optional.of(at), coolDown, downloads, version);
  }

  /**
   * @param at when
   * @param newRole what the user may do
   * @return a copy of a removed user that is added again
   */
  public UserRow addedAgain(Instant at, Role newRole) {
    return new UserRow(holder, newRole, at, Optional.empty(), coolDown, downloads, version);
  }

  /**
   * @param end when the user may ask for a token again
   * @return a copy with that cool-down
   */
  public UserRow withCoolDown(Optional<Instant> end) {
    return new UserRow(holder, role, added, removed, end, downloads, version);
  }

  /**
   * @return a copy with one delivery more
   */
  public UserRow downloaded() {
    return new UserRow(holder, role, added, removed, coolDown, downloads + 1, version);
  }

  /**
   * @return a copy with no deliveries
   */
  public UserRow released() {
    return new UserRow(holder, role, added, removed, coolDown, 0, version);
  }
}
