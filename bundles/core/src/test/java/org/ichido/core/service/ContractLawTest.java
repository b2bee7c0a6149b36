package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.work.Entitlement;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;

/**
 * Whatever core banking tells in whatever order: once it is written down, no token lives that the
 * contract's method, the user or the closing forbids, what ended never lives again and was told
 * once, and the events of the contract are numbered without a gap.
 */
class ContractLawTest {
  private static final List<String> USERS = List.of("taro", "hanako", "jiro");

  /** Something happens to the contract, to one of its users, or time goes on. */
  record Step(What what, String user, Method method, int days) {}

  enum What {
    OPEN,
    CLOSE,
    CHANGE,
    ADD,
    REMOVE,
    TOKEN,
    TIME,
    SWEEP
  }

  /** A house for one try. */
  private static final class World extends ContractHouse {
    World() {
      kinsanIsServed();
    }

    LocalDate today() {
      return JapaneseTime.dayOf(clock.instant());
    }

    void take(Step step) {
      switch (step.what()) {
        case OPEN -> perform(open(step.method()));
        case CLOSE -> perform(close(today()));
        case CHANGE -> perform(change(step.method(), today().plusDays(step.days() - 1L)));
        case ADD -> perform(add(step.user(), Role.GENERAL));
        case REMOVE -> perform(remove(step.user()));
        case TOKEN -> token(step);
        case TIME -> clock.advance(Duration.ofDays(step.days()));
        case SWEEP -> dueActs.run();
      }
    }

    /** As enrolment would: without a contract, a user or the right to it there is no token. */
    private void token(Step step) {
      TokenKind kind = step.days() % 2 == 0 ? TokenKind.SOFT : TokenKind.HARD;
      boolean bound = store.tokensOf(user(step.user())).stream().anyMatch(t -> t.state().live());
      boolean known =
          store.contract(CONTRACT).isPresent() && store.user(user(step.user())).isPresent();
      if (known && !bound && allowed(step.user(), kind)) {
        plant(step.user(), kind, step.days() > 1 ? TokenState.ACTIVE : TokenState.INITIALISED);
      }
    }

    boolean allowed(String name, TokenKind kind) {
      return new Entitlement(store.contract(CONTRACT), store.user(user(name)))
          .allows(kind, today());
    }

    List<TokenRow> tokens() {
      return USERS.stream().flatMap(name -> store.tokensOf(user(name)).stream()).toList();
    }

    Set<TokenRow> ended() {
      return tokens().stream().filter(t -> !t.state().live()).collect(Collectors.toSet());
    }
  }

  @Provide
  Arbitrary<List<Step>> lives() {
    return Combinators.combine(
            Arbitraries.of(What.class),
            Arbitraries.of(USERS),
            Arbitraries.of(Method.class),
            Arbitraries.integers().between(0, 3))
        .as(Step::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(40);
  }

  @Property(tries = 150)
  @Requirement({"S3-27", "S4-32", "S4-33", "S4-34"})
  void noTokenOutlivesWhatForbidsIt(@ForAll("lives") List<Step> life) {
    World world = new World();
    for (Step step : life) {
      Set<TokenRow> ended = world.ended();
      world.take(step);
      assertThat(world.ended()).containsAll(ended);
    }
    world.dueActs.run();

    for (TokenRow token : world.tokens()) {
      String name = token.users().get(0).value();
      assertThat(!token.state().live() || world.allowed(name, token.kind())).isTrue();
      assertThat(token.state().live() || token.seed().isEmpty()).isTrue();
    }
    List<OutboxRow> events = world.store.wholeOutbox();
    assertThat(events).hasSize(world.ended().size());
    assertThat(events.stream().map(OutboxRow::token).distinct()).hasSize(events.size());
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.get(i).contractSequence()).isEqualTo(i + 1);
      assertThat(events.get(i).tokenSequence()).isOne();
    }
    assertThat(world.store.contract(ContractHouse.CONTRACT).flatMap(ContractRow::change))
        .matches(c -> c.isEmpty() || c.get().effective().isAfter(world.today()));
  }
}
