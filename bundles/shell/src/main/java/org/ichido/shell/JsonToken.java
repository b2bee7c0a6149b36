package org.ichido.shell;

import java.util.Optional;
import org.ichido.api.Lock;
import org.ichido.api.TokenDescription;
import org.ichido.api.UserId;

/** A token as programs read it: all that may be shown of it, which is never its seed. */
final class JsonToken {
  private JsonToken() {}

  static Json of(TokenDescription token) {
    Optional<Lock> lock = token.lock();
    return new Json()
        .text("token", token.id().value())
        .text("bank", token.bank().value())
        .text("contract", token.contract().value())
        .texts("users", token.users().stream().map(UserId::value).toList())
        .text("kind", token.kind().name())
        .text("state", token.state().name())
        .text("algorithm", token.otp().algorithm())
        .text("hash", token.otp().hash().label())
        .number("digits", token.otp().digits())
        .number("periodSeconds", token.otp().period().toSeconds())
        .number("failures", token.failures())
        .truth("locked", lock.isPresent())
        .time("lockedSince", lock.map(Lock::since))
        .time("lockedUntil", lock.flatMap(Lock::end))
        .time("lastAccepted", token.lastAccepted())
        .time("registered", token.registered())
        .time("expires", token.expires())
        .number("keyEpoch", token.keyEpoch().map(Integer::longValue));
  }
}
