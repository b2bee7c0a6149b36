package org.ichido.core.service;

import org.ichido.api.Authenticator;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.spi.store.Fingerprint;
import org.ichido.spi.transport.Subject;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The authenticator for callers in this JVM: the same path as a queue's, the verdict as its own
 * reply.
 */
@Component
public final class InboxAuthenticator implements Authenticator {
  private final CoreDecisions decisions;
  private final InboxOnceOnly onceOnly;

  /** For Declarative Services. */
  @Activate
  public InboxAuthenticator(@Reference CoreDecisions decisions, @Reference InboxOnceOnly onceOnly) {
    this.decisions = decisions;
    this.onceOnly = onceOnly;
  }

  @Override
  public Verdict verify(VerifyRequest request) {
    Fingerprint fingerprint =
        new Content("verify", request.holder())
            .add(request.use().operation().value())
            .add(request.use().stage().name())
            .add(request.use().channel().name())
            .add(request.code().ascii())
            .fingerprint(onceOnly);
    return onceOnly
        .handle(
            request.key(),
            Subject.of(request.holder()),
            fingerprint,
            decisions.verify(request),
            VerdictText::write)
        .map(VerdictText::read)
        .orElseGet(VerdictText::reused);
  }
}
