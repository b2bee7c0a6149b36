package org.ichido.queuemanager.calls;

import org.ichido.queuemanager.wire.Answer;
import org.ichido.queuemanager.wire.Fields;

/** What became of the puts that are not answered. For the connection's thread. */
final class AsyncPuts {
  private int well;
  private int warnings;
  private int failures;
  private int completion;
  private int reason;
  private String queue = "";
  private boolean unitIsBroken;

  /**
   * @param answer that is not sent
   * @param toQueue where to
   * @param inUnit whether the commit has to fail with it
   */
  void count(Answer answer, String toQueue, boolean inUnit) {
    if (answer.completion() == 0) {
      well++;
      return;
    }
    if (answer.completion() == 1) {
      warnings++;
    } else {
      failures++;
      unitIsBroken |= inUnit;
    }
    if (answer.completion() > completion) {
      completion = answer.completion();
      reason = answer.reason().code();
      queue = toQueue;
    }
  }

  /** Whether the unit of work that ends now has lost a put. */
  boolean endUnit() {
    boolean broken = unitIsBroken;
    unitIsBroken = false;
    return broken;
  }

  /** Fills a request for statistics, and starts to count anew. */
  Fields report(Fields request, String queueManager) {
    Fields report = request.copy();
    report.number(12, completion).number(16, reason);
    report.number(20, well).number(24, warnings).number(28, failures);
    if (completion > 0) {
      report.number(32, 1).text(36, 48, queue).text(84, 48, queueManager);
    }
    well = 0;
    warnings = 0;
    failures = 0;
    completion = 0;
    reason = 0;
    return report;
  }
}
