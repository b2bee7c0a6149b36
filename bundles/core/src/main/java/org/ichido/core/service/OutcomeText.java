package org.ichido.core.service;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.ichido.api.TokenId;
import org.ichido.api.Verdict;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.order.OrderNumber;
import org.ichido.spi.store.StoredReply;

/**
 * Outcomes of acts as the inbox remembers them for callers in this JVM: words, {@code -} for none.
 */
final class OutcomeText {
  private static final int FORMAT = 1;
  private static final String NONE = "-";

  private OutcomeText() {}

  static StoredReply write(Outcome outcome) {
    String words = outcome.kind().name() + " ";
    if (outcome instanceof Outcome.Done done) {
      words +=
          "%s %s %s %s %s %s"
              .formatted(
                  done.at(),
                  done.token().map(TokenId::value).orElse(NONE),
                  done.pair().map(ActivationPair::serviceId).orElse(NONE),
                  done.pair().map(ActivationPair::userId).orElse(NONE),
                  text(done.until()),
                  done.order().map(OrderNumber::toString).orElse(NONE));
    } else if (outcome instanceof Outcome.AwaitsApproval awaits) {
      words += awaits.at() + " " + awaits.until();
    } else if (outcome instanceof Outcome.Refused refused) {
      words += refused.at() + " " + refused.reason() + " " + text(refused.until());
    } else if (outcome instanceof Outcome.NotProcessed notProcessed) {
      words += notProcessed.why();
    }
    return new StoredReply(words.getBytes(StandardCharsets.US_ASCII), 0, FORMAT);
  }

  static Outcome read(StoredReply reply) {
    String[] words = new String(reply.bytes(), StandardCharsets.US_ASCII).split(" ", -1);
    return switch (Outcome.Kind.valueOf(words[0])) {
      case DONE ->
          new Outcome.Done(
              Instant.parse(words[1]),
              some(words[2]).map(TokenId::new),
              some(words[3]).map(service -> new ActivationPair(service, words[4])),
              some(words[5]).map(Instant::parse),
              // What an older version remembered has no order.
              words.length > 6
                  ? some(words[6]).map(number -> new OrderNumber(Long.parseLong(number)))
                  : Optional.empty());
      case AWAITS_APPROVAL ->
          new Outcome.AwaitsApproval(Instant.parse(words[1]), Instant.parse(words[2]));
      case REFUSED ->
          new Outcome.Refused(
              Instant.parse(words[1]),
              Reason.valueOf(words[2]),
              some(words[3]).map(Instant::parse));
      case NOT_PROCESSED -> new Outcome.NotProcessed(Verdict.NotProcessed.Why.valueOf(words[1]));
    };
  }

  /** The answer to a request whose id was used with other content. */
  static Outcome reused() {
    return new Outcome.NotProcessed(Verdict.NotProcessed.Why.REQUEST_ID_REUSED);
  }

  private static String text(Optional<Instant> at) {
    return at.map(Instant::toString).orElse(NONE);
  }

  private static Optional<String> some(String word) {
    return word.equals(NONE) ? Optional.empty() : Optional.of(word);
  }
}
