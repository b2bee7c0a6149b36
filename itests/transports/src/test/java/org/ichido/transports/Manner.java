package org.ichido.transports;

import java.time.Duration;
import javax.jms.DeliveryMode;
import org.ichido.testkit.host.HostCharacters;

/**
 * How a program puts a request.
 *
 * @param characters what it speaks
 * @param text whether as text (MQFMT_STRING); otherwise as bytes (MQFMT_NONE)
 * @param deliveryMode persistent or not
 * @param lives how long request and reply live together; zero for ever
 */
record Manner(HostCharacters characters, boolean text, int deliveryMode, Duration lives) {
  /** As nearly every host program does. */
  static final Manner USUAL =
      new Manner(
          HostCharacters.LATIN_EBCDIC, false, DeliveryMode.PERSISTENT, Duration.ofMinutes(2));

  Manner speaking(HostCharacters others) {
    return new Manner(others, text, deliveryMode, lives);
  }

  Manner asText() {
    return new Manner(characters, true, deliveryMode, lives);
  }

  Manner volatileOnes() {
    return new Manner(characters, text, DeliveryMode.NON_PERSISTENT, lives);
  }

  Manner living(Duration other) {
    return new Manner(characters, text, deliveryMode, other);
  }
}
