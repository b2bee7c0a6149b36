package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Holder;
import org.ichido.api.RequestId;
import org.ichido.api.TokenId;
import org.ichido.api.TokenState;
import org.ichido.api.act.Activation;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.CancelRequest;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.Method;
import org.ichido.spi.store.OutboxRow;
import org.junit.jupiter.api.Test;

/** A channel takes back the request that began an enrolment. */
class CancelThroughTheHouseTest extends EnrolmentHouse {
  private static final RequestId ORIGINAL = new RequestId("IB1");

  private Outcome cancel(Holder holder, Optional<TokenId> began) {
    CancelRequest.Original original = new CancelRequest.Original(ORIGINAL, began);
    return onceOnly.ask(decisions.cancel(new CancelRequest(key(), holder, Optional.of(original))));
  }

  private Outcome cancelNow() {
    return cancel(HANAKO, Optional.of(token(HANAKO).id()));
  }

  private void stands(Outcome outcome, TokenState state) {
    assertThat(reason(outcome)).contains(Reason.NOT_CANCELLABLE);
    assertThat(state(HANAKO)).isEqualTo(state);
    assertThat(store.audited(AuditEvent.ACT_REFUSED))
        .last()
        .extracting(AuditEntry::detail)
        .isEqualTo("CANCEL: NOT_CANCELLABLE");
  }

  @Test
  void anIssueThatIsTakenBackIsCancelledAndItsPairIsDead() {
    ActivationPair pair = issued(HANAKO);
    TokenId id = token(HANAKO).id();

    assertThat(cancelNow())
        .isEqualTo(
            new Outcome.Done(clock.instant(), Optional.of(id), Optional.empty(), Optional.empty()));

    assertThat(state(HANAKO)).isEqualTo(TokenState.CANCELLED);
    assertThat(enrolment(HANAKO).password()).isEmpty();
    assertThat(events(HANAKO)).containsExactly(OutboxRow.Type.ISSUED, OutboxRow.Type.CANCELLED);
    assertThat(store.audited(AuditEvent.CANCELLED))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.token()).contains(id);
              assertThat(entry.detail()).isEqualTo("request taken back: IB1");
            });
    assertThat(activate(pair, PASSWORD)).isInstanceOf(Activation.Refused.class);
  }

  @Test
  void anEnrolmentWhoseSeedIsOnThePhoneIsCancelledAndTheSeedIsGone() {
    initialise(HANAKO, phone);

    assertThat(cancelNow()).isInstanceOf(Outcome.Done.class);

    assertThat(state(HANAKO)).isEqualTo(TokenState.CANCELLED);
    assertThat(token(HANAKO).seed()).isEmpty();
    confirm(HANAKO, phone.codeAt(clock.instant()));
    assertThat(state(HANAKO)).isEqualTo(TokenState.CANCELLED);
  }

  /** No cool-down: whoever begins again may do so at once. */
  @Test
  void anotherIssueMayFollowAtOnceAndIsNotTakenBackByTheFormerId() {
    issued(HANAKO);
    TokenId former = token(HANAKO).id();
    cancelNow();
    clock.advance(Duration.ofSeconds(1));
    issued(HANAKO);

    stands(cancel(HANAKO, Optional.of(former)), TokenState.ISSUED);
  }

  @Test
  void anIssueThatWasBegunAnewStandsAsTheNewOne() {
    issued(HANAKO);
    TokenId former = token(HANAKO).id();
    clock.advance(Duration.ofSeconds(1));
    issued(HANAKO);

    stands(cancel(HANAKO, Optional.of(former)), TokenState.ISSUED);
  }

  @Test
  void aTokenThatGivesAccessStands() {
    enrol(HANAKO, phone);
    stands(cancelNow(), TokenState.ACTIVE);
  }

  @Test
  void whatIsTakenBackIsNotTakenBackTwice() {
    issued(HANAKO);
    cancelNow();
    stands(cancelNow(), TokenState.CANCELLED);
    assertThat(events(HANAKO)).containsExactly(OutboxRow.Type.ISSUED, OutboxRow.Type.CANCELLED);
  }

  /** At its deadline it is over by itself, written down or not. */
  @Test
  void anEnrolmentIsTakenBackUntilItsDeadline() {
    issued(HANAKO);
    Instant deadline = enrolment(HANAKO).deadline();
    clock.set(deadline);
    stands(cancelNow(), TokenState.ISSUED);
    clock.set(deadline.minusNanos(1));
    assertThat(cancelNow()).isInstanceOf(Outcome.Done.class);
  }

  /** A verdict above all. */
  @Test
  void aRequestThatBeganNoEnrolmentStands() {
    issued(HANAKO);
    stands(cancel(HANAKO, Optional.empty()), TokenState.ISSUED);
  }

  @Test
  void aRequestThatWasNeverAnsweredIsNotFound() {
    issued(HANAKO);
    Outcome outcome =
        onceOnly.ask(decisions.cancel(new CancelRequest(key(), HANAKO, Optional.empty())));
    assertThat(reason(outcome)).contains(Reason.NOT_FOUND);
    assertThat(state(HANAKO)).isEqualTo(TokenState.ISSUED);
  }

  @Test
  void anotherUsersEnrolmentStands() {
    Holder jiro = holder("mirai", "C0001", "jiro");
    contract(holder("mirai", "C0002", "x"), Method.SOFT, OPENED);
    issued(HANAKO);
    stands(cancel(jiro, Optional.of(token(HANAKO).id())), TokenState.ISSUED);
  }
}
