package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ichido.api.Lock;
import org.junit.jupiter.api.Test;

/**
 * What every token store must do with the steps of a token's life. Extended beside each
 * implementation.
 */
public abstract class EnrolmentRowsContract extends LifeFixture {
  /** S1-8, S1-22, S1-24: issued, initialised, confirmed; each comes back whole. */
  @Test
  void everyStepOfAnEnrolmentComesBackWhole() {
    TokenRow issued = issued("T1", ALICE, 1);
    write(new Change.AddToken(issued));
    assertThat(onlyToken(ALICE)).isEqualTo(issued);

    TokenRow mailed =
        changed(
            ALICE,
            row ->
                row.withEnrolment(
                    row.enrolment().orElseThrow().withMailState(MailState.SENT).failed()));
    assertThat(mailed.enrolment().orElseThrow().mailState()).isEqualTo(MailState.SENT);
    assertThat(mailed.enrolment().orElseThrow().tries()).isEqualTo(1);
    assertThat(mailed.enrolment().orElseThrow().password()).contains("hmac");

    TokenRow initialised = changed(ALICE, row -> initialised(row, PHONE));
    assertThat(initialised).isEqualTo(version(initialised(mailed, PHONE), 2));

    TokenRow active = changed(ALICE, LifeFixture::confirmed);
    assertThat(active).isEqualTo(version(confirmed(initialised), 3));
    assertThat(find(Optional.of("T1"), Optional.empty())).containsExactly(active);
  }

  /** S0-40, S1-27: what is no part of the enrolment, set and taken off again. */
  @Test
  void driftSuspensionExpiryAndNameChangeAndChangeBack() {
    write(new Change.AddToken(confirmed(initialised(issued("T1", ALICE, 1), PHONE))));
    Suspension suspension = new Suspension(NOW.plusSeconds(1), "");

    assertThat(changed(ALICE, row -> row.drifted(-7)).drift()).isEqualTo(-7);
    assertThat(changed(ALICE, row -> row.withSuspension(Optional.of(suspension))).suspension())
        .contains(suspension);
    assertThat(changed(ALICE, TokenRow::withExpiryTold).expiry().told()).isTrue();
    TokenRow renewed = changed(ALICE, row -> row.renewed(EXPIRY.plusSeconds(1)));
    assertThat(renewed.expiry().told()).isFalse();
    assertThat(renewed.expires()).contains(EXPIRY.plusSeconds(1));
    changed(ALICE, row -> row.withEnrolment(row.enrolment().orElseThrow().renamed("総務")));
    TokenRow resumed = changed(ALICE, row -> row.withSuspension(Optional.empty()).drifted(0));
    assertThat(resumed.suspension()).isEmpty();
    assertThat(resumed.drift()).isZero();
    assertThat(resumed.enrolment().orElseThrow().displayName()).isEqualTo("総務");
  }

  /** A token that was registered with its seed has no enrolment, and may be suspended. */
  @Test
  void aTokenWithoutAnEnrolmentIsSuspendedAndResumed() {
    write(new Change.AddToken(token("T1", "alice")));
    Suspension suspension = new Suspension(NOW, "LOSS");

    TokenRow suspended = changed(ALICE, row -> row.withSuspension(Optional.of(suspension)));
    assertThat(suspended.suspension()).contains(suspension);
    assertThat(suspended.enrolment()).isEmpty();

    TokenRow resumed = changed(ALICE, row -> row.withSuspension(Optional.empty()));
    assertThat(resumed).isEqualTo(version(token("T1", "alice"), 2));
  }

  /** A verification changes a factor and nothing else; the rest must not be lost over it. */
  @Test
  void anAcceptedCodeLeavesTheLifeOfTheTokenAsItWas() {
    TokenRow active = confirmed(initialised(issued("T1", ALICE, 1), PHONE)).drifted(1);
    write(new Change.AddToken(active));

    changed(ALICE, row -> row.accepted(5));
    changed(ALICE, row -> row.failed(Optional.of(new Lock.UntilUnlocked(NOW))));

    assertThat(onlyToken(ALICE))
        .isEqualTo(version(active.accepted(5).failed(Optional.of(new Lock.UntilUnlocked(NOW))), 2));
  }
}
