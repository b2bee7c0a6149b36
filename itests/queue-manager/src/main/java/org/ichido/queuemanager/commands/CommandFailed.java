package org.ichido.queuemanager.commands;

/** A command that is answered with a reason. */
final class CommandFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final int reason;

  CommandFailed(int reason) {
    super("failed with " + reason, null, false, false);
    this.reason = reason;
  }

  int reason() {
    return reason;
  }
}
