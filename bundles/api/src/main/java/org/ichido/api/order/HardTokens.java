package org.ichido.api.order;

import java.util.List;
import org.ichido.api.NoAnswer;
import org.ichido.api.act.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Hard tokens of customers, from the order to the registration. Every act is audited in the
 * transaction that does it and is idempotent: the same {@link org.ichido.api.RequestKey} again gets
 * the first answer and has no second effect.
 *
 * <p>Thread-safe. Every request is handled under one snapshot of the bank's profile and of the
 * services it names; a change holds from the next request on. All methods throw {@link NoAnswer} if
 * nothing could be decided; ask again with the same key.
 */
@ProviderType
public interface HardTokens {
  /**
   * @param request what is asked
   * @return what became of it; of an order that was placed its number
   */
  Outcome perform(HardTokenRequest request);

  /**
   * Finds orders.
   *
   * @param query which
   * @return the orders, by number
   */
  List<OrderView> orders(OrderQuery query);

  /**
   * Matches orders, debits and replies of a business date, and compares with what core banking
   * says. A difference is audited.
   *
   * @param request which date, and what core banking says
   * @return what was found
   */
  BooksOutcome reconcile(BooksRequest request);
}
