package org.ichido.api;

/**
 * Where a token stands in its life. A lock and the expiry are kept apart from it, each in its own
 * field: a token may be ACTIVE and locked and past its expiry.
 */
public enum TokenState {
  /** Bound to its users and able to produce accepted codes. */
  ACTIVE,
  /** Unbound for good. */
  REVOKED
}
