package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankNotServed;
import org.ichido.api.Cause;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.UserId;
import org.ichido.api.VaultUnavailable;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.api.act.Outcome;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.fakes.FiveFailures;
import org.ichido.core.fakes.KinsanProfile;
import org.ichido.core.profile.Installed;
import org.ichido.spi.FactorRange;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.Lockout;
import org.ichido.spi.LockoutRule;
import org.ichido.spi.OtpAlgorithm;
import org.ichido.spi.Settings;
import org.junit.jupiter.api.Test;

/** Codes through the services of core. */
class VerifyThroughTheHouseTest extends House {
  @Test
  void s4_2_aCodeIsAcceptedOnceAndTheReplayIsRecorded() {
    register();
    assertThat(verify(FactorAsCode.code(STEP))).isEqualTo(new Verdict.Accepted(START));
    assertThat(verify(FactorAsCode.code(STEP))).isEqualTo(new Verdict.Refused(START));
    assertThat(events()).startsWith(AuditEvent.REPLAYED, AuditEvent.REFUSED, AuditEvent.ACCEPTED);
    assertThat(audit().get(1).cause()).contains(Cause.USED);
  }

  @Test
  void sixtyFourThreadsWithOneCodeAndExactlyOneIsAccepted() throws Exception {
    register();
    for (int round = 0; round < 20; round++) {
      clock.advance(Duration.ofMinutes(1));
      long step = clock.instant().getEpochSecond() / 60;
      List<Verdict> verdicts = together(64, () -> verify(FactorAsCode.code(step)));
      assertThat(verdicts).filteredOn(v -> v.kind() == Verdict.Kind.ACCEPTED).hasSize(1);
      assertThat(verdicts).filteredOn(v -> v.kind() == Verdict.Kind.REFUSED).hasSize(63);
    }
  }

  @Test
  void sixtyFourWrongCodesAtOnceCountFiveAndLock() throws Exception {
    register();
    together(64, () -> verify(FactorAsCode.code(STEP + 50)));
    assertThat(failures()).isEqualTo(5);
    assertThat(audit().stream().filter(e -> e.event() == AuditEvent.LOCKED)).hasSize(1);
    assertThat(causes(Cause.INVALID)).isEqualTo(5);
    assertThat(causes(Cause.LOCKED)).isEqualTo(59);
  }

  @Test
  void s4_36_aRightCodeForALockedTokenIsAnsweredLikeAWrongOne() {
    register();
    for (int i = 0; i < 5; i++) {
      verify(FactorAsCode.code(STEP + 50));
    }
    Verdict wrong = verify(FactorAsCode.code(STEP + 50));
    Verdict right = verify(FactorAsCode.code(STEP));
    assertThat(right).isEqualTo(wrong).isEqualTo(new Verdict.Refused(START));
    assertThat(audit().get(0).cause()).contains(Cause.LOCKED);
  }

  @Test
  void anUnknownUserIsRefusedAlikeAfterTheSameWork() {
    register();
    int before = vault.unsealed.get();
    verify(FactorAsCode.code(STEP + 50));
    int known = vault.unsealed.get() - before;
    Holder stranger = new Holder(HOLDER.bank(), HOLDER.contract(), new UserId("nobody"));
    assertThat(
            authenticator.verify(
                new VerifyRequest(
                    key(),
                    stranger,
                    new Use(OperationName.TRANSFER, Stage.SUBMIT, Channel.PC),
                    FactorAsCode.code(STEP))))
        .isEqualTo(new Verdict.Refused(START));
    assertThat(vault.unsealed.get() - before - known).isEqualTo(known).isPositive();
    assertThat(store.audit(stranger, 1).get(0).cause()).contains(Cause.NOT_ELIGIBLE);
  }

  @Test
  void aCodeOfAnotherLengthIsAFormErrorAndNotCounted() {
    register();
    assertThat(verify(OneTimeCode.of("1234567")))
        .isEqualTo(new Verdict.NotProcessed(Verdict.NotProcessed.Why.WRONG_LENGTH));
    assertThat(failures()).isZero();
    assertThat(events()).startsWith(AuditEvent.FORM_ERROR);
  }

