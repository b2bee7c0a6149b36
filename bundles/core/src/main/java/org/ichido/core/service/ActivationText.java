package org.ichido.core.service;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.ichido.api.HashFunction;
import org.ichido.api.OtpParameters;
import org.ichido.api.Verdict;
import org.ichido.api.act.Activation;
import org.ichido.api.act.Ciphertext;
import org.ichido.api.act.Reason;
import org.ichido.spi.store.StoredReply;

/**
 * Activations as the inbox remembers them for callers in this JVM. The seed is in it as the app's
 * key closed it, so nobody but the app can open a copy of the inbox.
 */
final class ActivationText {
  private static final int FORMAT = 1;

  private ActivationText() {}

  static StoredReply write(Activation activation) {
    String words;
    if (activation instanceof Activation.Delivered delivered) {
      words =
          "DELIVERED %s %s %s %s %d %d %s %s"
              .formatted(
                  delivered.at(),
                  Base64.getEncoder().encodeToString(delivered.seed().bytes()),
                  delivered.otp().algorithm(),
                  delivered.otp().hash().name(),
                  delivered.otp().digits(),
                  delivered.otp().period().toSeconds(),
                  delivered.expires(),
                  delivered.displayName());
    } else if (activation instanceof Activation.Refused refused) {
      words = "REFUSED " + refused.at();
    } else if (activation instanceof Activation.Declined declined) {
      words = "DECLINED " + declined.at() + " " + declined.reason();
    } else if (activation instanceof Activation.NotProcessed notProcessed) {
      words = "NOT_PROCESSED " + notProcessed.why();
    } else {
      throw new IllegalArgumentException("no such activation: " + activation.getClass());
    }
    return new StoredReply(words.getBytes(StandardCharsets.UTF_8), 0, FORMAT);
  }

  static Activation read(StoredReply reply) {
    // The name stands last and may hold spaces.
    String[] words = new String(reply.bytes(), StandardCharsets.UTF_8).split(" ", 9);
    return switch (words[0]) {
      case "DELIVERED" ->
          new Activation.Delivered(
              Instant.parse(words[1]),
              new Ciphertext(Base64.getDecoder().decode(words[2])),
              new OtpParameters(
                  words[3],
                  HashFunction.valueOf(words[4]),
                  Integer.parseInt(words[5]),
                  Duration.ofSeconds(Long.parseLong(words[6]))),
              Instant.parse(words[7]),
              words[8]);
      case "REFUSED" -> new Activation.Refused(Instant.parse(words[1]));
      case "DECLINED" -> new Activation.Declined(Instant.parse(words[1]), Reason.valueOf(words[2]));
      case "NOT_PROCESSED" ->
          new Activation.NotProcessed(Verdict.NotProcessed.Why.valueOf(words[1]));
      default -> throw new IllegalArgumentException("no stored activation");
    };
  }

  /** The answer to a request whose id was used with other content. */
  static Activation reused() {
    return new Activation.NotProcessed(Verdict.NotProcessed.Why.REQUEST_ID_REUSED);
  }
}
