package org.ichido.core.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.RequestKey;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.verify.Purpose;
import org.ichido.core.work.CodeJudging;
import org.ichido.core.work.Entitlement;
import org.ichido.core.work.Judged;
import org.ichido.core.work.Snapshot;
import org.ichido.core.work.Tokens;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;

/** The own code of a user who acts, on the own token, inside the act's unit of work (S0-18). */
final class OwnCode {
  private final CodeJudging judging;
  private final Optional<TokenRow> token;

  OwnCode(Snapshot snapshot, Holder actor, RequestKey key, Instant now, Rows rows) {
    this.judging = new CodeJudging(snapshot, actor, key, now, rows.memoryBegins());
    this.token =
        Tokens.inQuestion(
            new Entitlement(rows.contract(), rows.actor())
                .seen(rows.actorTokens(), JapaneseTime.dayOf(now)));
  }

  boolean isWellFormed(OneTimeCode code) {
    return !judging.isMisshapen(token, code);
  }

  Change formError() {
    return new Change.Append(judging.formError());
  }

  Judged judge(OneTimeCode code) {
    return judging.judge(token, code, Purpose.USE);
  }

  /** The tokens of whom the act is about, with the code consumed if one of them is the actor's. */
  List<TokenRow> consumedIn(List<TokenRow> tokens, Judged judged) {
    return tokens.stream()
        .map(
            row ->
                judged.judgement().changed().filter(own -> own.id().equals(row.id())).orElse(row))
        .toList();
  }
}
