package org.ichido.core.fakes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.ChainReport;
import org.ichido.api.ContractId;
import org.ichido.api.Drained;
import org.ichido.api.Holder;
import org.ichido.api.Requester;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.TokenId;
import org.ichido.api.contract.BranchCount;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.order.OrderQuery;
import org.ichido.api.stock.StockCount;
import org.ichido.api.stock.StockQuery;
import org.ichido.spi.store.BookingRow;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.HardTokenRow;
import org.ichido.spi.store.InboxFigures;
import org.ichido.spi.store.InboxRow;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.ParkedRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenQuery;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.TokenStore;
import org.ichido.spi.store.Total;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.store.UserRow;

/**
 * A store in memory that checks and applies atomically but decides outside its lock, so that units
 * of work on one token do race and the condition on the version has to decide.
 */
public final class MemoryStore implements TokenStore {
  private static final int MOST_ATTEMPTS = 1_000;

  private MemoryTables tables = new MemoryTables();
  private final MemoryInbox inbox = new MemoryInbox();
  private final List<AuditEntry> audit = new ArrayList<>();
  private Instant memoryBegins = Instant.EPOCH;
  private final Map<BankId, Drained> drained = new LinkedHashMap<>();
  private final List<ParkedRow> parked = new ArrayList<>();
  private long lastParked;
  private long forgotten;
  public volatile boolean broken;
  private int left = Integer.MAX_VALUE;
  private int largest;

