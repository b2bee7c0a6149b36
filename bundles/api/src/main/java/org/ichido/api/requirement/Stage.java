package org.ichido.api.requirement;

/** The moment of an operation at which a code may be asked for. */
public enum Stage {
  /** The user who makes it confirms it (確定). */
  SUBMIT,
  /** Another user approves it (承認), where the contract uses approval. */
  APPROVE,
  /** The user logs in. */
  LOGIN
}
