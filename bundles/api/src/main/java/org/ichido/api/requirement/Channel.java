package org.ichido.api.requirement;

/** By what the customer came. */
public enum Channel {
  /** A browser on a computer. */
  PC,
  /** A browser or an app on a smartphone. */
  SMARTPHONE
}