  @Override
  public synchronized List<TokenRow> find(TokenQuery query) {
    return tables.find(query);
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
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Decided<O> decided = work.decide(load(work.reads()));
      if (apply(decided.changes())) {
        return decided.outcome();
      }
    }
    throw new StoreUnavailable("another writer was always faster");
  }

  @Override
  public synchronized boolean holdsSealedSeeds() {
    return tables.tokens.values().stream().anyMatch(token -> token.seed().isPresent())
        || tables.devices.holdsSeeds();
  }

  @Override
  public synchronized ChainReport verifyAuditChain() {
    String head = audit.isEmpty() ? "" : audit.size() + ":" + audit.hashCode();
    return new ChainReport(audit.size(), head, Optional.empty());
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
        inbox.rows.size(),
        inbox.rows.values().stream().map(InboxRow::at).min(Comparator.naturalOrder()),
        forgotten);
  }

  /** Everything that was appended, of banks as well as of users. */
  public synchronized List<AuditEntry> wholeAudit() {
    return List.copyOf(audit);
  }

  public synchronized int answersRemembered() {
    return inbox.rows.size();
  }

  /** Puts a row in as it is, past every rule. */
  public synchronized void plant(TokenRow row) {
    tables.tokens.put(row.id(), row);
  }

  private synchronized Rows load(Reads reads) {
    if (broken) {
      throw new StoreUnavailable("broken by the test");
    }
    Optional<InboxRow> known = reads.inbox().map(inbox.rows::get);
    List<AuditEntry> entries =
        reads.tokensOf().map(h -> audit(h, reads.auditEntries())).orElse(List.of());
    return tables.load(reads, new Rows(known, List.of(), entries, memoryBegins));
  }

  /** How many changes the largest unit of work so far had. */
  public synchronized int largestUnit() {
    return largest;
  }

  /** Lets so many units of work through that change something, and breaks. */
  public synchronized void breakAfter(int units) {
    left = units;
  }

  private synchronized boolean apply(List<Change> changes) {
    if (!changes.isEmpty() && left == 0) {
      broken = true;
      left = Integer.MAX_VALUE;
      throw new StoreUnavailable("broken by the test");
    }
    MemoryTables next = tables.copy();
    for (Change change : changes) {
      if (!next.apply(change)) {
        return false;
      }
      if (change instanceof Change.Remember remember
          && inbox.rows.containsKey(remember.row().key())) {
        return false;
      }
    }
    tables = next;
    changes.forEach(this::applyOne);
    largest = Math.max(largest, changes.size());
    if (!changes.isEmpty() && left != Integer.MAX_VALUE) {
      left--;
    }
    return true;
  }

  private void applyOne(Change change) {
    if (change instanceof Change.Remember remember) {
      inbox.rows.put(remember.row().key(), remember.row());
    } else if (change instanceof Change.Forget forget) {
      oldest(inbox.rows.values(), InboxRow::at, forget)
          .forEach(
              row -> {
                inbox.rows.remove(row.key());
                forgotten++;
              });
      parked.removeAll(oldest(parked, ParkedRow::at, forget));
    } else if (change instanceof Change.Drain drain) {
      drained.putIfAbsent(drain.mark().bank(), drain.mark());
    } else if (change instanceof Change.Resume resume) {
      drained.remove(resume.bank());
    } else if (change instanceof Change.Park park) {
      park(park.row());
    } else if (change instanceof Change.Unpark unpark) {
      parked.removeIf(row -> row.number() == unpark.number());
    } else if (change instanceof Change.Append append) {
      audit.add(append.entry());
    }
  }

  private static <R> List<R> oldest(
      Collection<R> rows, Function<R, Instant> age, Change.Forget forget) {
    return rows.stream()
        .filter(row -> age.apply(row).isBefore(forget.before()))
        .sorted(Comparator.comparing(age))
        .limit(forget.atMost())
        .toList();
  }

  private void park(ParkedRow row) {
    boolean known =
        parked.stream()
            .anyMatch(
                there ->
                    there.messageId().equals(row.messageId())
                        && there.bank().equals(row.bank())
                        && there.requester().equals(row.requester())
                        && there.reply().equals(row.reply()));
    if (!known) {
      parked.add(
          new ParkedRow(
              ++lastParked,
              row.bank(),
              row.requester(),
              row.request(),
              row.holder(),
              row.messageId(),
              row.queue(),
              row.correlationId(),
              row.persistent(),
              row.priority(),
              row.expires(),
              row.text(),
              row.reply(),
              row.why(),
              row.at()));
    }
  }

  @Override
  public synchronized List<OutboxRow> outbox(
      BankId bank, OutboxRow.Kind kind, Instant now, int atMost) {
    return tables.outbox.waiting(bank, kind, now, atMost);
  }

  @Override
  public synchronized List<OutboxRow> outboxRange(
      BankId bank, long fromNumber, long toNumber, int atMost) {
    return tables.outbox.events(bank, fromNumber, toNumber, atMost);
  }

  @Override
  public synchronized Optional<InboxRow> marked(
      Requester requester, String source, LocalDate businessDate, long serialNumber) {
    return inbox.marked(requester, source, businessDate, serialNumber);
  }

  @Override
  public synchronized List<Total> totals(BankId bank, LocalDate businessDate) {
    return inbox.totals(bank, businessDate);
  }

  @Override
  public synchronized List<TokenRow> overdue(BankId bank, Instant now, int atMost) {
    return tables.overdue(bank, now, atMost);
  }

  @Override
  public synchronized List<ContractRow> methodsDue(BankId bank, LocalDate today, int atMost) {
    return tables.methodsDue(bank, today, atMost);
  }

  @Override
  public synchronized List<ContractRow> contracts(
      BankId bank, Optional<ContractId> after, int atMost) {
    return tables.contracts(bank, after, atMost);
  }

  @Override
  public synchronized List<BranchCount> count(BankId bank) {
    if (broken) {
      throw new StoreUnavailable("broken by the test");
    }
    return tables.count(bank);
  }

  @Override
  public synchronized List<HardTokenRow> hardTokens(StockQuery query) {
    return tables.devices.find(query);
  }

  @Override
  public synchronized List<StockCount> stock(BankId bank) {
    if (broken) {
      throw new StoreUnavailable("broken by the test");
    }
    return tables.devices.count(bank);
  }

  @Override
  public synchronized List<OrderRow> orders(OrderQuery query) {
    if (broken) {
      throw new StoreUnavailable("broken by the test");
    }
    return tables.orders.find(query);
  }

  @Override
  public synchronized List<OrderRow> feesQueued(BankId bank, int atMost) {
    return tables.orders.queued(bank, atMost);
  }

  @Override
  public synchronized List<OrderRow> feesDue(BankId bank, Instant now, int atMost) {
    return tables.orders.due(bank, now, atMost);
  }

  @Override
  public synchronized List<OrderRow> feesOf(BankId bank, LocalDate businessDate) {
    return tables.orders.feesOf(bank, businessDate);
  }

  @Override
  public synchronized List<BookingRow> bookings(BankId bank, LocalDate businessDate) {
    return tables.orders.bookings(bank, businessDate);
  }

  /** Every event and mail ever written, in their order. */
  public synchronized List<OutboxRow> wholeOutbox() {
    return tables.outbox.whole();
  }

  /** A token as it stands. */
  public synchronized Optional<TokenRow> token(TokenId id) {
    return Optional.ofNullable(tables.tokens.get(id));
  }

  /** A contract as it stands. */
  public synchronized Optional<ContractRow> contract(ContractKey key) {
    return Optional.ofNullable(tables.contracts.get(key));
  }

  /** A user as it stands. */
  public synchronized Optional<UserRow> user(Holder holder) {
    return Optional.ofNullable(tables.users.get(holder));
  }

  /** A user's tokens, newest first. */
  public synchronized List<TokenRow> tokensOf(Holder holder) {
    return tables.of(holder);
  }
}
