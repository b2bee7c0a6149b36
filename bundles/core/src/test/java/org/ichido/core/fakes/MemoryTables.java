package org.ichido.core.fakes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.RequestKey;
import org.ichido.api.TokenId;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.Device;
import org.ichido.api.contract.BranchCount;
import org.ichido.api.contract.ContractKey;
import org.ichido.spi.store.ApprovalRow;
import org.ichido.spi.store.BusinessDay;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.HardTokenRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenQuery;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UserRow;

/**
 * Tokens, contracts, users and the outbox of a {@link MemoryStore}, which holds the lock. A unit of
 * work is applied to a copy, which takes their place if none of its changes came too late.
 */
final class MemoryTables {
  private static final Comparator<TokenRow> NEWEST_FIRST =
      Comparator.comparing(TokenRow::registered)
          .reversed()
          .thenComparing(token -> token.id().value());

  final Map<TokenId, TokenRow> tokens;
  final Map<ContractKey, ContractRow> contracts;
  final Map<Holder, UserRow> users;
  final Map<RequestKey, ApprovalRow> approvals;
  final Map<BankId, BusinessDay> days;
  final MemoryDevices devices;
  final MemoryOrders orders;
  final MemoryOutbox outbox;

  MemoryTables() {
    this(
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        new MemoryDevices(),
        new MemoryOrders(),
        new MemoryOutbox());
  }

  private MemoryTables(
      Map<TokenId, TokenRow> tokens,
      Map<ContractKey, ContractRow> contracts,
      Map<Holder, UserRow> users,
      Map<RequestKey, ApprovalRow> approvals,
      Map<BankId, BusinessDay> days,
      MemoryDevices devices,
      MemoryOrders orders,
      MemoryOutbox outbox) {
    this.tokens = new LinkedHashMap<>(tokens);
    this.contracts = new LinkedHashMap<>(contracts);
    this.users = new LinkedHashMap<>(users);
    this.approvals = new LinkedHashMap<>(approvals);
    this.days = new LinkedHashMap<>(days);
    this.devices = devices;
    this.orders = orders;
    this.outbox = outbox;
  }

  MemoryTables copy() {
    return new MemoryTables(
        tokens, contracts, users, approvals, days, devices.copy(), orders.copy(), outbox.copy());
  }

