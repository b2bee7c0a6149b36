package org.ichido.core.work;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.DescribeRequest;
import org.ichido.api.Description;
import org.ichido.core.system.JapaneseTime;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;

/**
 * Says how things stand for a user, and records who asked.
 *
 * @param request about whom, and who asks
 * @param clock tells when
 */
public record DescribeWork(DescribeRequest request, Clock clock)
    implements UnitOfWork<Description> {
  private static final int SHOWN = 10;

  /** More than are shown: looking often must not hide what was looked for. */
  private static final int READ = 100;

  @Override
  public Reads reads() {
    return Reads.everythingOf(request.holder()).withAudit(READ);
  }

  @Override
  public Decided<Description> decide(Rows rows) {
    Instant now = clock.instant();
    AuditEntry entry =
        AuditEntry.of(now, AuditEvent.DESCRIBED, request.holder(), request.key())
            .withActor(request.actor());
    Optional<TokenRow> inQuestion =
        Tokens.inQuestion(Entitlement.of(rows).seen(rows.tokens(), JapaneseTime.dayOf(now)));
    Description description =
        new Description(
            now,
            inQuestion.map(token -> Tokens.describe(token, now)),
            rows.audit().stream()
                .filter(seen -> seen.event() != AuditEvent.DESCRIBED)
                .limit(SHOWN)
                .toList(),
            Behind.of(rows, inQuestion, now));
    return new Decided<>(description, List.of(new Change.Append(entry)));
  }
}
