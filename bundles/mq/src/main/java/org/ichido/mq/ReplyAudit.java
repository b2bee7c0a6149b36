package org.ichido.mq;

import java.time.Clock;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.Holder;
import org.ichido.mq.record.Disposition;

/** The audit entries about replies that did not go out. The verdict stands in either case. */
final class ReplyAudit {
  private ReplyAudit() {}

  static AuditEntry entry(
      Clock clock, AuditEvent event, BankId bank, Disposition.Answer answer, String detail) {
    return new AuditEntry(
        clock.instant(),
        event,
        bank,
        answer.holder().map(Holder::contract),
        answer.holder().map(Holder::user),
        Optional.empty(),
        answer.key(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        oneLine(detail));
  }

  private static String oneLine(String detail) {
    String line = OneLine.of(detail);
    return line.substring(0, Math.min(line.length(), AuditEntry.LONGEST_DETAIL));
  }
}
