package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.TokenId;
import org.ichido.api.TokenState;
import org.ichido.api.act.Outcome;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.ichido.api.order.OrderKind;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.TokenSerial;
import org.ichido.core.system.JapaneseTime;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.TokenRow;

/**
 * Whatever users of two contracts and their banks do with three devices, in whatever order: nobody
 * has two live tokens, no device ever has users of two contracts, no code of a device is accepted
 * twice, and what is over stays over.
 */
class HardTokenLawTest {
  private static final ContractId ELSEWHERE = new ContractId("C0002");
  private static final List<String> USERS = List.of("a", "b", "c", "d", "e");

  /** One act; what a user or a device it is about, if it is about one. */
  record Step(What what, int user, int device) {}

  enum What {
    REGISTER,
    REGISTER_WRONGLY,
    VERIFY,
    VERIFY_WRONGLY,
    REVOKE,
    SUSPEND,
    UNLOCK_DEVICE,
    REMOVE,
    ADD,
    TO_SOFT,
    TO_HARD,
    MINUTE,
    HOUR,
    SWEEP
  }

  /** Devices 1 and 2 are the first ones of the contracts; device 3 comes in the place of 1. */
  private static final class World extends HardTokensInTheHouse {
    private final Map<TokenId, ContractId> owners = new HashMap<>();
    private final Set<TokenRow> ended = new HashSet<>();
    private final List<Holder> holders = new ArrayList<>();

    World() {
      kinsanIsServed();
      kinsanGivesHardTokens();
      method(ELSEWHERE, Method.HARD);
      for (int i = 0; i < USERS.size(); i++) {
        holders.add(user(i < 3 ? CONTRACT : ELSEWHERE, USERS.get(i)));
      }
      sent(1);
      sent(ELSEWHERE, 2, OrderKind.FIRST);
      sentFor(serial(1), 3, OrderKind.EXCHANGE);
    }

    void take(Step step) {
      Holder holder = holders.get(step.user());
      TokenSerial serial = serial(step.device());
      switch (step.what()) {
        case REGISTER -> register(holder, serial, code());
        case REGISTER_WRONGLY -> wronglyThreeTimes(() -> register(holder, serial, wrong()));
        case VERIFY -> verify(holder, code());
        case VERIFY_WRONGLY -> wronglyThreeTimes(() -> verify(holder, wrong()));
        case REVOKE -> revoke(holder, operator("OP1", Optional.of("OP2")));
        case SUSPEND -> suspend(holder, OP1);
        case UNLOCK_DEVICE -> unlockDevice(serial);
        case REMOVE -> perform(new ContractRequest.RemoveUser(key(), holder));
        case ADD -> perform(new ContractRequest.AddUser(key(), holder, Role.GENERAL));
        case TO_SOFT -> methodOf(holder, Method.SOFT, step.device() - 1);
        case TO_HARD -> methodOf(holder, Method.HARD, step.device() - 1);
        case MINUTE -> clock.advance(Duration.ofMinutes(1));
        case HOUR -> clock.advance(Duration.ofHours(1));
        case SWEEP -> dueActs.run();
      }
    }

    private static void wronglyThreeTimes(Runnable attempt) {
      attempt.run();
      attempt.run();
      attempt.run();
    }

    private void methodOf(Holder holder, Method method, int days) {
      Outcome told =
          change(holder.contract(), method, JapaneseTime.dayOf(clock.instant()).plusDays(days));
      assertThat(told.kind()).isEqualTo(Outcome.Kind.DONE);
    }

    void holdsTheLaws() {
      for (Holder holder : holders) {
        assertThat(store.tokensOf(holder)).filteredOn(t -> t.state().live()).hasSizeLessThan(2);
      }
      for (int i = 1; i <= 3; i++) {
        TokenRow token = token(serial(i));
        var device = device(serial(i));
        device.contract().ifPresent(owner -> owners.putIfAbsent(token.id(), owner));
        assertThat(device.contract())
            .isEqualTo(Optional.ofNullable(owners.get(token.id())))
            .isIn(Optional.empty(), Optional.of(token.contract()));
        assertThat(token.users())
            .allMatch(
                user -> holders.contains(new Holder(bank, token.contract(), user)), "of it alone");
        assertThat(device.state())
            .isEqualTo(
                switch (token.state()) {
                  case ISSUED -> throw new AssertionError("no hard token is issued");
                  case INITIALISED -> HardTokenState.SHIPPED;
                  case ACTIVE -> HardTokenState.ACTIVE;
                  case REVOKED, CANCELLED -> HardTokenState.REVOKED;
                });
        assertThat(token.state() == TokenState.ACTIVE).as("in use").isEqualTo(hasUsers(token));
        assertThat(token.failures() < 5 || token.lock().isPresent()).isTrue();
        if (!token.state().live()) {
          ended.add(token);
        }
      }
      assertThat(ended).hasSize((int) ended.stream().map(TokenRow::id).distinct().count());
      assertThat(accepted()).doesNotHaveDuplicates();
    }

    private static boolean hasUsers(TokenRow token) {
      return token.state().live() && !token.users().isEmpty();
    }

    private List<String> accepted() {
      return store.audited(AuditEvent.ACCEPTED).stream()
          .map(entry -> entry.token().orElseThrow() + " " + entry.factor().orElseThrow())
          .toList();
    }

    List<AuditEntry> registered() {
      return store.audited(AuditEvent.REGISTERED);
    }
  }

  @Provide
  Arbitrary<List<Step>> lives() {
    return Combinators.combine(
            Arbitraries.frequency(
                Tuple.of(10, What.REGISTER),
                Tuple.of(5, What.REGISTER_WRONGLY),
                Tuple.of(5, What.VERIFY),
                Tuple.of(5, What.VERIFY_WRONGLY),
                Tuple.of(2, What.REVOKE),
                Tuple.of(1, What.SUSPEND),
                Tuple.of(1, What.UNLOCK_DEVICE),
                Tuple.of(1, What.REMOVE),
                Tuple.of(2, What.ADD),
                Tuple.of(1, What.TO_SOFT),
                Tuple.of(2, What.TO_HARD),
                Tuple.of(8, What.MINUTE),
                Tuple.of(2, What.HOUR),
                Tuple.of(1, What.SWEEP)),
            Arbitraries.integers().between(0, USERS.size() - 1),
            Arbitraries.integers().between(1, 3))
        .as(Step::new)
        .list()
        .ofMinSize(20)
        .ofMaxSize(80);
  }

  @Property(tries = 150)
  @Requirement({"S4-16", "S4-18", "S4-19", "S4-34", "S4-35", "S4-36", "S4-39"})
  void theLawsOfHardTokensHoldWhateverHappens(@ForAll("lives") List<Step> life) {
    World world = new World();
    for (Step step : life) {
      world.take(step);
      world.holdsTheLaws();
    }
    collect("registered", !world.registered().isEmpty(), 60);
    collect(
        "shared", world.registered().stream().anyMatch(e -> !e.detail().contains(" 1 users")), 25);
    collect(
        "replaced", world.registered().stream().anyMatch(e -> e.detail().contains("carried")), 5);
    collect("locked", !world.store.audited(AuditEvent.LOCKED).isEmpty(), 2);
  }

  private static void collect(String label, boolean reached, double percent) {
    Statistics.label(label)
        .collect(reached)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > percent));
  }
}
