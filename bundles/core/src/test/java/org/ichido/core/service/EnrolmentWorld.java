package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.TokenId;
import org.ichido.api.TokenState;
import org.ichido.api.Verdict;
import org.ichido.api.act.ActivateRequest;
import org.ichido.api.act.Activation;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.Ciphertext;
import org.ichido.api.act.ConfirmRequest;
import org.ichido.api.act.IssueRequest;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Proofs;
import org.ichido.api.act.ReissueRequest;
import org.ichido.api.contract.Method;
import org.ichido.core.fakes.TokenPhone;
import org.ichido.core.life.TokenAct;
import org.ichido.core.life.TokenTransitions;
import org.ichido.spi.store.TokenRow;

/** A customer of shiten, a phone for each seed, and what must hold after every step. */
final class EnrolmentWorld extends EnrolmentHouse {
  private static final TokenPhone THIEF = TokenPhone.ofAThief();

  private final Set<TokenId> delivered = new HashSet<>();
  private final List<ActivationPair> pairs = new ArrayList<>();
  private final List<TokenPhone> phones = new ArrayList<>();
  private final Set<TokenState> reached = EnumSet.noneOf(TokenState.class);
  private Holder customer = HANAKO;
  private int customers;
  private Runnable last = () -> {};

  private EnrolmentWorld() {}

  static EnrolmentWorld open() {
    EnrolmentWorld world = new EnrolmentWorld();
    world.kinsanIsServed();
    world.serve("shiten", Map.of("enrol.downloads", "unlimited"));
    world.vault.inClear = true;
    return world;
  }

  void newCustomer() {
    customer = holder("shiten", "R" + ++customers, "yui");
    contract(customer, Method.SOFT, OPENED);
    user(customer);
    delivered.clear();
    pairs.clear();
    phones.clear();
    reached.clear();
    last = () -> {};
    clock.set(START);
  }

  boolean reached(TokenState state) {
    return reached.contains(state);
  }

  int seedsDelivered() {
    return delivered.size();
  }

  int downloads() {
    return userOf(customer).downloads();
  }

  void perform(EnrolmentStep step) {
    Map<TokenId, TokenRow> before = rows();
    // No two tokens are issued at one instant, so the newest is the newest.
    clock.advance(Duration.ofMillis(1));
    switch (step) {
      case ISSUE -> issue();
      case REISSUE -> reissue(true);
      case REISSUE_WITHOUT_CARD -> reissue(false);
      case ACTIVATE -> activate(lastPair(), PASSWORD);
      case ACTIVATE_WITH_A_WRONG_PASSWORD -> activate(lastPair(), "0000");
      case ACTIVATE_WITH_A_STOLEN_FIELD -> stolen();
      case ACTIVATE_A_FORMER_PAIR -> activate(formerPair(), PASSWORD);
      case CONFIRM -> confirm(phones.size() - 1);
      case CONFIRM_WITH_A_WRONG_CODE -> confirmWrong();
      case CONFIRM_WITH_A_FORMER_SEED -> confirm(phones.size() - 2);
      case VERIFY -> verify(phones.size() - 1);
      case VERIFY_A_WRONG_CODE -> verifyWrong();
      case VERIFY_WITH_A_FORMER_SEED -> verify(phones.size() - 2);
      case ASK_THE_LAST_AGAIN -> last.run();
      case A_MINUTE_PASSES -> clock.advance(Duration.ofMinutes(1));
      case A_DAY_PASSES -> clock.advance(Duration.ofDays(1));
    }
    check(step, before);
  }

  private void check(EnrolmentStep step, Map<TokenId, TokenRow> before) {
    Map<TokenId, TokenRow> after = rows();
    assertThat(after.values()).filteredOn(row -> row.state().live()).hasSizeLessThanOrEqualTo(1);
    for (TokenRow row : after.values()) {
      reached.add(row.state());
      TokenRow former = before.get(row.id());
      TokenState from = former == null ? row.state() : former.state();
      if (former == null) {
        assertThat(row.state()).as("how a token begins").isEqualTo(TokenState.ISSUED);
      }
      if (from != row.state()) {
        assertThat(acts(step)).as("%s: %s to %s", step, from, row.state()).isNotEmpty();
        assertThat(acts(step))
            .as("%s: %s to %s", step, from, row.state())
            .anyMatch(
                act ->
                    TokenTransitions.of(Optional.of(from), act)
                        .next()
                        .equals(Optional.of(row.state())));
      }
      if (!row.state().live()) {
        assertThat(row.seed()).as("the seed of what ended").isEmpty();
        assertThat(row.enrolment().orElseThrow().password()).isEmpty();
      }
      assertThat(row.enrolment().orElseThrow().tries()).isLessThanOrEqualTo(5);
      assertThat(row.failures()).isLessThanOrEqualTo(5);
    }
  }

  /** The acts of the table that a step may come to. */
  private static Set<TokenAct> acts(EnrolmentStep step) {
    return switch (step) {
      case ISSUE -> EnumSet.of(TokenAct.ISSUE);
      case REISSUE -> EnumSet.of(TokenAct.REISSUE);
      case ACTIVATE -> EnumSet.of(TokenAct.ACTIVATE);
      case ACTIVATE_WITH_A_WRONG_PASSWORD, ACTIVATE_WITH_A_STOLEN_FIELD ->
          EnumSet.of(TokenAct.LAST_WRONG_ACTIVATION);
      case CONFIRM -> EnumSet.of(TokenAct.CONFIRM, TokenAct.LAST_WRONG_CONFIRM);
      case CONFIRM_WITH_A_WRONG_CODE, CONFIRM_WITH_A_FORMER_SEED ->
          EnumSet.of(TokenAct.LAST_WRONG_CONFIRM);
      default -> EnumSet.noneOf(TokenAct.class);
    };
  }

