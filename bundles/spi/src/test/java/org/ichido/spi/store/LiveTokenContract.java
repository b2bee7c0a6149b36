package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.TokenState;
import org.ichido.api.act.Device;
import org.ichido.api.contract.DeviceClass;
import org.ichido.api.contract.Role;
import org.junit.jupiter.api.Test;

/**
 * What every token store must do to find live tokens and to keep them apart. Extended beside each
 * implementation.
 */
public abstract class LiveTokenContract extends LifeFixture {
  private static final Holder BOB = holder("bob");

  /** S1-15, S0-21: the former one is ended in the unit of work that adds the new one. */
  @Test
  void aUserHasOneLiveTokenWhateverItsState() {
    List<TokenRow> states =
        List.of(
            issued("T1", ALICE, 1),
            initialised(issued("T2", ALICE, 2), PHONE),
            confirmed(initialised(issued("T3", ALICE, 3), PHONE)));
    for (TokenRow first : states) {
      write(new Change.AddToken(first));
      AtomicInteger decisions = new AtomicInteger();
      String outcome =
          store()
              .transact(
                  unit(
                      Reads.tokensOf(ALICE),
                      rows ->
                          decisions.getAndIncrement() == 0
                              ? new Decided<>(
                                  "added", List.of(new Change.AddToken(issued("second", ALICE, 9))))
                              : new Decided<>("still bound", List.of())));
      assertThat(outcome).as("beside " + first.state()).isEqualTo("still bound");

      String id = first.id() + "-next";
      int number = 10 + states.indexOf(first);
      write(
          new Change.UpdateToken(first.ended(TokenState.REVOKED)),
          new Change.AddToken(issued(id, ALICE, number)));
      TokenRow next = find(Optional.of(id), Optional.empty()).get(0);
      assertThat(next).isEqualTo(issued(id, ALICE, number));
      write(new Change.UpdateToken(next.ended(TokenState.CANCELLED)));
    }
  }

  /** S0-32: the pair finds its token, with the user and the contract, in its own bank alone. */
  @Test
  void aPairFindsItsTokenItsUserAndItsContract() {
    UserRow alice = user(ALICE, Role.MASTER);
    write(
        new Change.PutContract(contract(C1), true),
        new Change.PutUser(alice, true),
        new Change.AddToken(issued("T1", ALICE, 1)),
        new Change.AddToken(issued("T2", BOB, 2)));

    Rows rows = load(Reads.NOTHING.withPair(new Reads.Paired(BANK, pair(1))));

    assertThat(rows.paired()).contains(issued("T1", ALICE, 1));
    assertThat(rows.user()).contains(alice);
    assertThat(rows.contract()).contains(contract(C1));
    assertThat(load(Reads.NOTHING.withPair(new Reads.Paired(BANK, pair(3)))).paired()).isEmpty();
    Rows elsewhere = load(Reads.NOTHING.withPair(new Reads.Paired(new BankId("ginsan"), pair(1))));
    assertThat(elsewhere.paired()).isEmpty();
    assertThat(elsewhere.user()).isEmpty();
    assertThat(elsewhere.contract()).isEmpty();
  }

  /** Pairs are drawn at random: one that is taken, also by a dead token, is drawn again. */
  @Test
  void aPairThatIsTakenIsDecidedAgain() {
    write(new Change.AddToken(issued("T1", ALICE, 1)));
    changed(ALICE, row -> row.ended(TokenState.CANCELLED));
    AtomicInteger decisions = new AtomicInteger();

    int drawn =
        store()
            .transact(
                unit(
                    Reads.tokensOf(BOB),
                    rows -> {
                      int number = decisions.incrementAndGet();
                      return new Decided<>(
                          number, List.of(new Change.AddToken(issued("T2", BOB, number))));
                    }));

    assertThat(drawn).isEqualTo(2);
    assertThat(onlyToken(BOB).enrolment().orElseThrow().pair()).isEqualTo(pair(2));
  }

  /** S0-30, S0-33: what counts as on the device is live and of the bank. */
  @Test
  void theLiveTokensOnADeviceAreFoundOverAllContractsOfTheBank() {
    Holder carol = new Holder(BANK, new ContractId("C2"), BOB.user());
    Holder elsewhere = new Holder(new BankId("ginsan"), carol.contract(), carol.user());
    TokenRow onPhone = initialised(issued("T1", ALICE, 1), PHONE);
    TokenRow active = confirmed(initialised(issued("T2", carol, 2), PHONE));
    write(
        new Change.AddToken(onPhone),
        new Change.AddToken(active),
        new Change.AddToken(initialised(issued("T3", elsewhere, 3), PHONE)),
        new Change.AddToken(
            initialised(issued("T4", BOB, 4), new Device("phone-2", DeviceClass.SMARTPHONE))));
    Reads reads = Reads.NOTHING.withDevice(new Reads.OnDevice(BANK, PHONE.id()));

    assertThat(load(reads).onDevice()).containsExactlyInAnyOrder(onPhone, active);

    changed(ALICE, row -> row.ended(TokenState.REVOKED));
    assertThat(load(reads).onDevice()).containsExactly(active);
  }

  @Test
  void theActorsTokensComeBesideTheMembers() {
    write(
        new Change.PutUser(user(BOB, Role.SUB_ADMIN), true),
        new Change.AddToken(issued("T1", ALICE, 1)),
        new Change.AddToken(issued("T2", BOB, 2)));

    Rows rows = load(Reads.everythingOf(ALICE).withActor(BOB));

    assertThat(rows.tokens()).containsExactly(issued("T1", ALICE, 1));
    assertThat(rows.actorTokens()).containsExactly(issued("T2", BOB, 2));
    assertThat(rows.actor()).contains(user(BOB, Role.SUB_ADMIN));
    assertThat(rows.user()).isEmpty();
  }
}
