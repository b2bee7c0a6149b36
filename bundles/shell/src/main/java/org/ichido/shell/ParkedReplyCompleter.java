package org.ichido.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.ichido.api.BankAdministration;
import org.ichido.api.MessageAdministration;
import org.jspecify.annotations.Nullable;

/** Completes the numbers of the parked replies of the bank that was typed. */
@Service
public final class ParkedReplyCompleter implements Completer {
  @Reference(optional = true)
  @Nullable BankAdministration banks;

  @Reference(optional = true)
  @Nullable MessageAdministration messages;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    MessageAdministration asked = messages;
    if (asked == null) {
      return -1;
    }
    List<String> numbers =
        TypedBank.in(line, banks)
            .map(bank -> asked.parked(bank, TypedBank.MOST))
            .orElse(List.of())
            .stream()
            .map(reply -> Long.toString(reply.number()))
            .toList();
    return new StringsCompleter(numbers).complete(session, line, candidates);
  }
}
