package org.ichido.core.migration;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.contract.Count;
import org.ichido.api.migration.LoadReport;
import org.ichido.api.migration.LoadRequest;
import org.ichido.api.migration.RowFault;
import org.ichido.core.sheet.Faults;
import org.ichido.core.work.WriteWork;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.TokenStore;

/**
 * One run of an initial load: all is looked through, and then, if there is no fault, written in the
 * same way. Used once, by one thread.
 */
final class InitialLoad {
  private final LoadRequest request;
  private final Setting setting;
  private final TokenStore store;
  private final Faults<RowFault> faults = new Faults<>(LoadReport.MOST_FAULTS);
  private final BranchTally files = new BranchTally();
  private Count added = Count.NONE;
  private Count there = Count.NONE;

  InitialLoad(LoadRequest request, Setting setting, TokenStore store) {
    this.request = request;
    this.setting = setting;
    this.store = store;
  }

  LoadReport run() throws IOException {
    pass(false);
    boolean writes = !request.dryRun() && faults.count() == 0;
    if (writes) {
      added = Count.NONE;
      there = Count.NONE;
      pass(true);
      store.transact(WriteWork.of(new Change.Append(end())));
    }
    return new LoadReport(
        writes,
        added,
        there,
        files.counts(),
        store.count(request.bank()),
        faults.first(),
        faults.count());
  }

  /** The second time it ends at the first fault, which only somebody else can have made since. */
  private void pass(boolean writes) throws IOException {
    TokenPreparation preparation = new TokenPreparation(request.bank(), setting, store, faults);
    try (WholeContracts contracts =
        new WholeContracts(
            request.bank(),
            request.contracts(),
            request.users(),
            Optional.of(request.tokens()),
            faults)) {
      Optional<WholeContract> whole = contracts.next();
      while (whole.isPresent() && (!writes || faults.count() == 0)) {
        take(whole.get(), preparation, writes);
        whole = contracts.next();
      }
    }
  }

  private void take(WholeContract whole, TokenPreparation preparation, boolean writes) {
    if (!writes) {
      files.add(whole);
    }
    long before = faults.count();
    List<ReadyToken> ready = preparation.ready(whole);
    boolean sound = !whole.faulty() && faults.count() == before;
    Loaded loaded = store.transact(new LoadWork(whole, ready, request, setting, writes && sound));
    faults.addAll(loaded.faults());
    if (sound && loaded.faults().isEmpty()) {
      added = added.plus(loaded.added());
      there = there.plus(loaded.there());
    }
  }

  private AuditEntry end() {
    return AuditEntry.of(setting.clock().instant(), AuditEvent.MIGRATED, request.bank())
        .withRequest(request.key())
        .withActor(request.actor())
        .withDetail(
            "initial load %s: added %s, there already %s"
                .formatted(faults.count() == 0 ? "done" : "stopped", words(added), words(there)));
  }

  private static String words(Count count) {
    return "%d contracts %d users %d tokens"
        .formatted(count.contracts(), count.users(), count.tokens());
  }
}
