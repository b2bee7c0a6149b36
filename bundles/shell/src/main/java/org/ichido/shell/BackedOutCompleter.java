package org.ichido.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.ichido.api.BackedOutMessage;
import org.ichido.api.BankAdministration;
import org.ichido.api.MessageAdministration;
import org.jspecify.annotations.Nullable;

/** Completes the message ids on the backout queue of the bank that was typed. */
@Service
public final class BackedOutCompleter implements Completer {
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
    List<String> ids =
        TypedBank.in(line, banks)
            .map(bank -> asked.backedOut(bank, TypedBank.MOST))
            .orElse(List.of())
            .stream()
            .map(BackedOutMessage::messageId)
            .toList();
    return new StringsCompleter(ids).complete(session, line, candidates);
  }
}
