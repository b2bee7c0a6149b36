package org.ichido.core.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.Holder;
import org.ichido.core.life.Standing;
import org.ichido.core.life.TokenAct;
import org.ichido.core.life.TokenTransitions;
import org.ichido.core.profile.ChangePolicy;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.work.Entitlement;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UserRow;

/**
 * How things stand when an act is decided.
 *
 * @param now the moment
 * @param asked when the act was asked for, if it waited since; what came later was not meant
 * @param holder whom the act is about
 * @param tokens that user's tokens, as they are at that moment
 * @param user that user's row, if core banking told of the user
 * @param actor who acts
 * @param policy what the bank says about changes
 */
record Situation(
    Instant now,
    Optional<Instant> asked,
    Holder holder,
    List<TokenRow> tokens,
    Optional<UserRow> user,
    Actor actor,
    ChangePolicy policy) {
  /** How things stand for a user of whom the rows were read. */
  static Situation of(
      Instant now,
      Optional<Instant> asked,
      Holder holder,
      Rows rows,
      Actor actor,
      ChangePolicy policy) {
    List<TokenRow> tokens = Entitlement.of(rows).seen(rows.tokens(), JapaneseTime.dayOf(now));
    return new Situation(now, asked, holder, tokens, rows.user(), actor, policy);
  }

  /** The same with the user's tokens as the act finds them. */
  Situation with(List<TokenRow> changed) {
    return new Situation(now, asked, holder, changed, user, actor, policy);
  }

  /** The token that is bound to the user; an enrolment only while it is not too late. */
  Optional<TokenRow> bound() {
    return Standing.live(tokens, now).filter(token -> meant(token.registered()));
  }

  /** Whether what began at that moment was there when the act was asked for. */
  boolean meant(Instant since) {
    return asked.filter(since::isAfter).isEmpty();
  }

  /** The token that an act is for; empty if the act is not for how it stands. */
  Optional<TokenRow> boundFor(TokenAct act) {
    return bound().filter(token -> TokenTransitions.of(Optional.of(token.state()), act).allowed());
  }

  /** The word by which core banking is told why. */
  String why() {
    if (actor instanceof Actor.Operator operator) {
      return operator.reason().orElse("OPERATOR");
    }
    return "USER";
  }
}
