package org.ichido.core.migration;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.act.Outcome;
import org.ichido.api.contract.ContractAdministration;
import org.ichido.api.migration.DeltaReport;
import org.ichido.api.migration.DeltaRequest;
import org.ichido.api.migration.Difference;
import org.ichido.api.migration.LoadReport;
import org.ichido.api.migration.RowFault;
import org.ichido.core.sheet.Faults;
import org.ichido.core.work.WriteWork;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.TokenStore;

/**
 * One run of a delta: all is compared, and then, if there is no fault, what is different is done,
 * one act after the other. Used once, by one thread.
 */
final class DeltaRun {
  private final DeltaRequest request;
  private final Clock clock;
  private final TokenStore store;
  private final ContractAdministration acts;
  private final StoredContracts stored;
  private final Faults<RowFault> faults = new Faults<>(LoadReport.MOST_FAULTS);
  private final Differences differences = new Differences();
  private final Differences missing = new Differences();
  private long contracts;
  private long users;
  private long applied;

  DeltaRun(DeltaRequest request, Clock clock, TokenStore store, ContractAdministration acts) {
    this.request = request;
    this.clock = clock;
    this.store = store;
    this.acts = acts;
    this.stored = new StoredContracts(request.bank(), store);
  }

  DeltaReport run() throws IOException {
    compareAll();
    boolean known = faults.count() == 0;
    if (known && !request.dryRun()) {
      applyAll();
      store.transact(WriteWork.of(new Change.Append(end())));
    }
    Differences told = known ? missing : new Differences();
    return new DeltaReport(
        contracts,
        users,
        differences.first(),
        differences.count(),
        applied,
        told.first(),
        told.count(),
        faults.first(),
        faults.count());
  }

  private void compareAll() throws IOException {
    try (WholeContracts files = files()) {
      Optional<WholeContract> whole = files.next();
      while (whole.isPresent()) {
        compare(whole.get());
        whole = files.next();
      }
    }
    Optional<ContractRow> behind = request.full() ? stored.nextOpen() : Optional.empty();
    while (behind.isPresent()) {
      missing.add(notInTheFile(behind.get()));
      behind = stored.nextOpen();
    }
  }

  private void compare(WholeContract whole) {
    contracts++;
    users += whole.users().size();
    ContractDelta delta = store.transact(new DeltaWork(whole, clock));
    faults.addAll(delta.faults());
    delta.steps().forEach(step -> differences.add(step.difference()));
    if (request.full()) {
      stored.openBefore(whole.key().contract()).forEach(row -> missing.add(notInTheFile(row)));
      delta.missing().forEach(missing::add);
    }
  }

  private static Difference notInTheFile(ContractRow row) {
    return new Difference(row.key().contract().value(), "contract is not in the file");
  }

  private void applyAll() throws IOException {
    try (WholeContracts files = files()) {
      Optional<WholeContract> whole = files.next();
      while (whole.isPresent() && faults.count() == 0) {
        ContractDelta delta = store.transact(new DeltaWork(whole.get(), clock));
        for (Step step : delta.steps()) {
          apply(step);
        }
        whole = files.next();
      }
    }
  }

  /** What is refused now was in order a moment ago: somebody else has told something since. */
  private void apply(Step step) {
    Outcome outcome = acts.perform(step.act().apply(nextKey()));
    if (outcome.kind() == Outcome.Kind.DONE) {
      applied++;
      return;
    }
    String why =
        outcome instanceof Outcome.Refused refused
            ? refused.reason().name()
            : outcome.kind().name();
    faults.add(
        new RowFault(
            step.file(),
            step.line(),
            "",
            "not done, %s: %s; compare again".formatted(why, step.difference().what())));
  }

  private RequestKey nextKey() {
    return new RequestKey(
        new Requester(request.bank() + ".delta"),
        new RequestId("%s-%d".formatted(request.key().id(), applied + faults.count() + 1)));
  }

  private WholeContracts files() throws IOException {
    return new WholeContracts(
        request.bank(), request.contracts(), request.users(), Optional.empty(), faults);
  }

  private AuditEntry end() {
    return AuditEntry.of(clock.instant(), AuditEvent.MIGRATED, request.bank())
        .withRequest(request.key())
        .withActor(request.actor())
        .withDetail(
            "delta %s: %d contracts compared, %d acts by requester %s.delta, %d missing"
                .formatted(
                    faults.count() == 0 ? "done" : "stopped",
                    contracts,
                    applied,
                    request.bank(),
                    missing.count()));
  }
}
