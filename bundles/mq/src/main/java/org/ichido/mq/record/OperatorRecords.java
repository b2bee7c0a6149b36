package org.ichido.mq.record;

import java.util.Optional;
import java.util.function.BiFunction;
import org.ichido.api.Actor;
import org.ichido.api.DescribeRequest;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.RequestId;
import org.ichido.api.UnlockRequest;
import org.ichido.api.act.ApproveRequest;
import org.ichido.api.act.OperatorRequest;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.ResynchroniseRequest;
import org.ichido.api.act.RevokeRequest;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.transport.Decisions;

/** What operators ask on behalf of customers. */
final class OperatorRecords {
  private OperatorRecords() {}

  static Disposition unlock(Asked asked, Once once) throws BadRecord {
    Actor.Operator actor = Header.operator(asked.record());
    UnlockRequest request = new UnlockRequest(asked.key(), asked.holder(), actor, Optional.empty());
    return once.handle(asked, Optional.of(actor), d -> d.unlock(request), asked.replies()::act);
  }

  static Disposition revoke(Asked asked, Once once) throws BadRecord {
    Actor.Operator actor = Header.operator(asked.record());
    RevokeRequest request = new RevokeRequest(asked.key(), asked.holder(), actor, Optional.empty());
    return once.handle(asked, Optional.of(actor), d -> d.revoke(request), asked.replies()::act);
  }

  static Disposition suspend(Asked asked, Once once) throws BadRecord {
    return act(asked, once, Decisions::suspend);
  }

  static Disposition liftSuspension(Asked asked, Once once) throws BadRecord {
    return act(asked, once, Decisions::resume);
  }

  static Disposition releaseDownloads(Asked asked, Once once) throws BadRecord {
    return act(asked, once, Decisions::releaseDownloads);
  }

  private static Disposition act(
      Asked asked, Once once, BiFunction<Decisions, OperatorRequest, UnitOfWork<Outcome>> work)
      throws BadRecord {
    Actor.Operator actor = Header.operator(asked.record());
    OperatorRequest request = new OperatorRequest(asked.key(), asked.holder(), actor);
    return once.handle(
        asked, Optional.of(actor), d -> work.apply(d, request), asked.replies()::act);
  }

  static Disposition resynchronise(Asked asked, Once once) throws BadRecord {
    Actor.Operator actor = Header.operator(asked.record());
    Holder holder = asked.holder();
    try (OneTimeCode first = Fields.code(asked.record(), "ICH-FIRST-CODE");
        OneTimeCode second = Fields.code(asked.record(), "ICH-SECOND-CODE")) {
      ResynchroniseRequest request =
          new ResynchroniseRequest(asked.key(), holder, first, second, actor);
      return once.handle(
          asked, Optional.of(actor), d -> d.resynchronise(request), asked.replies()::act);
    }
  }

  static Disposition approve(Asked asked, Once once) throws BadRecord {
    Actor.Operator actor = Header.operator(asked.record());
    RequestId waiting = Fields.value(asked.record(), "ICH-ASKED-REQUEST-ID", RequestId::new);
    ApproveRequest request =
        new ApproveRequest(asked.key(), Fields.bank(asked.incoming()), waiting, actor);
    return once.handle(asked, Optional.of(actor), d -> d.approve(request), asked.replies()::act);
  }

  static Disposition describe(Asked asked, Once once) throws BadRecord {
    Actor.Operator actor = Header.operator(asked.record());
    DescribeRequest request = new DescribeRequest(asked.key(), asked.holder(), actor);
    return once.handle(
        asked, Optional.of(actor), d -> d.describe(request), asked.replies()::describe);
  }
}
