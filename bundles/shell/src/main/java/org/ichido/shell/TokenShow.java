package org.ichido.shell;

import static java.util.stream.Collectors.joining;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.OtpParameters;
import org.ichido.api.TokenAdministration;
import org.ichido.api.TokenDescription;
import org.ichido.api.TokenId;
import org.ichido.api.UserId;
import org.jspecify.annotations.Nullable;

/** Shows one token: all that may be shown of it, which is never its seed. */
@Service
@Command(scope = "ichido", name = "token-show", description = "Shows one token.")
public final class TokenShow extends Listing {
  @Reference(optional = true)
  @Nullable TokenAdministration administration;

  @Argument(index = 0, name = "token", description = "Token id", required = true)
  @Completion(TokenCompleter.class)
  String token = "";

  @Override
  void run(Session console, PrintStream out) throws CommandException {
    TokenAdministration tokens = service(administration, TokenAdministration.class);
    TokenId id = typed(() -> new TokenId(token));
    TokenDescription found =
        tokens
            .find(id)
            .orElseThrow(() -> failed("There is no token " + id + ". See ichido:token-list."));
    if (json) {
      out.println(JsonToken.of(found));
      return;
    }
    new Table("TOKEN", found.id().value())
        .row("bank", found.bank().value())
        .row("contract", found.contract().value())
        .row("users", found.users().stream().map(UserId::value).collect(joining(" ")))
        .row("kind", found.kind().name())
        .row("state", found.state().name())
        .row("codes", codes(found.otp()))
        .row("failures", found.failures() + " in a row")
        .row("lock", found.lock().map(Words::lock).orElse("none"))
        .row("last accepted", Words.time(found.lastAccepted(), "never") + step(found))
        .row("registered", Words.time(found.registered()))
        .row("expires", Words.time(found.expires(), "never"))
        .row("vault key", found.keyEpoch().map(epoch -> "epoch " + epoch).orElse("none"))
        .print(out);
  }

  private static String codes(OtpParameters otp) {
    return "%s, %s, %d digits, every %d s"
        .formatted(otp.algorithm(), otp.hash().label(), otp.digits(), otp.period().toSeconds());
  }

  private static String step(TokenDescription token) {
    return token.lastAccepted().isPresent() ? " (start of its time step)" : "";
  }
}
