package org.ichido.api.act;

import java.time.Instant;
import org.ichido.api.OtpParameters;

/** What became of an activation. To a stranger all refusals look alike. */
public sealed interface Activation {
  /**
   * The seed is delivered, once; the token is INITIALISED (S1-21, S1-22).
   *
   * @param at when it was decided
   * @param seed the seed, encrypted to the app's key
   * @param otp how the app computes
   * @param expires the first instant at which codes are refused as expired; shown by the app as the
   *     date before (S2-22)
   * @param displayName the token's name, complete (S1-23)
   */
  record Delivered(
      Instant at, Ciphertext seed, OtpParameters otp, Instant expires, String displayName)
      implements Activation {}

  /**
   * One of the three values is wrong, or there is nothing to activate.
   *
   * @param at when it was decided
   */
  record Refused(Instant at) implements Activation {}

  /**
   * The three values are right, and it was refused all the same; told, because who asks has proved
   * to be the customer.
   *
   * @param at when it was decided
   * @param reason why
   */
  record Declined(Instant at, Reason reason) implements Activation {}

  /**
   * The request was not judged.
   *
   * @param why what is wrong with it
   */
  record NotProcessed(org.ichido.api.Verdict.NotProcessed.Why why) implements Activation {}
}
