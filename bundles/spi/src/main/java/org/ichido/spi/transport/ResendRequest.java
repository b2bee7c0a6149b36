package org.ichido.spi.transport;

import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.RequestKey;

/**
 * Core banking asks for events again, such as after it restored a database.
 *
 * @param key the request's identity
 * @param bank the tenant
 * @param from the first number, at least 1
 * @param to the last number, included; at most {@link #MOST} numbers together
 * @param actor the system that asks
 */
public record ResendRequest(
    RequestKey key, BankId bank, long from, long to, Actor.CoreBanking actor) {
  /** How many numbers one request may name. */
  public static final int MOST = 1_000;

  /**
   * @throws IllegalArgumentException if the range is empty, too large, or begins before 1
   */
  public ResendRequest {
    if (from < 1 || to < from || to - from >= MOST) {
      throw new IllegalArgumentException(
          "resend: 1 to %d numbers from 1 on, not %d to %d".formatted(MOST, from, to));
    }
  }
}
