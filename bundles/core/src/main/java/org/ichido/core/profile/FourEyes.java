package org.ichido.core.profile;

/** Whether an operator's act needs another operator. */
public enum FourEyes {
  /** No. */
  NONE,
  /** The record names the other one, as a paper form does. */
  NAMED,
  /** The act waits until the other one approves it by a record of his own. */
  ASKED
}
