package org.ichido.core.migration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Holder;
import org.ichido.api.contract.Count;
import org.ichido.api.migration.LoadRequest;
import org.ichido.api.migration.MigrationFile;
import org.ichido.api.migration.RowFault;
import org.ichido.core.system.JapaneseTime;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.store.UserRow;

/**
 * Takes over one contract with its users and tokens, all or nothing. What is there in the same form
 * is left alone; what is there in another form is in the way of all of it.
 *
 * @param whole the contract
 * @param tokens its tokens, their seeds sealed
 * @param request who loads
 * @param setting what the run is made under
 * @param writes whether it is written, or only said what would be
 */
record LoadWork(
    WholeContract whole,
    List<ReadyToken> tokens,
    LoadRequest request,
    Setting setting,
    boolean writes)
    implements UnitOfWork<Loaded> {
  LoadWork {
    tokens = List.copyOf(tokens);
  }

  @Override
  public Reads reads() {
    return Reads.NOTHING.withWhole(whole.key());
  }

  @Override
  public Decided<Loaded> decide(Rows rows) {
    Instant now = setting.clock().instant();
    TokenRules rules = new TokenRules(whole.contract().row(), rows.contractTokens(), setting, now);
    List<UserLine> newUsers =
        whole.users().stream().filter(user -> stored(user, rows).isEmpty()).toList();
    List<ReadyToken> newTokens =
        tokens.stream().filter(token -> rules.there(token).isEmpty()).toList();
    List<RowFault> faults =
        Stream.of(
                contractFaults(rows, JapaneseTime.dayOf(now)).stream(),
                whole.users().stream().flatMap(user -> userFault(user, rows).stream()),
                tokens.stream().flatMap(token -> rules.faults(token).stream()))
            .flatMap(found -> found)
            .toList();
    long newContracts = rows.contract().isEmpty() ? 1 : 0;
    Count added = new Count(newContracts, newUsers.size(), newTokens.size());
    Count there =
        new Count(
            1 - newContracts,
            whole.users().size() - newUsers.size(),
            tokens.size() - newTokens.size());
    Loaded loaded = new Loaded(added, there, faults);
    return new Decided<>(
        loaded,
        writes && faults.isEmpty()
            ? changes(newContracts == 1, newUsers, newTokens, now)
            : List.of());
  }

  private List<RowFault> contractFaults(Rows rows, LocalDate today) {
    if (rows.contract().isEmpty()) {
      return List.of();
    }
    ContractRow file = whole.contract().row();
    ContractRow row = rows.contract().get();
    List<RowFault> faults = new ArrayList<>();
    differs(faults, "branch", file.branch(), row.branch());
    differs(faults, "cif", file.cif(), row.cif());
    differs(faults, "opened", file.opened(), row.opened());
    differs(faults, "closed", file.closed(), row.closed());
    differs(faults, "method", file.methodOn(today), row.methodOn(today));
    differs(faults, "next_method", Pending.of(file, today), Pending.of(row, today));
    differs(faults, "account_number", file.account(), row.account());
    return faults;
  }

  private void differs(List<RowFault> faults, String column, Object file, Object row) {
    if (!Objects.equals(file, row)) {
      faults.add(
          new RowFault(
              MigrationFile.CONTRACTS,
              whole.contract().line(),
              column,
              "this contract is there already with another one; a delta would change it"));
    }
  }

  private static Optional<UserRow> stored(UserLine user, Rows rows) {
    return rows.users().stream().filter(row -> row.holder().equals(user.holder())).findFirst();
  }

  private static Optional<RowFault> userFault(UserLine user, Rows rows) {
    Optional<UserRow> row = stored(user, rows);
    if (row.filter(known -> known.removed().isPresent()).isPresent()) {
      return Optional.of(fault(user, "user", "this user was there and was removed"));
    }
    return row.filter(known -> known.role() != user.role())
        .map(known -> fault(user, "role", "this user is there already with another one"));
  }

  private static RowFault fault(UserLine user, String column, String what) {
    return new RowFault(MigrationFile.USERS, user.line(), column, what);
  }

  private List<Change> changes(
      boolean newContract, List<UserLine> newUsers, List<ReadyToken> newTokens, Instant now) {
    List<Change> changes = new ArrayList<>();
    if (newContract) {
      ContractRow row = whole.contract().row();
      changes.add(new Change.PutContract(row, true));
      changes.add(new Change.Append(contractEntry(row, now)));
    }
    for (UserLine user : newUsers) {
      changes.add(new Change.PutUser(row(user, now), true));
      changes.add(new Change.Append(entry(user.holder(), now).withDetail("user " + user.role())));
    }
    for (ReadyToken token : newTokens) {
      TokenRow row = new MigratedToken(token, setting, now).row();
      changes.add(new Change.AddToken(row));
      changes.add(
          new Change.Append(
              entry(token.line().holder(), now).withToken(row.id()).withDetail(words(row, token))));
    }
    return changes;
  }

  private static UserRow row(UserLine user, Instant now) {
    return new UserRow(user.holder(), user.role(), now, Optional.empty(), Optional.empty(), 0, 0);
  }

  private static String words(TokenRow row, ReadyToken token) {
    return "token %s, %s, last day %s, last step %d, failures %d%s%s"
        .formatted(
            row.state(),
            token.line().deviceClass(),
            token.line().lastDay(),
            row.lastFactor(),
            row.failures(),
            row.lock().isPresent() ? ", locked" : "",
            row.suspension().isPresent() ? ", suspended" : "");
  }

  private AuditEntry contractEntry(ContractRow row, Instant now) {
    return AuditEntry.of(now, AuditEvent.MIGRATED, row.key().bank())
        .withContract(row.key().contract())
        .withRequest(request.key())
        .withActor(request.actor())
        .withDetail(
            "contract of branch %s, opened %s%s, method %s"
                .formatted(
                    row.branch(),
                    row.opened(),
                    row.closed().map(day -> ", closed " + day).orElse(""),
                    row.method()));
  }

  private AuditEntry entry(Holder holder, Instant now) {
    return AuditEntry.of(now, AuditEvent.MIGRATED, holder, request.key())
        .withActor(request.actor());
  }
}
