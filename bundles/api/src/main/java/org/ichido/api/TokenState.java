package org.ichido.api;

/**
 * Where a token stands in its life. A lock and the expiry are kept apart from it, each in its own
 * field: a token may be ACTIVE and locked and past its expiry.
 */
public enum TokenState {
  /** Asked for by its user; the mail is under way, there is no seed yet. */
  ISSUED,
  /** The seed is on the device; the first code is awaited (S1-22). */
  INITIALISED,
  /** Bound to its users and able to produce accepted codes. */
  ACTIVE,
  /** Unbound for good; its seed is gone. */
  REVOKED,
  /** Never became ACTIVE and never will: too late, too many tries, or begun anew. */
  CANCELLED;

  /**
   * @return whether it belongs to its users: of those a user has one at the most
   */
  public boolean live() {
    return this != REVOKED && this != CANCELLED;
  }
}
