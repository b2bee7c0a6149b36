package org.ichido.core.fakes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.ChainReport;
import org.ichido.api.Drained;
import org.ichido.api.Holder;
import org.ichido.api.RequestKey;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.TokenId;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.InboxFigures;
import org.ichido.spi.store.InboxRow;
import org.ichido.spi.store.ParkedRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenQuery;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.TokenStore;
import org.ichido.spi.store.UnitOfWork;

/**
 * A store in memory that checks and applies atomically but decides outside its lock, so that units
 * of work on one token do race and the condition on the version has to decide.
 */
public final class MemoryStore implements TokenStore {
  private final Map<TokenId, TokenRow> tokens = new LinkedHashMap<>();
  private final Map<RequestKey, InboxRow> inbox = new HashMap<>();
  private final List<AuditEntry> audit = new ArrayList<>();
  private Instant memoryBegins = Instant.EPOCH;
  private final Map<BankId, Drained> drained = new LinkedHashMap<>();
  private final List<ParkedRow> parked = new ArrayList<>();
  private long forgotten;
  public volatile boolean broken;

  @Override
  public synchronized List<TokenRow> find(TokenQuery query) {
    return tokens.values().stream()
        .filter(t -> query.id().map(t.id()::equals).orElse(true))
        .filter(t -> query.bank().map(t.bank()::equals).orElse(true))
        .filter(t -> query.contract().map(t.contract()::equals).orElse(true))
        .limit(query.atMost())
        .toList();
  }

  @Override
  public synchronized List<AuditEntry> audit(Holder holder, int atMost) {
    List<AuditEntry> newestFirst = new ArrayList<>();
    for (int i = audit.size() - 1; i >= 0 && newestFirst.size() < atMost; i--) {
      AuditEntry entry = audit.get(i);
      if (entry.bank().equals(holder.bank())
          && entry.contract().equals(Optional.of(holder.contract()))
          && entry.user().equals(Optional.of(holder.user()))) {
        newestFirst.add(entry);
      }
    }
    return newestFirst;
  }

  @Override
  public <O> O transact(UnitOfWork<O> work) {
    while (true) {
      Decided<O> decided = work.decide(load(work.reads()));
      if (apply(decided.changes())) {
        return decided.outcome();
      }
    }
  }

  @Override
  public synchronized boolean holdsSealedSeeds() {
    return !tokens.isEmpty();
  }

  @Override
  public synchronized ChainReport verifyAuditChain() {
    return new ChainReport(audit.size(), "", Optional.empty());
  }

  @Override
  public synchronized Instant memoryBegins() {
    return memoryBegins;
  }

  @Override
  public synchronized Instant acceptOlder(Instant now, List<AuditEntry> entries) {
    memoryBegins = now;
    audit.addAll(entries);
    return now;
  }

  public synchronized List<AuditEntry> audited(AuditEvent event) {
    return audit.stream().filter(entry -> entry.event() == event).toList();
  }

  @Override
  public synchronized List<Drained> drained() {
    if (broken) {
      throw new StoreUnavailable("broken by the test");
    }
    return List.copyOf(drained.values());
  }

  @Override
  public synchronized List<ParkedRow> parked(BankId bank, int atMost) {
    return parked.stream().filter(row -> row.bank().equals(bank)).limit(atMost).toList();
  }

  @Override
  public synchronized InboxFigures inbox() {
    if (broken) {
      throw new StoreUnavailable("broken by the test");
    }
    return new InboxFigures(
        inbox.size(),
        inbox.values().stream().map(InboxRow::at).min(Comparator.naturalOrder()),
        forgotten);
  }

  /** Everything that was appended, of banks as well as of users. */
  public synchronized List<AuditEntry> wholeAudit() {
    return List.copyOf(audit);
  }

  public synchronized int answersRemembered() {
    return inbox.size();
  }

  /** Puts a row in as it is, past every rule. */
  public synchronized void plant(TokenRow row) {
    tokens.put(row.id(), row);
  }

  private synchronized Rows load(Reads reads) {
    if (broken) {
      throw new StoreUnavailable("broken by the test");
    }
    Optional<InboxRow> known = reads.inbox().map(inbox::get);
    List<TokenRow> held =
        reads
            .tokensOf()
            .map(
                h ->
                    tokens.values().stream()
                        .filter(t -> t.bank().equals(h.bank()))
                        .filter(t -> t.contract().equals(h.contract()))
                        .filter(t -> t.users().contains(h.user()))
                        .sorted(Comparator.comparing(TokenRow::registered).reversed())
                        .toList())
            .orElse(List.of());
    List<AuditEntry> entries =
        reads.tokensOf().map(h -> audit(h, reads.auditEntries())).orElse(List.of());
    return new Rows(known, held, entries, memoryBegins);
  }

  private synchronized boolean apply(List<Change> changes) {
    for (Change change : changes) {
      if (change instanceof Change.UpdateToken update && !current(update.row())) {
        return false;
      }
      if (change instanceof Change.Remember remember && inbox.containsKey(remember.row().key())) {
        return false;
      }
    }
    changes.forEach(this::applyOne);
    return true;
  }

  private boolean current(TokenRow row) {
    TokenRow stored = tokens.get(row.id());
    return stored.version() == row.version() && stored.lastFactor() <= row.lastFactor();
  }

  private void applyOne(Change change) {
    if (change instanceof Change.AddToken add) {
      tokens.put(add.row().id(), add.row());
    } else if (change instanceof Change.UpdateToken update) {
      tokens.put(update.row().id(), nextVersion(update.row()));
    } else if (change instanceof Change.Remember remember) {
      inbox.put(remember.row().key(), remember.row());
    } else if (change instanceof Change.Forget forget) {
      inbox.values().stream()
          .filter(row -> row.at().isBefore(forget.before()))
          .sorted(Comparator.comparing(InboxRow::at))
          .limit(forget.atMost())
          .toList()
          .forEach(
              row -> {
                inbox.remove(row.key());
                forgotten++;
              });
    } else if (change instanceof Change.Drain drain) {
      drained.putIfAbsent(drain.mark().bank(), drain.mark());
    } else if (change instanceof Change.Resume resume) {
      drained.remove(resume.bank());
    } else if (change instanceof Change.Park park) {
      parked.add(park.row());
    } else if (change instanceof Change.Unpark unpark) {
      parked.removeIf(row -> row.number() == unpark.number());
    } else if (change instanceof Change.Append append) {
      audit.add(append.entry());
    }
  }

  private static TokenRow nextVersion(TokenRow row) {
    return new TokenRow(
        row.id(),
        row.bank(),
        row.contract(),
        row.users(),
        row.kind(),
        row.state(),
        row.otp(),
        row.seed(),
        row.lastFactor(),
        row.failures(),
        row.lock(),
        row.expires(),
        row.registered(),
        row.version() + 1);
  }
}
