package org.ichido.core.requirement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ichido.api.TokenId;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderState;
import org.ichido.core.life.Standing;
import org.ichido.core.life.Succession;
import org.ichido.core.profile.HardTokenPolicy;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.work.Entitlement;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UserRow;

/**
 * Whether a user of a contract that uses hard tokens has one to register, and until when he can put
 * that off (S4-20 to S4-25). Pure.
 *
 * @param policy what the profile says
 * @param rows the user's tokens and row; the whole contract and its orders
 * @param now the moment
 */
record RegistrationDue(HardTokenPolicy policy, Rows rows, Instant now) {
  /** Whether a device is on order for the user or, if he has none, can be shared by him. */
  boolean due() {
    return awaited().findAny().isPresent() || (own().isEmpty() && hasOneToShare());
  }

  /** Whether what takes the place of the user's token was sent. */
  boolean replacementSent() {
    return own().isPresent() && awaited().anyMatch(order -> order.state() == OrderState.SHIPPED);
  }

  /**
   * The first instant at which the registration cannot be skipped any more, whether past or to
   * come; empty if no order of the contract lets the user skip it.
   */
  Optional<Instant> skippableBefore() {
    return mine()
        .filter(order -> order.state() != OrderState.CANCELLED)
        .filter(order -> policy.skippable().contains(order.kind()))
        .filter(order -> order.kind() != OrderKind.FIRST || !hadOne())
        .map(order -> endOf(order.placed()))
        .max(Comparator.naturalOrder());
  }

  /** The day of the order is day 0, and the last day counts to its last instant (S4-24). */
  private Instant endOf(Instant placed) {
    return JapaneseTime.startOf(JapaneseTime.dayOf(placed).plusDays(policy.skipDays() + 1L));
  }

  private Stream<OrderRow> awaited() {
    return mine().filter(order -> !order.state().over());
  }

  /** Who has a token waits for what replaces it alone. */
  private Stream<OrderRow> mine() {
    Optional<TokenRow> own = own();
    return rows.orders().stream()
        .filter(
            order -> own.isEmpty() || Succession.takesThePlace(order, rows.orders(), own.get()));
  }

  /** Only what came by an order has a device that can be registered. */
  private boolean hasOneToShare() {
    Set<TokenId> ordered =
        rows.orders().stream().map(OrderRow::device).collect(Collectors.toUnmodifiableSet());
    LocalDate today = JapaneseTime.dayOf(now);
    Entitlement byContract = new Entitlement(rows.contract(), Optional.empty());
    return byContract.seen(rows.contractTokens(), today).stream()
        .filter(token -> token.state().live() && token.suspension().isEmpty())
        .filter(token -> token.expires().filter(end -> !now.isBefore(end)).isEmpty())
        .anyMatch(token -> ordered.contains(token.id()));
  }

  /**
   * Who gave a token up is to register another: with the password alone a thief could do the one,
   * and would skip the other. Who was unbound is no user of that token any more; his cool-down
   * tells it, if it ended after a device was sent that somebody registered: before that it is of a
   * soft token, which the contract used then.
   */
  private boolean hadOne() {
    Optional<Instant> coolDown = rows.user().flatMap(UserRow::coolDown);
    boolean since =
        registered(rows.contractTokens())
            .anyMatch(token -> coolDown.filter(token.registered()::isBefore).isPresent());
    return since || registered(rows.tokens()).findAny().isPresent();
  }

  private static Stream<TokenRow> registered(List<TokenRow> tokens) {
    return tokens.stream()
        .filter(token -> token.kind() == TokenKind.HARD)
        .filter(token -> token.state() == TokenState.ACTIVE || token.state() == TokenState.REVOKED);
  }

  private Optional<TokenRow> own() {
    List<TokenRow> seen = Entitlement.of(rows).seen(rows.tokens(), JapaneseTime.dayOf(now));
    return Standing.live(seen, now);
  }
}
