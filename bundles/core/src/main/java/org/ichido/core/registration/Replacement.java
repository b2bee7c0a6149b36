package org.ichido.core.registration;

import java.util.List;
import java.util.Optional;
import org.ichido.api.TokenId;
import org.ichido.api.UserId;
import org.ichido.core.life.Succession;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;

/**
 * Tokens in whose place another device is registered: their users come along (S4-39). Pure.
 *
 * @param formers those tokens, still live: one, and before it what never came
 * @param users their users who are still there and have no other token
 */
record Replacement(List<TokenRow> formers, List<UserId> users) {
  /** Copies the lists. */
  Replacement {
    formers = List.copyOf(formers);
    users = List.copyOf(users);
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
