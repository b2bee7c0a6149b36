package org.ichido.core.profile;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ichido.api.order.OrderKind;

/**
 * How hard tokens come to a bank's customers, and what they cost.
 *
 * @param skipDays how many days after day 0 the registration can be skipped, the last one included
 *     (S4-24)
 * @param skippable the kinds of orders in whose time it can be
 * @param operateWhileSkipping whether operations that need a code are let through in that time;
 *     otherwise they are BLOCKED until the registration
 * @param leadDays how many days after an order the customer should have the device (S4-31)
 * @param yen what each kind of order costs, tax included (S4-27, S4-28)
 * @param taxPercent the rate of the consumption tax in it
 * @param feeCode core banking's code of the fee, 1 to 8 digits and capital letters
 * @param inquireAfter how long after the request each inquiry is sent; the first is when the answer
 *     is overdue
 * @param giveUpAfter how long after the last inquiry an operator has to find out
 */
public record HardTokenPolicy(
    int skipDays,
    Set<OrderKind> skippable,
    boolean operateWhileSkipping,
    Map<OrderKind, Integer> leadDays,
    Map<OrderKind, Integer> yen,
    int taxPercent,
    String feeCode,
    List<Duration> inquireAfter,
    Duration giveUpAfter) {
  /** Copies the collections. */
  public HardTokenPolicy {
    skippable = Set.copyOf(skippable);
    leadDays = Map.copyOf(leadDays);
    yen = Map.copyOf(yen);
    inquireAfter = List.copyOf(inquireAfter);
  }

  /**
   * @param kind a kind of order
   * @return what it costs, in yen, tax included; 0 if it is free
   */
  public int yenOf(OrderKind kind) {
    return yen.getOrDefault(kind, 0);
  }

  /**
   * @param gross a sum in yen, tax included
   * @return the tax in it, cut to whole yen
   */
  public int taxIn(int gross) {
    return gross * taxPercent / (100 + taxPercent);
  }
}
