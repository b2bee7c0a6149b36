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

/** Completes token ids, of the first thousand tokens of every bank. */
@Service
public final class TokenCompleter implements Completer {
  @Reference(optional = true)
  @Nullable BankAdministration banks;

  @Reference(optional = true)
  @Nullable TokenAdministration tokens;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    BankAdministration served = banks;
    TokenAdministration known = tokens;
    if (served == null || known == null) {
      return -1;
    }
    List<String> ids =
        served.banks().stream()
            .flatMap(bank -> known.list(bank, Optional.empty(), TypedBank.MOST).stream())
            .map(token -> token.id().value())
            .toList();
    return new StringsCompleter(ids).complete(session, line, candidates);
  }
}
