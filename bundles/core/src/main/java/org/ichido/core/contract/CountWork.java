package org.ichido.core.contract;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.contract.BranchCount;
import org.ichido.api.contract.Count;
import org.ichido.api.contract.CountOutcome;
import org.ichido.api.contract.CountRequest;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/**
 * Compares what somebody says there is with what was counted before, and writes down a difference.
 *
 * @param request how much there ought to be
 * @param bank what was counted of the whole bank, by branch
 * @param clock tells when
 */
public record CountWork(CountRequest request, List<BranchCount> bank, Clock clock)
    implements UnitOfWork<CountOutcome> {
  @Override
  public Reads reads() {
    return Reads.NOTHING;
  }

  @Override
  public Decided<CountOutcome> decide(Rows rows) {
    Instant now = clock.instant();
    List<BranchCount> asked =
        bank.stream()
            .filter(count -> request.branch().map(count.branch()::equals).orElse(true))
            .toList();
    Count ours = asked.stream().map(BranchCount::count).reduce(Count.NONE, Count::plus);
    boolean equal = ours.equals(request.expected());
    return new Decided<>(
        new CountOutcome(now, ours, equal, asked),
        equal ? List.of() : List.of(new Change.Append(difference(ours, now))));
  }

  private AuditEntry difference(Count ours, Instant now) {
    return AuditEntry.of(now, AuditEvent.COUNTS_DIFFER, request.bank())
        .withRequest(request.key())
        .withActor(request.actor())
        .withDetail(
            "%s: expected %s, counted %s"
                .formatted(
                    request.branch().map(branch -> "branch " + branch).orElse("whole bank"),
                    words(request.expected()),
                    words(ours)));
  }

  private static String words(Count count) {
    return "%d contracts %d users %d tokens"
        .formatted(count.contracts(), count.users(), count.tokens());
  }
}
