package org.ichido.core.life;

import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.TokenRow;

/** Whether a device on order takes the place of a token (S4-39). Pure. */
public final class Replacing {
  private Replacing() {}

  /**
   * @param order an order
   * @param former a live token
   * @return whether the order's device takes its place. That of one that the bank has stopped only
   *     if the order itself did so, after a loss or theft: no customer's own exchange gets rid of a
   *     suspension (S3-18)
   */
  public static boolean by(OrderRow order, TokenRow former) {
    boolean named =
        order.replaces().filter(replaced -> replaced.device().equals(former.id())).isPresent();
    return named && (former.suspension().isEmpty() || order.kind().stops());
  }
}
