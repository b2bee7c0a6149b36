package org.ichido.core.requirement;

import org.ichido.api.requirement.Question;
import org.ichido.api.requirement.Requirement;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.UnitOfWork;

/** When a code is needed, and what a user has to do next. */
public final class RequirementDecisions {
  private RequirementDecisions() {}

  public static UnitOfWork<Requirement> next(Question request, Snapshot snapshot) {
    return new NextWork(request, snapshot);
  }
}
