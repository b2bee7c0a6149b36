package org.ichido.queuemanager.commands;

/**
 * How a command ended.
 *
 * @param completion 0 well, 2 failed
 * @param reason why
 */
record Outcome(int completion, int reason) {
  static final Outcome WELL = new Outcome(0, 0);

  static Outcome failed(int reason) {
    return new Outcome(2, reason);
  }
}
