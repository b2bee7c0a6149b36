package org.ichido.shell;

import java.util.Arrays;
import java.util.Optional;
import org.apache.karaf.shell.api.console.CommandLine;
import org.ichido.api.BankAdministration;
import org.ichido.api.BankId;
import org.jspecify.annotations.Nullable;

/** The bank that stands in a command line already: what is completed next belongs to it. */
final class TypedBank {
  /** How much is looked at for the sake of a completion, at the most. */
  static final int MOST = 1_000;

  private TypedBank() {}

  static Optional<BankId> in(CommandLine line, @Nullable BankAdministration banks) {
    return banks == null
        ? Optional.empty()
        : banks.banks().stream()
            .filter(bank -> Arrays.asList(line.getArguments()).contains(bank.value()))
            .findFirst();
  }
}
