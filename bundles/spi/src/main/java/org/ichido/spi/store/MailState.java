package org.ichido.spi.store;

/** How the mail of an enrolment stands, for support (S0-27, S4-8). */
public enum MailState {
  /** In the outbox. */
  WAITING,
  /** Taken over by the next server. */
  SENT,
  /** Will not be taken. */
  FAILED
}
