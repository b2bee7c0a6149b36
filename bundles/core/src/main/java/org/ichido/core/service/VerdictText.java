package org.ichido.core.service;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.ichido.api.Verdict;
import org.ichido.spi.store.StoredReply;

/** Verdicts as the inbox remembers them for callers in this JVM. */
final class VerdictText {
  private static final int FORMAT = 1;

  private VerdictText() {}

  static StoredReply write(Verdict verdict) {
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

  static Verdict read(StoredReply reply) {
    String[] words = new String(reply.bytes(), StandardCharsets.US_ASCII).split(" ", 2);
    return switch (Verdict.Kind.valueOf(words[0])) {
      case ACCEPTED -> new Verdict.Accepted(Instant.parse(words[1]));
      case REFUSED -> new Verdict.Refused(Instant.parse(words[1]));
      case NOT_PROCESSED -> new Verdict.NotProcessed(Verdict.NotProcessed.Why.valueOf(words[1]));
    };
  }

  /** The answer to a request whose id was used with other content. */
  static Verdict reused() {
    return new Verdict.NotProcessed(Verdict.NotProcessed.Why.REQUEST_ID_REUSED);
  }
}
