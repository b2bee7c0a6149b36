package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.UserId;
import org.ichido.api.migration.LoadReport;
import org.ichido.api.migration.LoadRequest;
import org.ichido.api.migration.RowFault;
import org.ichido.core.fakes.MigrationFiles;
import org.ichido.core.migration.FileMigration;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The house and a migration of a former system. Seeds need no key here but where it is said. */
abstract class MigrationHouse extends ContractHouse {
  static final Actor.Administrator ADMIN = new Actor.Administrator("vera");

  @TempDir Path directory;
  final FileMigration migration = new FileMigration(services, profiles, contracts, random);
  final MigrationFiles files = MigrationFiles.small();

  @BeforeEach
  void seedsAreInClear() {
    vault.inClear = true;
  }

  static Holder holder(String contract, String user) {
    return new Holder(BANK, new ContractId(contract), new UserId(user));
  }

  LoadReport dryRun() {
    return load(BANK, true);
  }

  LoadReport load() {
    return load(BANK, false);
  }

  LoadReport load(BankId bank, boolean dryRun) {
    try {
      return migration.load(
          new LoadRequest(
              key(),
              bank,
              files.contracts(directory),
              files.users(directory),
              files.tokens(directory),
              dryRun,
              ADMIN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loads, and expects no fault. */
  LoadReport loaded() {
    LoadReport report = load();
    assertThat(report.faults()).isEmpty();
    assertThat(report.written()).isTrue();
    return report;
  }

  /** The faults of a run, as {@code FILE line column}; nothing is written because of them. */
  List<String> faults() {
    LoadReport report = load();
    assertThat(report.written()).isFalse();
    return report.faults().stream().map(MigrationHouse::place).toList();
  }

  static String place(RowFault fault) {
    return fault.file() + " " + fault.line() + " " + fault.column();
  }

  TokenRow token(String contract, String user) {
    List<TokenRow> tokens = store.tokensOf(holder(contract, user));
    assertThat(tokens).hasSize(1);
    return tokens.get(0);
  }
}
