package org.ichido.api.contract;

/** How the users of a contract authenticate operations, all of them alike (S3-27, S4-34). */
public enum Method {
  /** Not at all: one-time passwords were not applied for, or not yet in effect (S4-7). */
  NONE,
  /** A one-time code of a soft token. */
  SOFT,
  /** A one-time code of a hard token. */
  HARD,
  /** Transaction authentication (S0-2); named in answers, carried out elsewhere. */
  TXN_AUTH
}
