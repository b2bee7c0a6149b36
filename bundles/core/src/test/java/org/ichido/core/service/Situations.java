package org.ichido.core.service;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.act.ActivateRequest;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.Ciphertext;
import org.ichido.api.act.Device;
import org.ichido.api.act.OperatorRequest;
import org.ichido.api.act.RevokeRequest;
import org.ichido.api.contract.DeviceClass;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;
import org.ichido.core.fakes.TokenPhone;
import org.ichido.core.system.JapaneseTime;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.MailState;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.BeforeEach;

/**
 * A customer of each bank in each situation of a token's life, come to by the acts that lead there.
 * There are states that no act leads to at a bank; those are written into the store.
 */
abstract class Situations extends EnrolmentHouse {
  /** Where a customer may stand. */
  enum Situation {
    UNKNOWN,
    CONTRACT_CLOSED,
    USER_REMOVED,
    NOT_APPLIED,
    APPLIED_FROM_TOMORROW,
    APPLIED,
    NEW_CONTRACT,
    TRANSACTION_AUTHENTICATION,
    HARD_TOKENS,
    ISSUED,
    MAIL_FAILED,
    ISSUED_TO_THE_DEADLINE,
    ISSUED_AT_THE_DEADLINE,
    INITIALISED,
    INITIALISED_TO_THE_DEADLINE,
    INITIALISED_AT_THE_DEADLINE,
    IN_USE,
    METHOD_ENDED,
    SUSPENDED,
    LOCKED,
    BEFORE_RENEWAL,
    RENEWAL_OPEN,
    TO_THE_EXPIRY,
    EXPIRED,
    EXPIRED_AND_LOCKED,
    EXPIRED_FEATURE_PHONE,
    REVOKED,
    TO_THE_COOL_DOWN,
    COOL_DOWN_OVER,
    DOWNLOADS_USED_UP,
    EXPIRED_AND_USED_UP
  }

  static final Actor.Operator BOTH =
      new Actor.Operator(
          "OP1", Optional.of("012"), Optional.of("OP2"), Optional.of("LOSS"), Optional.of("P-77"));
  static final LocalDate TODAY = JapaneseTime.dayOf(START);
  static final Duration WITHIN = Duration.ofHours(72);

  Holder yui = HANAKO;
  TokenPhone own = phone;
  Optional<ActivationPair> pair = Optional.empty();
  private boolean seedOnPhone;

  /** Hundreds of enrolments: what is encrypted on the way to us is the same in clear here. */
  @BeforeEach
  void passwordsComeInClear() {
    vault.inClear = true;
  }