  List<TokenRow> of(Holder holder) {
    return tokens.values().stream()
        .filter(t -> t.bank().equals(holder.bank()) && t.contract().equals(holder.contract()))
        .filter(t -> t.users().contains(holder.user()))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  List<TokenRow> find(TokenQuery query) {
    return tokens.values().stream()
        .filter(t -> query.id().map(t.id()::equals).orElse(true))
        .filter(t -> query.bank().map(t.bank()::equals).orElse(true))
        .filter(t -> query.contract().map(t.contract()::equals).orElse(true))
        .sorted(
            Comparator.comparing((TokenRow t) -> t.bank().value())
                .thenComparing(t -> t.contract().value())
                .thenComparing(TokenRow::registered)
                .thenComparing(t -> t.id().value()))
        .limit(query.atMost())
        .toList();
  }

  Rows load(Reads reads, Rows base) {
    Optional<TokenRow> paired =
        reads
            .pair()
            .flatMap(
                wanted ->
                    tokens.values().stream()
                        .filter(t -> t.bank().equals(wanted.bank()))
                        .filter(
                            t ->
                                t.enrolment()
                                    .map(Enrolment::pair)
                                    .equals(Optional.of(wanted.pair())))
                        .findFirst());
    Optional<ApprovalRow> approval = reads.approval().map(approvals::get);
    Optional<Holder> member =
        reads
            .member()
            .or(() -> paired.flatMap(MemoryTables::holder))
            .or(() -> approval.map(ApprovalRow::holder));
    Optional<ContractKey> contract =
        reads.whole().or(() -> member.map(m -> new ContractKey(m.bank(), m.contract())));
    List<HardTokenRow> delivered = reads.delivered().map(devices::find).orElse(List.of());
    return new Rows(
        base.inbox(),
        reads
            .tokensOf()
            .or(() -> approval.map(ApprovalRow::holder))
            .map(this::of)
            .orElse(List.of()),
        base.audit(),
        base.memoryBegins(),
        contract.map(contracts::get),
        member.map(users::get),
        reads.actor().map(users::get),
        reads.actor().map(this::of).orElse(List.of()),
        paired,
        reads.whole().map(this::usersOf).orElse(List.of()),
        reads
            .whole()
            .map(
                key ->
                    tokens.values().stream()
                        .filter(t -> t.bank().equals(key.bank()))
                        .filter(t -> t.contract().equals(key.contract()))
                        .sorted(NEWEST_FIRST)
                        .toList())
            .orElse(List.of()),
        reads.device().map(this::onDevice).orElse(List.of()),
        approval,
        reads.day().map(days::get),
        delivered,
        delivered.stream()
            .map(HardTokenRow::id)
            .filter(tokens::containsKey)
            .map(tokens::get)
            .toList(),
        reads.ordersOf().map(orders::of).orElse(List.of()),
        reads.order().flatMap(orders::find),
        reads.order().map(orders::bookings).orElse(List.of()),
        reads.lastOrder().flatMap(orders::last));
  }

  private static Optional<Holder> holder(TokenRow token) {
    return token.users().stream()
        .findFirst()
        .map(user -> new Holder(token.bank(), token.contract(), user));
  }

  private List<UserRow> usersOf(ContractKey key) {
    return users.values().stream()
        .filter(u -> u.holder().bank().equals(key.bank()))
        .filter(u -> u.holder().contract().equals(key.contract()))
        .sorted(Comparator.comparing(u -> u.holder().user().value()))
        .toList();
  }

  private List<TokenRow> onDevice(Reads.OnDevice wanted) {
    return tokens.values().stream()
        .filter(t -> t.bank().equals(wanted.bank()) && t.state().live())
        .filter(
            t ->
                t.enrolment()
                    .flatMap(Enrolment::device)
                    .map(Device::id)
                    .equals(Optional.of(wanted.id())))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  private boolean late(Change change) {
    if (change instanceof Change.AddToken add) {
      return tokens.containsKey(add.row().id()) || bound(add.row()) || paired(add.row());
    } else if (change instanceof Change.UpdateToken update) {
      return late(update.row());
    } else if (change instanceof Change.RebindToken rebind) {
      return late(rebind.row()) || bound(rebind.row());
    } else if (change instanceof Change.PutContract put) {
      return late(
          contracts.get(put.row().key()), put.added(), put.row().version(), c -> c.version());
    } else if (change instanceof Change.PutUser put) {
      return late(
          users.get(put.row().holder()), put.added(), put.row().version(), u -> u.version());
    } else if (change instanceof Change.PutApproval put) {
      return late(
          approvals.get(put.row().asked()), put.added(), put.row().version(), a -> a.version());
    }
    return false;
  }

  private boolean late(TokenRow row) {
    TokenRow stored = tokens.get(row.id());
    return stored == null
        || stored.version() != row.version()
        || stored.lastFactor() > row.lastFactor();
  }

  private static <R> boolean late(
      R stored, boolean added, long version, java.util.function.ToLongFunction<R> versionOf) {
    return added ? stored != null : stored == null || versionOf.applyAsLong(stored) != version;
  }

  /**
   * @return whether it was written: nobody was faster
   */
  boolean apply(Change change) {
    if (late(change)) {
      return false;
    }
    if (change instanceof Change.AddHardToken add) {
      return devices.apply(add);
    } else if (change instanceof Change.UpdateHardToken update) {
      return devices.apply(update);
    } else if (change instanceof Change.PutOrder put) {
      return orders.apply(put);
    }
    if (change instanceof Change.RetireHardToken retire) {
      devices.retire(retire.id());
    } else if (change instanceof Change.Book book) {
      orders.apply(book);
    }
    if (change instanceof Change.AddToken add) {
      kept(add.row(), add.row().users(), add.row().version());
    } else if (change instanceof Change.UpdateToken update) {
      List<UserId> users = tokens.get(update.row().id()).users();
      kept(update.row(), users, update.row().version() + 1);
    } else if (change instanceof Change.RebindToken rebind) {
      kept(rebind.row(), rebind.row().users(), rebind.row().version() + 1);
    } else if (change instanceof Change.PutContract put) {
      contracts.put(put.row().key(), put.added() ? put.row() : NextVersion.of(put.row()));
    } else if (change instanceof Change.PutUser put) {
      users.put(put.row().holder(), put.added() ? put.row() : NextVersion.of(put.row()));
    } else if (change instanceof Change.PutApproval put) {
      approvals.put(put.row().asked(), put.added() ? put.row() : NextVersion.of(put.row()));
    } else if (change instanceof Change.PutDay put) {
      days.put(put.day().bank(), put.day());
    } else if (change instanceof Change.Emit emit) {
      outbox.add(emit.row());
    } else if (change instanceof Change.Settle settle) {
      outbox.settle(settle.row());
    } else if (change instanceof Change.Forget forget) {
      outbox.forget(forget.before(), forget.atMost());
      approvals.values().stream()
          .filter(row -> row.until().isBefore(forget.before()))
          .sorted(Comparator.comparing(ApprovalRow::until))
          .limit(forget.atMost())
          .toList()
          .forEach(row -> approvals.remove(row.asked()));
    }
    return true;
  }

  private void kept(TokenRow row, List<UserId> users, long version) {
    tokens.put(row.id(), NextVersion.kept(row, users, version));
  }

  /** A user has one live token at the most. */
  private boolean bound(TokenRow row) {
    return row.state().live()
        && row.users().stream()
            .map(user -> new Holder(row.bank(), row.contract(), user))
            .anyMatch(
                holder ->
                    of(holder).stream()
                        .anyMatch(t -> t.state().live() && !t.id().equals(row.id())));
  }

  private boolean paired(TokenRow row) {
    Optional<ActivationPair> pair = row.enrolment().map(Enrolment::pair);
    return pair.isPresent()
        && tokens.values().stream().anyMatch(t -> t.enrolment().map(Enrolment::pair).equals(pair));
  }

  List<TokenRow> overdue(BankId bank, Instant now, int atMost) {
    return tokens.values().stream()
        .filter(t -> t.bank().equals(bank))
        .filter(t -> due(t).filter(at -> !now.isBefore(at)).isPresent())
        .sorted(Comparator.comparing(t -> due(t).orElseThrow()))
        .limit(atMost)
        .toList();
  }

  private static Optional<Instant> due(TokenRow token) {
    if (!token.state().live()) {
      return Optional.empty();
    } else if (token.state() != TokenState.ACTIVE) {
      return token.enrolment().map(Enrolment::deadline);
    }
    return token.expires().filter(end -> !token.expiry().told());
  }

  List<ContractRow> methodsDue(BankId bank, LocalDate today, int atMost) {
    return contracts.values().stream()
        .filter(c -> c.key().bank().equals(bank))
        .filter(c -> c.change().filter(m -> !m.effective().isAfter(today)).isPresent())
        .sorted(
            Comparator.comparing((ContractRow c) -> c.change().orElseThrow().effective())
                .thenComparing(c -> c.key().contract().value()))
        .limit(atMost)
        .toList();
  }

  List<ContractRow> contracts(BankId bank, Optional<ContractId> after, int atMost) {
    return contracts.values().stream()
        .filter(c -> c.key().bank().equals(bank))
        .filter(
            c -> after.filter(a -> c.key().contract().value().compareTo(a.value()) <= 0).isEmpty())
        .sorted(Comparator.comparing(c -> c.key().contract().value()))
        .limit(atMost)
        .toList();
  }

  List<BranchCount> count(BankId bank) {
    Set<String> branches = new TreeSet<>();
    contracts.values().stream()
        .filter(c -> c.key().bank().equals(bank))
        .forEach(c -> branches.add(c.branch()));
    tokens.values().stream()
        .filter(t -> t.bank().equals(bank) && t.state().live())
        .forEach(t -> branches.add(branch(t.bank(), t.contract())));
    return branches.stream().map(branch -> count(bank, branch)).toList();
  }

  private BranchCount count(BankId bank, String branch) {
    List<ContractRow> kept =
        contracts.values().stream()
            .filter(c -> c.key().bank().equals(bank) && c.branch().equals(branch))
            .toList();
    long open = kept.stream().filter(c -> c.closed().isEmpty()).count();
    long present =
        users.values().stream()
            .filter(u -> u.removed().isEmpty())
            .map(u -> new ContractKey(u.holder().bank(), u.holder().contract()))
            .filter(key -> kept.stream().anyMatch(c -> c.key().equals(key) && c.closed().isEmpty()))
            .count();
    return new BranchCount(
        branch,
        open,
        kept.size() - open,
        present,
        inState(bank, branch, TokenState.ISSUED),
        inState(bank, branch, TokenState.INITIALISED),
        inState(bank, branch, TokenState.ACTIVE));
  }

  private long inState(BankId bank, String branch, TokenState state) {
    return tokens.values().stream()
        .filter(t -> t.bank().equals(bank) && t.state() == state)
        .filter(t -> branch(t.bank(), t.contract()).equals(branch))
        .count();
  }

  private String branch(BankId bank, ContractId contract) {
    return Optional.ofNullable(contracts.get(new ContractKey(bank, contract)))
        .map(ContractRow::branch)
        .orElse("");
  }
}
