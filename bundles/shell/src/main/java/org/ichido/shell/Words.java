package org.ichido.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.Cause;
import org.ichido.api.Lock;

/** What things are called towards an administrator, the same in every command. */
final class Words {
  /** The banks' own zone: their staff and their customers read these times. */
  static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss z", Locale.ENGLISH).withZone(JAPAN);

  private Words() {}

  /** A time in Japan, with its zone: {@code 2026-11-21 10:00:00 JST}. */
  static String time(Instant at) {
    return TO_THE_SECOND.format(at);
  }

  static String time(Optional<Instant> at, String otherwise) {
    return at.map(Words::time).orElse(otherwise);
  }

  /** Why a code was refused, in a sentence. */
  static String cause(Cause cause) {
    return cause
        + ": "
        + switch (cause) {
          case INVALID -> "the code matches no step in the window; it counts as a failure";
          case USED -> "this step, or a later one, was accepted before";
          case STALE -> "the code was right once, and is older than the profile accepts";
          case EXPIRED -> "the token's life is over";
          case LOCKED -> "the token is locked by failures; the code was not judged";
          case SUSPENDED -> "the bank suspended the token after a report";
          case REVOKED -> "the token was revoked";
          case NOT_ELIGIBLE ->
              "there is no such contract or user, the user has no token that gives access, or the bank"
                  + " never asks for a code here";
        };
  }

  /** What an enum is called in a sentence: {@code release downloads}. */
  static String plain(Enum<?> code) {
    return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String lock(Lock lock) {
    return "since %s, %s"
        .formatted(
            time(lock.since()),
            lock.end()
                .map(end -> "until " + time(end))
                .orElse("until somebody who may do so unlocks it"));
  }

  static String actor(Actor actor) {
    if (actor instanceof Actor.Operator operator) {
      return operator(operator);
    } else if (actor instanceof Actor.Administrator) {
      return "administrator " + actor.name();
    } else if (actor instanceof Actor.User) {
      return "user " + actor.name();
    } else if (actor instanceof Actor.CoreBanking) {
      return "core banking " + actor.name();
    }
    return actor.name();
  }

  private static String operator(Actor.Operator operator) {
    StringBuilder words = new StringBuilder("operator ").append(operator.name());
    operator.branch().ifPresent(branch -> words.append(", branch ").append(branch));
    operator.approver().ifPresent(approver -> words.append(", approved by ").append(approver));
    operator.reason().ifPresent(reason -> words.append(", reason ").append(reason));
    operator.paperNumber().ifPresent(paper -> words.append(", paper ").append(paper));
    return words.toString();
  }
}
