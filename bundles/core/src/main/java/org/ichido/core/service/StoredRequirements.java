package org.ichido.core.service;

import org.ichido.api.requirement.Question;
import org.ichido.api.requirement.Requirement;
import org.ichido.api.requirement.Requirements;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers from the rows of the store; a question leaves nothing in the inbox. */
@Component
public final class StoredRequirements implements Requirements {
  private final InboxOnceOnly onceOnly;
  private final CoreDecisions decisions;

  /** For Declarative Services. */
  @Activate
  public StoredRequirements(@Reference InboxOnceOnly onceOnly, @Reference CoreDecisions decisions) {
    this.onceOnly = onceOnly;
    this.decisions = decisions;
  }

  @Override
  public Requirement next(Question question) {
    return onceOnly.ask(decisions.next(question));
  }
}
