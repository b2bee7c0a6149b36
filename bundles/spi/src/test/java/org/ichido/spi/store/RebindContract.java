package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ichido.api.Holder;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.junit.jupiter.api.Test;

/**
 * What every token store must do when the users of a token change: a device is registered, shared,
 * taken from one of them (S4-16). Extended beside each implementation.
 */
public abstract class RebindContract extends LifeFixture {
  private static final Holder BOB = holder("bob");
  private static final Holder CAROL = holder("carol");
  private static final TokenRow SENT = TokenRow.sent(device("H1", "900-1"), ALICE.contract(), NOW);

  /** S4-20: the step of the code is consumed by the same change. */
  @Test
  void aRegistrationWritesTheUserAndTheAttempts() {
    write(new Change.AddToken(SENT));

    rebind(SENT.accepted(7).drifted(2), ALICE);

    TokenRow bound = onlyToken(ALICE);
    assertThat(bound)
        .isEqualTo(version(SENT.accepted(7).drifted(2).boundTo(List.of(ALICE.user())), 1));
    assertThat(stored()).isEqualTo(bound);
  }

  /** S4-16: in the order in which they came. */
  @Test
  void usersComeAndGo() {
    write(new Change.AddToken(SENT));
    rebind(SENT, BOB);
    rebind(stored(), BOB, ALICE, CAROL);
    assertThat(stored().users()).containsExactly(BOB.user(), ALICE.user(), CAROL.user());
    assertThat(onlyToken(CAROL)).isEqualTo(stored());

    rebind(stored(), CAROL, BOB);

    assertThat(stored().users()).containsExactly(CAROL.user(), BOB.user());
    assertThat(load(Reads.tokensOf(ALICE)).tokens()).isEmpty();
    assertThat(stored().version()).isEqualTo(3);
  }

  @Test
  void aStaleTokenIsDecidedAgainAndKeepsItsUsers() {
    write(new Change.AddToken(SENT));
    rebind(SENT, BOB);

    assertDecidedAgain(rebinding(SENT, ALICE));
    assertDecidedAgain(rebinding(TokenRow.sent(device("H9", "9"), ALICE.contract(), NOW), ALICE));

    assertThat(stored().users()).containsExactly(BOB.user());
  }

  @Test
  void theLastFactorNeverGoesBackByARegistration() {
    write(new Change.AddToken(SENT.consumedTo(100)));

    assertDecidedAgain(rebinding(SENT.consumedTo(99), ALICE));

    assertThat(stored().users()).isEmpty();
    rebind(SENT.consumedTo(100), ALICE);
  }

  /** S4-18: whoever has another live token by then is not bound to a second one. */
  @Test
  void aUserWithALiveTokenIsDecidedAgain() {
    write(
        new Change.AddToken(SENT),
        new Change.AddToken(issued("T1", ALICE, 1)),
        new Change.Append(audited(ALICE, "R0")));

    assertDecidedAgain(
        new Change.Append(audited(ALICE, "R1")), rebinding(SENT.accepted(5), BOB, ALICE));

    assertThat(stored()).as("nothing of it was written").isEqualTo(SENT);
    assertThat(store().audit(ALICE, 10)).containsExactly(audited(ALICE, "R0"));
    assertThat(store().verifyAuditChain().intact()).isTrue();
  }

  @Test
  void whoIsBoundGetsNoOtherLiveTokenUntilHeIsFree() {
    write(new Change.AddToken(SENT));
    rebind(SENT, ALICE, BOB);
    assertDecidedAgain(new Change.AddToken(issued("T1", ALICE, 1)));

    rebind(stored(), BOB);
    write(new Change.AddToken(issued("T1", ALICE, 1)));

    assertDecidedAgain(rebinding(stored(), BOB, ALICE));
    assertThat(stored().users()).containsExactly(BOB.user());
  }

  /** S4-39: the former one is ended first, then the next one gets its users. */
  @Test
  void usersAreCarriedOverInOneUnitOfWork() {
    TokenRow former = token("H0", "alice", "bob");
    write(new Change.AddToken(former), new Change.AddToken(SENT));

    write(
        new Change.UpdateToken(former.ended(TokenState.REVOKED)),
        rebinding(SENT.accepted(5), ALICE, BOB));

    assertThat(stored().users()).containsExactly(ALICE.user(), BOB.user());
    TokenRow revoked = find(Optional.of("H0"), Optional.empty()).get(0);
    assertThat(revoked.users()).as("who had it").containsExactly(ALICE.user(), BOB.user());
    assertThat(revoked.state()).isEqualTo(TokenState.REVOKED);
  }

  /** Who is bound changes by a rebinding alone. */
  @Test
  void anUpdateLeavesTheUsersAsTheyAre() {
    write(new Change.AddToken(SENT));
    rebind(SENT, ALICE, BOB);

    write(new Change.UpdateToken(stored().boundTo(List.of(new UserId("mallory")))));

    assertThat(stored().users()).containsExactly(ALICE.user(), BOB.user());
  }

  /** A token that ends while its users change binds none of them. */
  @Test
  void theUsersOfAnEndedTokenAreFree() {
    write(new Change.AddToken(SENT));
    rebind(SENT, ALICE);
    TokenRow ended = stored().boundTo(List.of(ALICE.user(), BOB.user())).ended(TokenState.REVOKED);
    write(new Change.RebindToken(ended));

    write(new Change.AddToken(issued("T1", ALICE, 1)), new Change.AddToken(issued("T2", BOB, 2)));

    assertThat(stored().seed()).isEmpty();
    assertThat(load(Reads.tokensOf(BOB)).tokens())
        .extracting(token -> token.id().value())
        .containsExactly("H1", "T2");
  }

  private TokenRow stored() {
    return find(Optional.of("H1"), Optional.empty()).get(0);
  }

  private void rebind(TokenRow row, Holder... holders) {
    write(rebinding(row, holders));
  }

  private static Change rebinding(TokenRow row, Holder... holders) {
    return new Change.RebindToken(
        row.boundTo(List.of(holders).stream().map(Holder::user).toList()));
  }
}
