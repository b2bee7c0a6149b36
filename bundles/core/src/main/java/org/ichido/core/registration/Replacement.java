package org.ichido.core.registration;

import java.util.List;
import java.util.Optional;
import org.ichido.api.UserId;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;

/**
 * A token in whose place another device is registered: its users come along (S4-39). Pure.
 *
 * @param former that token, still live
 * @param users its users who are still there and have no other token
 */
record Replacement(TokenRow former, List<UserId> users) {
  /** What the order of a device replaces; nothing of one that somebody has ended since. */
  static Optional<Replacement> by(OrderRow order, Rows rows) {
    return order
        .replaces()
        .flatMap(
            replaced ->
                rows.contractTokens().stream()
                    .filter(token -> token.id().equals(replaced.device()))
                    .filter(token -> token.state().live())
                    .findFirst())
        .map(former -> new Replacement(former, carried(former, rows)));
  }

  private static List<UserId> carried(TokenRow former, Rows rows) {
    return former.users().stream()
        .filter(
            user ->
                rows.users().stream()
                    .filter(row -> row.holder().user().equals(user))
                    .anyMatch(row -> row.removed().isEmpty()))
        .filter(
            user ->
                rows.contractTokens().stream()
                    .filter(token -> token.state().live() && !token.id().equals(former.id()))
                    .noneMatch(token -> token.users().contains(user)))
        .toList();
  }
}
