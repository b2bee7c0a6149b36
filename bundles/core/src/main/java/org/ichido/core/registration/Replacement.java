package org.ichido.core.registration;

import java.util.List;
import org.ichido.api.UserId;
import org.ichido.core.work.Succession;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;

/**
 * Tokens in whose place another device is registered: their users come along (S4-39). Pure.
 *
 * @param formers those tokens, still live: one, and before it what never came
 * @param users their users who are still there and have no other token
 */
record Replacement(TokenRow former, List<UserId> users) {
  /** What the order of a device replaces; nothing of what somebody has ended since. */
  static List<Replacement> by(OrderRow order, Rows rows) {
    return Succession.formers(order, rows.orders()).stream()
        .flatMap(
            device -> rows.contractTokens().stream().filter(token -> token.id().equals(device)))
        .filter(token -> token.state().live())
        .map(former -> new Replacement(former, carried(former, rows)))
        .toList();
  }

  /** What the order of a device replaces; nothing of what somebody has ended since. */
  static Replacement by(Optional<OrderRow> order, Rows rows) {
    List<TokenId> replaced = order.map(of -> Succession.of(of, rows.orders())).orElse(List.of());
    List<TokenRow> formers =
        rows.contractTokens().stream()
            .filter(token -> token.state().live() && replaced.contains(token.id()))
            .toList();
    return new Replacement(formers, carried(formers, rows));
  }

  private static List<UserId> carried(List<TokenRow> formers, Rows rows) {
    return formers.stream()
        .flatMap(former -> former.users().stream())
        .filter(
            user ->
                rows.users().stream()
                    .filter(row -> row.holder().user().equals(user))
                    .anyMatch(row -> row.removed().isEmpty()))
        .filter(
            user ->
                rows.contractTokens().stream()
                    .filter(token -> token.state().live() && !formers.contains(token))
                    .noneMatch(token -> token.users().contains(user)))
        .toList();
  }
}
