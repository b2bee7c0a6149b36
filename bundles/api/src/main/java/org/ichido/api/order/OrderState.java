package org.ichido.api.order;

/** Where an order stands. What it costs is kept apart from it. */
public enum OrderState {
  /** A device is set aside for it. */
  PLACED,
  /** The device is on its way (S4-21). */
  SHIPPED,
  /** The mail came back; the device may be sent again. */
  RETURNED,
  /** A user registered the device. */
  REGISTERED,
  /** Taken back. */
  CANCELLED;

  /**
   * @return whether there is nothing after it
   */
  public boolean over() {
    return this == REGISTERED || this == CANCELLED;
  }
}
