package org.ichido.core.change;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.RequestKey;
import org.ichido.api.UnlockRequest;
import org.ichido.api.act.OperatorRequest;
import org.ichido.api.act.RevokeRequest;
import org.ichido.core.profile.ChangePolicy;
import org.ichido.spi.store.ApprovalRow;
import org.ichido.spi.store.Rows;

/**
 * A request for an act, whatever its own form.
 *
 * @param act what is asked for
 * @param key the request's identity
 * @param holder whom it is about
 * @param actor who asks
 * @param code the actor's own code, if one came
 */
record Asked(
    ApprovalRow.Act act, RequestKey key, Holder holder, Actor actor, Optional<OneTimeCode> code) {
  /** How things stand for whom it is about. */
  Situation situation(Instant now, Rows rows, ChangePolicy policy) {
    return Situation.of(now, Optional.empty(), holder, rows, actor, policy);
  }

  static Asked of(UnlockRequest request) {
    return new Asked(
        ApprovalRow.Act.UNLOCK, request.key(), request.holder(), request.actor(), request.code());
  }

  static Asked of(RevokeRequest request) {
    return new Asked(
        ApprovalRow.Act.REVOKE, request.key(), request.holder(), request.actor(), request.code());
  }

  static Asked of(ApprovalRow.Act act, OperatorRequest request) {
    return new Asked(act, request.key(), request.holder(), request.operator(), Optional.empty());
  }
}
