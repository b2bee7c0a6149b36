package org.ichido.core.migration;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.contract.Account;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.ContractTerms;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;
import org.ichido.core.sheet.Forms;
import org.ichido.core.sheet.SheetRow;
import org.ichido.spi.store.ContractRow;

/**
 * A row of the contracts.
 *
 * @param line where it stands
 * @param row the contract, as it would be stored
 */
record ContractLine(long line, ContractRow row) {
  static final Set<String> COLUMNS =
      Set.of(
          "contract",
          "branch",
          "cif",
          "opened",
          "closed",
          "method",
          "next_method",
          "next_from",
          "account_branch",
          "account_type",
          "account_number",
          "account_name");

  private static final String METHODS = "NONE, SOFT, HARD or TXN_AUTH";

  /**
   * @param row the row
   * @param key its contract
   * @param bank the tenant
   * @return the contract; empty if something of it was wrong, which is told
   */
  static Optional<ContractLine> read(SheetRow row, String key, BankId bank) {
    Optional<LocalDate> opened = row.read("opened", Forms.DAY, Forms::day);
    Optional<ContractTerms> terms = opened.flatMap(day -> terms(row, day));
    Optional<LocalDate> closed = row.readIfAny("closed", Forms.DAY, Forms::day);
    Optional<Method> method = row.read("method", METHODS, Method::valueOf);
    Optional<MethodChange> change = change(row);
    Optional<Account> account = account(row);
    if (closed.isPresent() && opened.isPresent() && closed.get().isBefore(opened.get())) {
      row.fault("closed", "must not be before the day on which it was opened");
    }
    if (row.faulty() || terms.isEmpty() || opened.isEmpty() || method.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ContractLine(
            row.line(),
            new ContractRow(
                new ContractKey(bank, new ContractId(key)),
                terms.get().branch(),
                terms.get().cif(),
                opened.get(),
                closed,
                method.get(),
                change,
                account,
                0)));
  }

  private static Optional<ContractTerms> terms(SheetRow row, LocalDate opened) {
    Optional<String> branch =
        row.read("branch", "3 digits or capital letters", text -> of(text, "", opened).branch());
    Optional<String> cif =
        row.readIfAny(
            "cif",
            "1 to 10 visible ASCII characters",
            text -> of("000", text, opened).cif().orElseThrow());
    return branch.map(value -> of(value, cif.orElse(""), opened));
  }

  private static ContractTerms of(String branch, String cif, LocalDate opened) {
    Optional<String> number = cif.isEmpty() ? Optional.empty() : Optional.of(cif);
    return new ContractTerms(branch, number, opened, Optional.empty(), Optional.empty());
  }

  private static Optional<MethodChange> change(SheetRow row) {
    if (row.isEmpty("next_method") != row.isEmpty("next_from")) {
      row.fault("next_from", "next_method and next_from come together, or both are empty");
    }
    Optional<Method> next = row.readIfAny("next_method", METHODS, Method::valueOf);
    Optional<LocalDate> from = row.readIfAny("next_from", Forms.DAY, Forms::day);
    return next.flatMap(method -> from.map(day -> new MethodChange(method, day)));
  }

  private static Optional<Account> account(SheetRow row) {
    boolean none =
        Set.of("account_branch", "account_type", "account_number", "account_name").stream()
            .allMatch(row::isEmpty);
    if (none) {
      return Optional.empty();
    }
    Optional<String> branch =
        row.read("account_branch", "3 digits", text -> of(text, "1", "0000000", "X").branch());
    Optional<String> type =
        row.read("account_type", "1, 2 or 4", text -> of("000", text, "0000000", "X").type());
    Optional<String> number =
        row.read("account_number", "7 digits", text -> of("000", "1", text, "X").number());
    Optional<String> name =
        row.read(
            "account_name",
            "1 to 30 half-width kana, capital letters, digits or ().,/\\-",
            text -> of("000", "1", "0000000", text).kanaName());
    return row.faulty() || branch.isEmpty() || type.isEmpty() || number.isEmpty()
        ? Optional.empty()
        : name.map(holder -> of(branch.get(), type.get(), number.get(), holder));
  }

  private static Account of(String branch, String type, String number, String name) {
    return new Account(branch, type, number, name);
  }
}
