package org.ichido.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.ichido.api.BankAdministration;
import org.ichido.api.BankId;
import org.jspecify.annotations.Nullable;

/** Completes the banks that have a valid profile. */
@Service
public final class BankCompleter implements Completer {
  @Reference(optional = true)
  @Nullable BankAdministration administration;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    BankAdministration banks = administration;
    return banks == null
        ? -1
        : new StringsCompleter(banks.banks().stream().map(BankId::value).toList())
            .complete(session, line, candidates);
  }
}