  @Override
  Ciphertext typed(String password) {
    return new Ciphertext(password.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  ActivateRequest activation(Holder holder, ActivationPair of, String password, TokenPhone on) {
    return new ActivateRequest(
        key(),
        holder.bank(),
        of,
        typed(on.bound(password)),
        on.appKey(),
        on.device(),
        Optional.of("2026-04"),
        Optional.empty());
  }

  /** A fresh customer of that bank, brought into that situation. */
  void come(String bank, Situation situation) {
    clock.set(START);
    serve(bank, Map.of());
    yui = holder(bank, "C" + ids.incrementAndGet(), "yui");
    own = new TokenPhone("phone-" + ids.get());
    pair = Optional.empty();
    seedOnPhone = false;
    if (situation != Situation.UNKNOWN) {
      contract(yui, bank.equals("shiten") ? Method.NONE : Method.SOFT, OPENED);
      user(yui);
      bring(situation);
    }
  }

  private void bring(Situation situation) {
    switch (situation) {
      case UNKNOWN, APPLIED -> {}
      case CONTRACT_CLOSED -> {
        enrol();
        write(new Change.PutContract(contractOf(yui).closedOn(TODAY), false));
      }
      case USER_REMOVED -> {
        enrol();
        write(new Change.PutUser(userOf(yui).removedAt(START), false));
      }
      case NOT_APPLIED -> method(Method.NONE, Optional.empty());
      case APPLIED_FROM_TOMORROW ->
          method(Method.NONE, Optional.of(new MethodChange(Method.SOFT, TODAY.plusDays(1))));
      case NEW_CONTRACT -> {
        yui = holder(yui.bank().value(), "N" + ids.incrementAndGet(), "yui");
        contract(yui, Method.SOFT, LocalDate.of(2026, 4, 1));
        user(yui);
      }
      case TRANSACTION_AUTHENTICATION -> method(Method.TXN_AUTH, Optional.empty());
      case HARD_TOKENS -> method(Method.HARD, Optional.empty());
      case ISSUED -> issue();
      case MAIL_FAILED -> {
        issue();
        store.plant(token(yui).withEnrolment(enrolment(yui).withMailState(MailState.FAILED)));
      }
      case ISSUED_TO_THE_DEADLINE -> {
        issue();
        clock.advance(WITHIN.minusNanos(1));
      }
      case ISSUED_AT_THE_DEADLINE -> {
        issue();
        clock.advance(WITHIN);
      }
      case INITIALISED -> activate();
      case INITIALISED_TO_THE_DEADLINE -> {
        activate();
        clock.advance(WITHIN.minusNanos(1));
      }
      case INITIALISED_AT_THE_DEADLINE -> {
        activate();
        clock.advance(WITHIN);
      }
      case IN_USE -> enrol();
      case METHOD_ENDED -> {
        enrol();
        method(Method.NONE, Optional.empty());
      }
      case SUSPENDED -> {
        enrol();
        lifecycle.suspend(new OperatorRequest(key(), yui, BOTH));
      }
      case LOCKED -> {
        enrol();
        lock();
      }
      case BEFORE_RENEWAL -> {
        enrol();
        clock.set(renewalOpens().minusNanos(1));
      }
      case RENEWAL_OPEN -> {
        enrol();
        clock.set(renewalOpens());
      }
      case TO_THE_EXPIRY -> {
        enrol();
        clock.set(expires().minusNanos(1));
      }
      case EXPIRED -> {
        enrol();
        clock.set(expires());
      }
      case EXPIRED_AND_LOCKED -> {
        enrol();
        lock();
        clock.set(expires());
      }
      case EXPIRED_FEATURE_PHONE -> {
        enrol();
        onFeaturePhone();
        clock.set(expires());
      }
      case REVOKED -> revoke();
      case TO_THE_COOL_DOWN -> {
        revoke();
        if (!coolDown().isZero()) {
          clock.advance(coolDown().minusNanos(1));
        }
      }
      case COOL_DOWN_OVER -> {
        revoke();
        clock.advance(coolDown());
      }
      case DOWNLOADS_USED_UP -> {
        revoke();
        usedUp();
      }
      case EXPIRED_AND_USED_UP -> {
        enrol();
        usedUp();
        clock.set(expires());
      }
    }
  }

  private void method(Method now, Optional<MethodChange> coming) {
    write(new Change.PutContract(contractOf(yui).withMethod(now, coming), false));
  }

  void issue() {
    pair = Optional.of(issued(yui));
  }

  void activate() {
    issue();
    own.receive(lifecycle.activate(activation(yui, pair.orElseThrow(), PASSWORD, own)));
    seedOnPhone = true;
  }

  void enrol() {
    activate();
    confirm(yui, shown());
    clock.advance(Duration.ofMinutes(1));
  }

  @Override
  void lock() {
    OneTimeCode wrong = wrongCode(own);
    for (int i = 0; i < 5; i++) {
      verify(yui, wrong);
    }
  }

  void revoke() {
    enrol();
    lifecycle.revoke(new RevokeRequest(key(), yui, BOTH, Optional.empty()));
  }

  /** As often as the bank lets anybody, or as if it did. */
  void usedUp() {
    while (userOf(yui).downloads() < 5) {
      write(new Change.PutUser(userOf(yui).downloaded(), false));
    }
  }

  private void onFeaturePhone() {
    TokenRow token = token(yui);
    var enrolment = token.enrolment().orElseThrow();
    store.plant(
        token.withEnrolment(
            enrolment.activated(
                enrolment.consent().orElseThrow(),
                new Device("old", DeviceClass.FEATURE_PHONE),
                "")));
  }

  Instant expires() {
    return token(yui).expires().orElseThrow();
  }

  /** The values table: so many days before the last day, from its first instant in Japan. */
  Instant renewalOpens() {
    int days = yui.bank().value().equals("shiten") ? 180 : 30;
    return expires().minus(Duration.ofDays(1 + days));
  }

  /** The values table. */
  Duration coolDown() {
    return yui.bank().value().equals("shiten") ? Duration.ZERO : Duration.ofSeconds(1_800);
  }

  /** What the phone shows now, or what somebody types who has no token. */
  OneTimeCode shown() {
    return seedOnPhone ? own.codeAt(clock.instant()) : OneTimeCode.of("123456");
  }
}
