package org.ichido.api.stock;

/**
 * Where a delivered device stands. A lock, a suspension and the end of its battery are kept apart
 * from it.
 */
public enum HardTokenState {
  /** At a branch, promised to nobody. */
  IN_STOCK,
  /** Set aside for an order. */
  ORDERED,
  /** On its way to the customer (S4-21). */
  SHIPPED,
  /** Registered: bound to its contract for ever (S4-35). */
  ACTIVE,
  /** The mail came back. */
  RETURNED,
  /** Destroyed; its seed is gone. */
  DISPOSED,
  /** Unbound from its users; its seed is gone, and no other contract ever gets it. */
  REVOKED;

  /**
   * @return whether there is nothing after it
   */
  public boolean over() {
    return this == DISPOSED || this == REVOKED;
  }
}
