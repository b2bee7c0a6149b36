package org.ichido.core.change;

import org.ichido.api.Actor;
import org.ichido.api.UnlockRequest;
import org.ichido.api.act.ApproveRequest;
import org.ichido.api.act.OperatorRequest;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.RenewRequest;
import org.ichido.api.act.ResynchroniseRequest;
import org.ichido.api.act.RevokeRequest;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.ApprovalRow;
import org.ichido.spi.store.UnitOfWork;

/** What changes a token that is in use, and what ends it. */
public final class ChangeDecisions {
  private ChangeDecisions() {}

  public static UnitOfWork<Outcome> unlock(UnlockRequest request, Snapshot snapshot) {
    return of(Asked.of(request), snapshot);
  }

  public static UnitOfWork<Outcome> revoke(RevokeRequest request, Snapshot snapshot) {
    return of(Asked.of(request), snapshot);
  }

  public static UnitOfWork<Outcome> suspend(OperatorRequest request, Snapshot snapshot) {
    return of(Asked.of(ApprovalRow.Act.SUSPEND, request), snapshot);
  }

  public static UnitOfWork<Outcome> resume(OperatorRequest request, Snapshot snapshot) {
    return of(Asked.of(ApprovalRow.Act.RESUME, request), snapshot);
  }

  public static UnitOfWork<Outcome> releaseDownloads(OperatorRequest request, Snapshot snapshot) {
    return of(Asked.of(ApprovalRow.Act.RELEASE_DOWNLOADS, request), snapshot);
  }

  public static UnitOfWork<Outcome> approve(ApproveRequest request, Snapshot snapshot) {
    return new ApproveWork(request, snapshot);
  }

  public static UnitOfWork<Outcome> renew(RenewRequest request, Snapshot snapshot) {
    return new RenewWork(request, snapshot);
  }

  public static UnitOfWork<Outcome> resynchronise(ResynchroniseRequest request, Snapshot snapshot) {
    return new ResynchroniseWork(request, snapshot);
  }

  private static UnitOfWork<Outcome> of(Asked asked, Snapshot snapshot) {
    if (asked.actor() instanceof Actor.Operator operator) {
      return new OperatorWork(asked, operator, snapshot);
    }
    if (asked.actor() instanceof Actor.User user) {
      return new UserWork(asked, user, snapshot);
    }
    return new ForbiddenWork(asked, snapshot);
  }
}
