package org.ichido.core.service;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.ichido.api.Authenticator;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.spi.store.Fingerprint;
import org.ichido.spi.store.StoredReply;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The authenticator for callers in this JVM: the same path as a queue's, the verdict as its own
 * reply.
 */
@Component
public final class InboxAuthenticator implements Authenticator {
  private static final int FORMAT = 1;

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
        new Content("verify", request.holder()).add(request.code().ascii()).fingerprint(onceOnly);
    return onceOnly
        .handle(
            request.key(),
            request.holder(),
            fingerprint,
            decisions.verify(request),
            InboxAuthenticator::write)
        .map(InboxAuthenticator::read)
        .orElseGet(() -> new Verdict.NotProcessed(Verdict.NotProcessed.Why.REQUEST_ID_REUSED));
  }

  private static StoredReply write(Verdict verdict) {
    String text = verdict.kind() + " ";
    if (verdict instanceof Verdict.Accepted accepted) {
      text += accepted.at();
    } else if (verdict instanceof Verdict.Refused refused) {
      text += refused.at();
    } else if (verdict instanceof Verdict.NotProcessed notProcessed) {
      text += notProcessed.why();
    }
    return new StoredReply(text.getBytes(StandardCharsets.US_ASCII), 0, FORMAT);
  }

  private static Verdict read(StoredReply reply) {
    String[] words = new String(reply.bytes(), StandardCharsets.US_ASCII).split(" ", 2);
    return switch (Verdict.Kind.valueOf(words[0])) {
      case ACCEPTED -> new Verdict.Accepted(Instant.parse(words[1]));
      case REFUSED -> new Verdict.Refused(Instant.parse(words[1]));
      case NOT_PROCESSED -> new Verdict.NotProcessed(Verdict.NotProcessed.Why.valueOf(words[1]));
    };
  }
}
