package org.ichido.api.order;

/** Why core banking did not book. */
public enum NotBooked {
  /** There is not enough money. */
  FUNDS,
  /** The account is closed or stopped. */
  ACCOUNT,
  /** Something else; the bank knows. */
  OTHER
}