  private void issue() {
    IssueRequest request = form(customer);
    once(() -> began(lifecycle.issue(request)));
  }

  private void reissue(boolean card) {
    ReissueRequest request = new ReissueRequest(form(customer), new Proofs(card, true, true));
    once(() -> began(lifecycle.reissue(request)));
  }

  private void began(Outcome outcome) {
    if (outcome instanceof Outcome.Done done && !pairs.contains(done.pair().orElseThrow())) {
      pairs.add(done.pair().orElseThrow());
    }
  }

  private void activate(Optional<ActivationPair> pair, String password) {
    if (pair.isPresent()) {
      TokenPhone on = new TokenPhone("phone-" + customers + "-" + phones.size());
      ActivateRequest request = request(pair.get(), on, on.bound(password));
      once(() -> received(on, lifecycle.activate(request)));
    }
  }

  /** Another app's key beside the field that the honest one encrypted. */
  private void stolen() {
    if (lastPair().isPresent()) {
      TokenPhone honest = new TokenPhone("phone");
      ActivateRequest request = request(lastPair().get(), THIEF, honest.bound(PASSWORD));
      once(
          () ->
              assertThat(lifecycle.activate(request)).isNotInstanceOf(Activation.Delivered.class));
    }
  }

  private void received(TokenPhone on, Activation answer) {
    if (answer instanceof Activation.Delivered && !phones.contains(on)) {
      on.receive(answer);
      phones.add(on);
      assertThat(delivered.add(token(customer).id())).as("a seed is delivered once").isTrue();
    }
  }

  private void confirm(int phone) {
    if (phone >= 0) {
      Optional<TokenRow> token = live();
      OneTimeCode code = phones.get(phone).codeAt(clock.instant());
      boolean right = isOf(token, code);
      ConfirmRequest request = new ConfirmRequest(key(), customer, code);
      once(() -> lifecycle.confirm(request));
      boolean became =
          token.isPresent()
              && token.get().state() != TokenState.ACTIVE
              && rows().get(token.get().id()).state() == TokenState.ACTIVE;
      if (became) {
        assertThat(right).as("ACTIVE by a right first code").isTrue();
      }
    }
  }

  private void confirmWrong() {
    ConfirmRequest request = new ConfirmRequest(key(), customer, wrong());
    once(() -> assertThat(lifecycle.confirm(request).kind()).isEqualTo(Verdict.Kind.REFUSED));
  }

  private void verify(int phone) {
    if (phone >= 0) {
      Optional<TokenRow> token = live();
      OneTimeCode code = phones.get(phone).codeAt(clock.instant());
      boolean right = isOf(token, code);
      Verdict verdict = verify(customer, code);
      if (verdict.kind() == Verdict.Kind.ACCEPTED) {
        assertThat(right).isTrue();
        assertThat(token.orElseThrow().state()).isEqualTo(TokenState.ACTIVE);
      }
    }
  }

  private void verifyWrong() {
    assertThat(verify(customer, wrong()).kind()).isEqualTo(Verdict.Kind.REFUSED);
  }

  private OneTimeCode wrong() {
    return phones.isEmpty() || !hasSeed()
        ? OneTimeCode.of("000000")
        : wrongCode(phones.get(phones.size() - 1));
  }

  private boolean hasSeed() {
    return live().flatMap(TokenRow::seed).isPresent();
  }

  /** Whether the seed in the store gives that code, by the phone that has the same seed. */
  private boolean isOf(Optional<TokenRow> token, OneTimeCode code) {
    return token
        .flatMap(row -> row.seed().map(seed -> vault.unseal(row.id(), seed)))
        .map(
            seed ->
                phones.stream()
                    .filter(on -> on.has(seed.copy()))
                    .anyMatch(on -> on.codeAt(clock.instant()).equals(code)))
        .orElse(false);
  }

  private void once(Runnable request) {
    last = request;
    request.run();
  }

  private ActivateRequest request(ActivationPair pair, TokenPhone on, String field) {
    return new ActivateRequest(
        key(),
        customer.bank(),
        pair,
        new Ciphertext(field.getBytes(StandardCharsets.US_ASCII)),
        on.appKey(),
        on.device(),
        Optional.of("2026-04"),
        Optional.empty());
  }

  @Override
  Ciphertext typed(String password) {
    return new Ciphertext(password.getBytes(StandardCharsets.US_ASCII));
  }

  private Optional<ActivationPair> lastPair() {
    return pairs.isEmpty() ? Optional.empty() : Optional.of(pairs.get(pairs.size() - 1));
  }

  private Optional<ActivationPair> formerPair() {
    return pairs.size() < 2 ? Optional.empty() : Optional.of(pairs.get(pairs.size() - 2));
  }

  private Optional<TokenRow> live() {
    return rows().values().stream().filter(row -> row.state().live()).findFirst();
  }

  private Map<TokenId, TokenRow> rows() {
    Map<TokenId, TokenRow> rows = new LinkedHashMap<>();
    store.tokensOf(customer).forEach(row -> rows.put(row.id(), row));
    return rows;
  }
}
