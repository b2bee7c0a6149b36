package org.ichido.api;

/** How the mail of an enrolment stands (S0-27, S4-8). */
public enum MailDelivery {
  /** Not delivered yet; it is tried again. */
  WAITING,
  /** Taken over by the next mail server. */
  SENT,
  /** Will not be taken; the customer must ask for a token again. */
  FAILED
}
