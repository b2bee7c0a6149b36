package org.ichido.api.stock;

/** What became of a request to dispose of a device. */
public enum DisposeOutcome {
  /** It is DISPOSED now, and its seed is gone. */
  DISPOSED,
  /** It was DISPOSED before; nothing changed. */
  ALREADY,
  /** It is neither in stock nor returned: somebody else may hold it. Nothing changed. */
  NOT_IN_STOCK,
  /** The bank has no such device. */
  UNKNOWN
}
