package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.BankNotServed;
import org.ichido.api.Cause;
import org.ichido.api.Verdict;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.profile.BankProfiles;
import org.junit.jupiter.api.Test;

/** T2: a database put back from a backup has forgotten accepted codes. */
class RestoredStoreTest extends House {
  private static final Actor.Administrator VERA = new Actor.Administrator("vera");

  private final RestoredStore restored = new RestoredStore(services, profiles);

  @Test
  void aCodeThatMayHaveBeenAcceptedBeforeTheLossIsUsedAndNoGuess() {
    register();
    assertThat(restored.acceptRestored(VERA)).isEqualTo(START);

    for (long step = STEP - 1; step <= STEP + 1; step++) {
      assertThat(verify(FactorAsCode.code(step)).kind()).isEqualTo(Verdict.Kind.REFUSED);
    }

    assertThat(causes(Cause.USED)).isEqualTo(3);
    assertThat(failures()).isZero();
  }

  /** One step ahead, and five more for a clock that was measured after the backup was made. */
  @Test
  void theFirstStepThatCannotHaveBeenAcceptedIsAccepted() {
    register();
    restored.acceptRestored(VERA);
    clock.advance(Duration.ofMinutes(6));
    assertThat(verify(FactorAsCode.code(STEP + 6)).kind()).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(causes(Cause.USED)).isEqualTo(1);
    assertThat(verify(FactorAsCode.code(STEP + 7)).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  @Test
  void theAuditOfEveryBankThatIsServedSaysWho() {
    restored.acceptRestored(VERA);
    assertThat(store.audited(AuditEvent.STORE_RESTORED))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.bank()).isEqualTo(new BankId("kinsan"));
              assertThat(entry.actor()).isEqualTo(Optional.of(VERA));
              assertThat(entry.at()).isEqualTo(START);
            });
  }

  @Test
  void withoutABankThatIsServedNobodyCouldSayItAndNothingIsLetIn() {
    RestoredStore nobody = new RestoredStore(services, new BankProfiles());
    assertThatThrownBy(() -> nobody.acceptRestored(VERA)).isInstanceOf(BankNotServed.class);
    assertThat(onceOnly.memoryBegins()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void transportsAreToldWhichRequestsMayBeForgotten() {
    restored.acceptRestored(VERA);
    assertThat(onceOnly.memoryBegins()).isEqualTo(START);
  }
}
