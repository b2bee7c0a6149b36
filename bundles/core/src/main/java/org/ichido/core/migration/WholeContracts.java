package org.ichido.core.migration;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.UserId;
import org.ichido.api.migration.MigrationFile;
import org.ichido.api.migration.RowFault;
import org.ichido.core.sheet.Faults;

/**
 * The files of a bank side by side, one contract after the other with whatever belongs to it. Holds
 * no more than one contract at a time.
 */
final class WholeContracts implements Closeable {
  private final OrderedRows<ContractLine> contracts;
  private final OrderedRows<UserLine> users;
  private final Optional<OrderedRows<TokenLine>> tokens;

  /**
   * @param tokenFile the tokens, if there are any to be read
   * @param faults is told what is wrong
   */
  WholeContracts(
      BankId bank,
      Path contractFile,
      Path userFile,
      Optional<Path> tokenFile,
      Faults<RowFault> faults)
      throws IOException {
    List<Closeable> opened = new ArrayList<>();
    boolean open = false;
    try {
      contracts =
          new OrderedRows<>(
              MigrationFile.CONTRACTS,
              contractFile,
              ContractLine.COLUMNS,
              faults,
              (row, key) -> ContractLine.read(row, key.contract(), bank));
      opened.add(contracts);
      users =
          new OrderedRows<>(
              MigrationFile.USERS,
              userFile,
              UserLine.COLUMNS,
              faults,
              (row, key) -> UserLine.read(row, holder(bank, key)));
      opened.add(users);
      tokens =
          tokenFile.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new OrderedRows<>(
                      MigrationFile.TOKENS,
                      tokenFile.get(),
                      TokenLine.COLUMNS,
                      faults,
                      (row, key) -> TokenLine.read(row, holder(bank, key))));
      tokens.ifPresent(opened::add);
      // With a header that is not understood, all other rows would seem to be strangers.
      if (contracts.usable() && users.usable() && tokens.map(OrderedRows::usable).orElse(true)) {
        contracts.begin();
        users.begin();
        if (tokens.isPresent()) {
          tokens.get().begin();
        }
      }
      open = true;
    } finally {
      if (!open) {
        for (Closeable one : opened) {
          one.close();
        }
      }
    }
  }

  private static Holder holder(BankId bank, RowKey key) {
    return new Holder(bank, new ContractId(key.contract()), new UserId(key.user()));
  }

  /**
   * @return the next contract whose own row has no fault; empty at the end
   */
  Optional<WholeContract> next() throws IOException {
    while (contracts.ahead().isPresent()) {
      Entry<ContractLine> contract = contracts.take();
      String id = contract.key().contract();
      List<Entry<UserLine>> itsUsers = rowsOf(users, id);
      List<Entry<TokenLine>> itsTokens = tokens.isPresent() ? rowsOf(tokens.get(), id) : List.of();
      boolean strangers = strangers(itsUsers, itsTokens);
      if (contract.content().isPresent()) {
        List<UserLine> soundUsers = sound(itsUsers);
        List<TokenLine> soundTokens = sound(itsTokens);
        boolean faulty =
            strangers
                || soundUsers.size() < itsUsers.size()
                || soundTokens.size() < itsTokens.size();
        return Optional.of(
            new WholeContract(contract.content().get(), soundUsers, soundTokens, faulty));
      }
    }
    if (!contracts.disordered()) {
      rest(users);
      if (tokens.isPresent()) {
        rest(tokens.get());
      }
    }
    return Optional.empty();
  }

  private static <L> List<L> sound(List<Entry<L>> entries) {
    return entries.stream().flatMap(entry -> entry.content().stream()).toList();
  }

  private static <L> List<Entry<L>> rowsOf(OrderedRows<L> rows, String contract)
      throws IOException {
    List<Entry<L>> found = new ArrayList<>();
    while (rows.ahead().isPresent()) {
      int order = rows.ahead().get().key().contract().compareTo(contract);
      if (order > 0) {
        break;
      } else if (order == 0) {
        found.add(rows.take());
      } else {
        unknown(rows, rows.take());
      }
    }
    return found;
  }

  private boolean strangers(List<Entry<UserLine>> itsUsers, List<Entry<TokenLine>> itsTokens) {
    Set<RowKey> known = new HashSet<>();
    itsUsers.forEach(user -> known.add(user.key()));
    List<Entry<TokenLine>> strange =
        users.disordered()
            ? List.of()
            : itsTokens.stream().filter(token -> !known.contains(token.key())).toList();
    strange.forEach(
        token ->
            tokens
                .orElseThrow()
                .fault(token, "user", "unknown: no row of the users has this user"));
    return !strange.isEmpty();
  }

  private static <L> void rest(OrderedRows<L> rows) throws IOException {
    while (rows.ahead().isPresent()) {
      unknown(rows, rows.take());
    }
  }

  private static <L> void unknown(OrderedRows<L> rows, Entry<L> entry) {
    rows.fault(entry, "contract", "unknown: no row of the contracts has this contract");
  }

  @Override
  public void close() throws IOException {
    contracts.close();
    users.close();
    if (tokens.isPresent()) {
      tokens.get().close();
    }
  }
}
