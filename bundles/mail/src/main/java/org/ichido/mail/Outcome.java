package org.ichido.mail;

import org.ichido.spi.notice.Delivery;

/**
 * What became of a try.
 *
 * @param delivery what the caller gets
 * @param trouble whether other notices would fare no better: something for the administrator, and
 *     not for the customer with that address
 */
record Outcome(Delivery delivery, boolean trouble) {
  static final Outcome SENT = new Outcome(new Delivery.Sent(), false);

  /** It can go later, when somebody has mended what is the matter. */
  static Outcome trouble(String why) {
    return new Outcome(new Delivery.Postponed(why), true);
  }
}
