package org.ichido.core.migration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ichido.api.Holder;
import org.ichido.api.RequestKey;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.contract.ContractTerms;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;
import org.ichido.api.migration.Difference;
import org.ichido.api.migration.MigrationFile;
import org.ichido.api.migration.RowFault;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UserRow;

/**
 * What one contract of a file and the same one here differ by, and the acts by which core banking
 * would have told it. Pure.
 *
 * @param whole the contract as the file has it
 * @param rows everything stored of it
 * @param today the present day in Japan
 */
record ContractDelta(WholeContract whole, Rows rows, LocalDate today) {
  /**
   * @return the acts, in the order in which they are to be done
   */
  List<Step> steps() {
    ContractRow file = whole.contract().row();
    List<Step> steps = new ArrayList<>();
    if (rows.contract().isEmpty()) {
      steps.add(opened(file));
    } else if (rows.contract().get().closed().isPresent()) {
      return List.of();
    } else if (file.closed().isEmpty()) {
      steps.addAll(amended(file, rows.contract().get()));
    }
    if (file.closed().isPresent()) {
      steps.add(closed(file));
    } else {
      steps.addAll(methods(file));
      whole.users().forEach(user -> changed(user).ifPresent(steps::add));
    }
    return steps;
  }

  /**
   * @return the users here that the file lacks
   */
  List<Difference> missing() {
    Set<Holder> told = new HashSet<>();
    whole.users().forEach(user -> told.add(user.holder()));
    boolean open = rows.contract().filter(row -> row.closed().isEmpty()).isPresent();
    return rows.users().stream()
        .filter(user -> open && user.removed().isEmpty() && !told.contains(user.holder()))
        .map(user -> new Difference(about(user.holder()), "user is not in the file"))
        .toList();
  }

  /**
   * @return what is different and no act of core banking's changes
   */
  List<RowFault> faults() {
    ContractRow file = whole.contract().row();
    if (rows.contract().isEmpty()) {
      return List.of();
    }
    ContractRow row = rows.contract().get();
    List<RowFault> faults = new ArrayList<>();
    if (row.closed().isPresent()) {
      if (!file.closed().equals(row.closed())) {
        faults.add(fault("closed", "it is closed here since another day, and is not opened again"));
      }
      return faults;
    }
    if (!file.opened().equals(row.opened())) {
      faults.add(fault("opened", "it was opened on another day here, which nothing changes"));
    }
    if (!file.cif().equals(row.cif())) {
      faults.add(fault("cif", "it has another one here, which nothing changes"));
    }
    if (file.account().isEmpty() && row.account().isPresent()) {
      faults.add(fault("account_number", "it has an account here, which nothing takes away"));
    }
    return faults;
  }

  private RowFault fault(String column, String what) {
    return new RowFault(MigrationFile.CONTRACTS, whole.contract().line(), column, what);
  }

  private Step opened(ContractRow file) {
    Method method = methodWhileOpen(file);
    ContractTerms terms =
        new ContractTerms(
            file.branch(), file.cif(), file.opened(), Optional.of(method), file.account());
    return step(
        "opened, branch %s, method %s".formatted(file.branch(), method),
        key -> new ContractRequest.Open(key, key(), terms));
  }

  /** Of one that is closed by now as well. */
  private Method methodWhileOpen(ContractRow file) {
    return file.change()
        .filter(coming -> !coming.effective().isAfter(today))
        .map(MethodChange::method)
        .orElse(file.method());
  }

  private Step closed(ContractRow file) {
    LocalDate day = file.closed().orElseThrow();
    return step("closed " + day, key -> new ContractRequest.Close(key, key(), day));
  }

  private List<Step> amended(ContractRow file, ContractRow row) {
    List<Step> steps = new ArrayList<>();
    if (!file.branch().equals(row.branch())) {
      steps.add(
          step(
              "branch %s to %s".formatted(row.branch(), file.branch()),
              key -> new ContractRequest.MoveBranch(key, key(), file.branch())));
    }
    if (file.account().isPresent() && !file.account().equals(row.account())) {
      steps.add(
          step(
              "representative account",
              key -> new ContractRequest.ChangeAccount(key, key(), file.account().get())));
    }
    return steps;
  }

  /** The method of today first, which withdraws what is pending; then what is to come. */
  private List<Step> methods(ContractRow file) {
    Optional<MethodChange> told = Pending.of(file, today);
    Optional<MethodChange> known = rows.contract().flatMap(row -> Pending.of(row, today));
    boolean other =
        rows.contract().filter(row -> row.methodOn(today) != file.methodOn(today)).isPresent();
    List<Step> steps = new ArrayList<>();
    if (other || (known.isPresent() && told.isEmpty())) {
      steps.add(method(new MethodChange(file.methodOn(today), today)));
    }
    if (told.isPresent() && (other || !told.equals(known))) {
      steps.add(method(told.get()));
    }
    return steps;
  }

  private Step method(MethodChange change) {
    return step(
        "method %s from %s".formatted(change.method(), change.effective()),
        key -> new ContractRequest.ChangeMethod(key, key(), change));
  }

  private Optional<Step> changed(UserLine user) {
    Optional<UserRow> known =
        rows.users().stream()
            .filter(row -> row.holder().equals(user.holder()) && row.removed().isEmpty())
            .findFirst();
    if (known.isEmpty()) {
      return Optional.of(
          step(
              user,
              "added, role " + user.role(),
              key -> new ContractRequest.AddUser(key, user.holder(), user.role())));
    }
    return known
        .filter(row -> row.role() != user.role())
        .map(
            row ->
                step(
                    user,
                    "role %s to %s".formatted(row.role(), user.role()),
                    key -> new ContractRequest.ChangeRole(key, user.holder(), user.role())));
  }

  private Step step(String what, Function<RequestKey, ContractRequest> act) {
    return new Step(
        new Difference(key().contract().value(), what),
        MigrationFile.CONTRACTS,
        whole.contract().line(),
        act);
  }

  private static Step step(UserLine user, String what, Function<RequestKey, ContractRequest> act) {
    return new Step(
        new Difference(about(user.holder()), what), MigrationFile.USERS, user.line(), act);
  }

  private static String about(Holder holder) {
    return holder.contract() + "/" + holder.user();
  }

  private ContractKey key() {
    return whole.key();
  }
}
