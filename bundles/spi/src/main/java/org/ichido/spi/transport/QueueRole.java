package org.ichido.spi.transport;

/** What comes by a queue that Ichido reads. */
public enum QueueRole {
  /** Requests of channels, on behalf of users. */
  REQUEST,
  /** Requests of operators. */
  OPERATOR
}
