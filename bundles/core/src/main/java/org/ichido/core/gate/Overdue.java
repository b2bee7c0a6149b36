package org.ichido.core.gate;

import java.util.concurrent.Future;

/** Somebody else's code has not returned in time. */
final class Overdue extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final transient Future<?> call;

  Overdue(String reason, Future<?> call) {
    super(reason);
    this.reason = reason;
    this.call = call;
  }

  String reason() {
    return reason;
  }

  /** The call that goes on; cancelling it interrupts its thread. */
  Future<?> call() {
    return call;
  }
}
