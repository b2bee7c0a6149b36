package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.Holder;
import org.ichido.api.TokenState;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;
import org.ichido.core.due.DueActs;
import org.ichido.core.fakes.TokenPhone;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OutboxRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer applies by himself after the contract's method had ended at midnight. */
class SelfServiceAfterTheEndTest extends EnrolmentHouse {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-21T15:00:00Z");

  private final TokenPhone others = new TokenPhone("phone-9");

  private Holder yui;
  private Holder ren;

  private void bothEnrolUntilMidnight() {
    serve("shiten", Map.of());
    yui = holder("shiten", "R0001", "yui");
    ren = holder("shiten", "R0001", "ren");
    contract(yui, Method.SOFT, OPENED);
    user(yui);
    user(ren);
    enrol(yui, phone);
    enrol(ren, others);
    var none = new MethodChange(Method.NONE, LocalDate.of(2026, 11, 22));
    write(
        new Change.PutContract(contractOf(yui).withMethod(Method.SOFT, Optional.of(none)), false));
  }

  /** What ended at midnight does not come back with the application of somebody else at noon. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nobodysTokenComesBackWhetherOrNotTheSweepRan(boolean swept) {
    bothEnrolUntilMidnight();
    clock.set(MIDNIGHT.plus(Duration.ofHours(12)));
    if (swept) {
      new DueActs(services, profiles, news).run();
    }
    assertThat(verify(ren, others.codeAt(clock.instant())).kind()).isEqualTo(Verdict.Kind.REFUSED);

    assertThat(issue(yui).kind()).isEqualTo(Outcome.Kind.DONE);

    assertThat(contractOf(yui).method()).isEqualTo(Method.SOFT);
    assertThat(verify(ren, others.codeAt(clock.instant())).kind()).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(state(ren)).isEqualTo(TokenState.REVOKED);
    assertThat(token(ren).seed()).isEmpty();
    assertThat(events(ren)).endsWith(OutboxRow.Type.REVOKED).doesNotHaveDuplicates();
  }
}
