package org.ichido.mq;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.RequestKey;
import org.ichido.spi.transport.Subject;

/** The audit entries about messages that did not go the ordinary way. */
final class ReplyAudit {
  private ReplyAudit() {}

  /**
   * @param key the request, if the record said one
   * @param subject whom it is about, if the record said so
   * @param detail more, in any form and length
   */
  static AuditEntry entry(
      Instant at,
      AuditEvent event,
      BankId bank,
      Optional<RequestKey> key,
      Optional<Subject> subject,
      String detail) {
    return new AuditEntry(
        at,
        event,
        bank,
        subject.flatMap(Subject::contract),
        subject.flatMap(Subject::user),
        Optional.empty(),
        key,
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
