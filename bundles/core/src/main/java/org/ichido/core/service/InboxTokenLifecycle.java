package org.ichido.core.service;

import org.ichido.api.Holder;
import org.ichido.api.RequestKey;
import org.ichido.api.Verdict;
import org.ichido.api.act.ActivateRequest;
import org.ichido.api.act.Activation;
import org.ichido.api.act.ApproveRequest;
import org.ichido.api.act.ConfirmRequest;
import org.ichido.api.act.IssueRequest;
import org.ichido.api.act.OperatorRequest;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.ReissueRequest;
import org.ichido.api.act.RenameRequest;
import org.ichido.api.act.RenewRequest;
import org.ichido.api.act.ResynchroniseRequest;
import org.ichido.api.act.RevokeRequest;
import org.ichido.api.act.TokenLifecycle;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.transport.Subject;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The life of soft tokens for callers in this JVM; every act goes through the inbox. */
@Component
public final class InboxTokenLifecycle implements TokenLifecycle {
  private final CoreDecisions decisions;
  private final InboxOnceOnly onceOnly;

  /** For Declarative Services. */
  @Activate
  public InboxTokenLifecycle(
      @Reference CoreDecisions decisions, @Reference InboxOnceOnly onceOnly) {
    this.decisions = decisions;
    this.onceOnly = onceOnly;
  }

  @Override
  public Outcome issue(IssueRequest request) {
    return outcome(
        request.key(), request.holder(), form("issue", request), decisions.issue(request));
  }

  @Override
  public Outcome reissue(ReissueRequest request) {
    Content content =
        form("reissue", request.issue())
            .add(request.proofs().card() ? "card" : "")
            .add(request.proofs().confirmationPassword() ? "password" : "")
            .add(request.proofs().phone() ? "phone" : "");
    IssueRequest issue = request.issue();
    return outcome(issue.key(), issue.holder(), content, decisions.reissue(request));
  }

  private static Content form(String kind, IssueRequest request) {
    return new Content(kind, request.holder())
        .add(request.mail())
        .add(request.mailRepeated())
        .add(request.password().bytes())
        .add(request.passwordRepeated().bytes());
  }

  @Override
  public Activation activate(ActivateRequest request) {
    Content content =
        new Content("activate", request.bank())
            .add(request.pair().serviceId())
            .add(request.pair().userId())
            .add(request.password().bytes())
            .add(request.appKey())
            .add(request.device().id())
            .add(request.device().deviceClass().name())
            .add(request.terms().orElse(""))
            .add(request.displayName().orElse(""));
    return onceOnly
        .handle(
            request.key(),
            Subject.of(request.bank()),
            content.fingerprint(onceOnly),
            decisions.activate(request),
            ActivationText::write)
        .map(ActivationText::read)
        .orElseGet(ActivationText::reused);
  }

  @Override
  public Verdict confirm(ConfirmRequest request) {
    Content content = new Content("confirm", request.holder()).add(request.code().ascii());
    return onceOnly
        .handle(
            request.key(),
            Subject.of(request.holder()),
            content.fingerprint(onceOnly),
            decisions.confirm(request),
            VerdictText::write)
        .map(VerdictText::read)
        .orElseGet(VerdictText::reused);
  }

  @Override
  public Outcome rename(RenameRequest request) {
    Content content =
        new Content("rename", request.bank())
            .add(request.pair().serviceId())
            .add(request.pair().userId())
            .add(request.displayName());
    return outcome(request.key(), Subject.of(request.bank()), content, decisions.rename(request));
  }

  @Override
  public Outcome renew(RenewRequest request) {
    Content content =
        new Content("renew", request.bank())
            .add(request.pair().serviceId())
            .add(request.pair().userId())
            .add(request.code().ascii());
    return outcome(request.key(), Subject.of(request.bank()), content, decisions.renew(request));
  }

  @Override
  public Outcome revoke(RevokeRequest request) {
    Content content = new Content("revoke", request.holder()).add(request.actor());
    request.code().ifPresent(code -> content.add(code.ascii()));
    return outcome(request.key(), request.holder(), content, decisions.revoke(request));
  }

  @Override
  public Outcome suspend(OperatorRequest request) {
    return act("suspend", request, decisions.suspend(request));
  }

  @Override
  public Outcome resume(OperatorRequest request) {
    return act("resume", request, decisions.resume(request));
  }

  @Override
  public Outcome releaseDownloads(OperatorRequest request) {
    return act("release-downloads", request, decisions.releaseDownloads(request));
  }

  private Outcome act(String kind, OperatorRequest request, UnitOfWork<Outcome> work) {
    Content content = new Content(kind, request.holder()).add(request.operator());
    return outcome(request.key(), request.holder(), content, work);
  }

  @Override
  public Outcome resynchronise(ResynchroniseRequest request) {
    Content content =
        new Content("resynchronise", request.holder())
            .add(request.actor())
            .add(request.first().ascii())
            .add(request.second().ascii());
    return outcome(request.key(), request.holder(), content, decisions.resynchronise(request));
  }

  @Override
  public Outcome approve(ApproveRequest request) {
    Content content =
        new Content("approve", request.bank()).add(request.asked().value()).add(request.operator());
    return outcome(request.key(), Subject.of(request.bank()), content, decisions.approve(request));
  }

  private Outcome outcome(
      RequestKey key, Holder holder, Content content, UnitOfWork<Outcome> work) {
    return outcome(key, Subject.of(holder), content, work);
  }

  private Outcome outcome(
      RequestKey key, Subject subject, Content content, UnitOfWork<Outcome> work) {
    return onceOnly
        .handle(key, subject, content.fingerprint(onceOnly), work, OutcomeText::write)
        .map(OutcomeText::read)
        .orElseGet(OutcomeText::reused);
  }
}
