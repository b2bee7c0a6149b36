package org.ichido.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.ichido.api.BankAdministration;
import org.ichido.api.TokenAdministration;
import org.jspecify.annotations.Nullable;

/** Completes the contracts of the bank that was typed, of its first thousand tokens. */
@Service
public final class ContractCompleter implements Completer {
  @Reference(optional = true)
  @Nullable BankAdministration banks;

  @Reference(optional = true)
  @Nullable TokenAdministration tokens;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    TokenAdministration known = tokens;
    if (known == null) {
      return -1;
    }
    List<String> contracts =
        TypedBank.in(line, banks)
            .map(bank -> known.list(bank, Optional.empty(), TypedBank.MOST))
            .orElse(List.of())
            .stream()
            .map(token -> token.contract().value())
            .distinct()
            .toList();
    return new StringsCompleter(contracts).complete(session, line, candidates);
  }
}
