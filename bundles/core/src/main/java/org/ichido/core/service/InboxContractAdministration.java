package org.ichido.core.service;

import org.ichido.api.act.Outcome;
import org.ichido.api.contract.ContractAdministration;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.contract.CountOutcome;
import org.ichido.api.contract.CountRequest;
import org.ichido.spi.transport.Subject;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Contracts and users for callers in this JVM; every act goes through the inbox, no question. */
@Component(service = {ContractAdministration.class, InboxContractAdministration.class})
public final class InboxContractAdministration implements ContractAdministration {
  private final CoreDecisions decisions;
  private final InboxOnceOnly onceOnly;

  /** For Declarative Services. */
  @Activate
  public InboxContractAdministration(
      @Reference CoreDecisions decisions, @Reference InboxOnceOnly onceOnly) {
    this.decisions = decisions;
    this.onceOnly = onceOnly;
  }

  @Override
  public Outcome perform(ContractRequest request) {
    // The records of the request print everything that they say but the account's name and number.
    Content content = new Content("contract", request.contract().bank()).add(request.toString());
    if (request instanceof ContractRequest.Open open) {
      open.terms().account().ifPresent(content::add);
    } else if (request instanceof ContractRequest.ChangeAccount change) {
      content.add(change.account());
    }
    return onceOnly
        .handle(
            request.key(),
            Subject.of(request.contract()),
            content.fingerprint(onceOnly),
            decisions.contract(request),
            OutcomeText::write)
        .map(OutcomeText::read)
        .orElseGet(OutcomeText::reused);
  }

  @Override
  public CountOutcome compare(CountRequest request) {
    return onceOnly.ask(decisions.compare(request));
  }
}