  @Test
  void aProfileChangeHoldsForTheNextRequest() {
    register();
    configure(KinsanProfile.with("lockout.consecutive-failures.failures", "1"));
    verify(FactorAsCode.code(STEP + 50));
    assertThat(verify(FactorAsCode.code(STEP)).kind()).isEqualTo(Verdict.Kind.REFUSED);
  }

  @Test
  void aTokenKeepsTheParametersItWasRegisteredWith() {
    register();
    configure(KinsanProfile.with("otp.digits", "8"));
    assertThat(verify(FactorAsCode.code(STEP)).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  @Test
  void withoutAStoreOrAVaultThereIsNoVerdictAndNothingIsCounted() {
    register();
    store.broken = true;
    assertThatThrownBy(() -> verify(FactorAsCode.code(STEP + 50)))
        .isInstanceOf(StoreUnavailable.class);
    store.broken = false;
    vault.closed = true;
    VerifyRequest request = request(FactorAsCode.code(STEP));
    assertThatThrownBy(() -> authenticator.verify(request)).isInstanceOf(VaultUnavailable.class);
    vault.closed = false;
    assertThat(failures()).isZero();
    assertThat(authenticator.verify(request).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  /** It passed the gate and fails one day all the same. */
  @Test
  void aLockoutRuleThatFailsLocksTheTokenAndTheAuditSaysSo() {
    register();
    AtomicBoolean broken = new AtomicBoolean();
    Installed.with(
        profiles,
        new FactorAsCode(),
        new LockoutRule() {
          @Override
          public String name() {
            return "consecutive-failures";
          }

          @Override
          public Lockout configured(Settings settings) throws InvalidSetting {
            Lockout right = new FiveFailures().configured(settings);
            return failures -> {
              if (broken.get()) {
                throw new ArithmeticException("on purpose");
              }
              return right.after(failures);
            };
          }
        });
    broken.set(true);
    assertThat(verify(FactorAsCode.code(STEP + 50))).isEqualTo(new Verdict.Refused(START));
    assertThat(failures()).isEqualTo(1);
    assertThat(audit().get(0).event()).isEqualTo(AuditEvent.LOCKED);
    assertThat(audit().get(0).detail())
        .isEqualTo(
            "after 1 consecutive failures; a lockout rule failed: java.lang.ArithmeticException");
    assertThat(verify(FactorAsCode.code(STEP))).isEqualTo(new Verdict.Refused(START));
    assertThat(unlock(BRANCH).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(verify(FactorAsCode.code(STEP)).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  @Test
  void anAlgorithmThatFailsGivesNoVerdictCountsNothingAndTellsNoCode() {
    register();
    AtomicReference<Supplier<List<Long>>> answer = new AtomicReference<>(List::of);
    Installed.with(
        profiles,
        new OtpAlgorithm() {
          @Override
          public String name() {
            return FactorAsCode.NAME;
          }

          @Override
          public void check(OtpParameters parameters) {}

          @Override
          public List<Long> matching(
              Seed seed, OtpParameters parameters, OneTimeCode code, FactorRange range) {
            return answer.get().get();
          }
        },
        new FiveFailures());
    List<Supplier<List<Long>>> failing =
        List.of(
            () -> {
              throw new IllegalStateException("no match for 123456");
            },
            () -> {
              throw new NoClassDefFoundError("on purpose");
            },
            () -> null,
            () -> Arrays.asList(STEP, null));
    for (Supplier<List<Long>> failure : failing) {
      answer.set(failure);
      assertThatThrownBy(() -> verify(OneTimeCode.of("123456")))
          .isInstanceOf(BankNotServed.class)
          .hasNoCause()
          .hasMessageContaining("'factor-as-code' failed for token")
          .hasMessageContaining("It threw java.lang.")
          .message()
          .doesNotContain("123456");
    }
    assertThat(failures()).isZero();
  }
}
