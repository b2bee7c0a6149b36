package org.ichido.simulators;

/** How core banking answers, whatever it did before that. */
public enum Manner {
  AT_ONCE,
  TWICE,
  /** Slow, or late: when the script says so, by {@link DebitQueue#tell}. */
  WHEN_TOLD,
  NEVER
}
