package org.ichido.mq.record;

import org.ichido.api.TokenId;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.Outcome;
import org.ichido.api.order.OrderNumber;

/** Fills the body of the reply to an act. */
final class ActBody {
  private ActBody() {}

  static HostRecord fill(HostRecord reply, Outcome.Done done) {
    return reply
        .set("ICH-ACT-DONE")
        .with("ICH-TOKEN-ID", done.token().map(TokenId::value).orElse(""))
        .with("ICH-SERVICE-ID", done.pair().map(ActivationPair::serviceId).orElse(""))
        .with("ICH-ACTIVATION-USER-ID", done.pair().map(ActivationPair::userId).orElse(""))
        .with("ICH-UNTIL", JapanTime.format(done.until()))
        .with("ICH-ORDER-NUMBER", done.order().map(OrderNumber::toString).orElse("0"));
  }

  static HostRecord fill(HostRecord reply, Outcome.AwaitsApproval awaits) {
    return reply.set("ICH-ACT-AWAITS-APPROVAL").with("ICH-UNTIL", JapanTime.format(awaits.until()));
  }

  static HostRecord fill(HostRecord reply, Outcome.Refused refused) {
    return reply.set("ICH-ACT-REFUSED").with("ICH-UNTIL", JapanTime.format(refused.until()));
  }
}
