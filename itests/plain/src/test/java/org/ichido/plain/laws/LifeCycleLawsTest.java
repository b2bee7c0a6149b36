package org.ichido.plain.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.ichido.api.contract.Method;
import org.ichido.evidence.Requirement;
import org.ichido.plain.laws.Lives.Typed;
import org.ichido.plain.laws.Lives.Values;

/**
 * Random acts in random order on the lives of two users' tokens, over the parts that ship: whatever
 * happens, there is no way to ACTIVE without a correct first code, and what was revoked never
 * verifies again.
 */
class LifeCycleLawsTest {
  private static final int CHAINS = 50;
  private static final int ACTS = 40;

  private static final Map<String, Integer> DID = new TreeMap<>();

  private static HouseOnTrial trial;

  @BeforeContainer
  static void oneHouseForAllChains() throws IOException {
    Path target = Files.createDirectories(Path.of("target"));
    trial = new HouseOnTrial(Files.createTempDirectory(target, "lives"));
  }

  @AfterContainer
  static void everyLawWasTriedAndEveryActDone() throws IOException {
    trial.close();
    assertThat(DID.keySet())
        .as("what was done, and how often: %s", DID)
        .contains(
            "seen ISSUED",
            "seen INITIALISED",
            "seen ACTIVE",
            "seen REVOKED",
            "seen CANCELLED",
            "activate RIGHT Delivered",
            "activate WRONG_PASSWORD Refused",
            "activate FORMER_PAIR Refused",
            "confirm RIGHT Accepted",
            "confirm WRONG Refused",
            "confirm OF_THE_OTHER Refused",
            "verify RIGHT Accepted",
            "verify RIGHT Refused",
            "verify OF_THE_FORMER Refused",
            "verify OF_THE_OTHER Refused",
            "renew RIGHT Done",
            "revoke by operator Done",
            "revoke by user Done",
            "suspend Done",
            "resume Done",
            "unlock Done");
    for (Law law : Law.OF_LIVES) {
      law.done();
    }
  }

  @Property(tries = CHAINS)
  @Requirement({"S0-20", "S0-36", "S1-24", "S2-12", "S3-6"})
  void theLawsOfLifeHoldWhateverHappensInWhateverOrder(@ForAll("chains") ActionChain<Lives> chain) {
    chain.run();
  }

  @Provide
  Arbitrary<ActionChain<Lives>> chains() {
    return ActionChain.startWith(() -> new Lives(trial, DID))
        .withAction(14, of("enrols", customers(), Lives::enrols))
        .withAction(8, of("asks for a token", customers(), Lives::issue))
        .withAction(
            12, both("activates", customers(), Arbitraries.of(Values.class), Lives::activate))
        .withAction(12, both("confirms", customers(), codes(), Lives::confirm))
        .withAction(16, both("pays", customers(), codes(), Lives::verify))
        .withAction(4, both("renews", customers(), codes(), Lives::renew))
        .withAction(6, of("is revoked by the bank", customers(), Lives::revokeByOperator))
        .withAction(
            6,
            both(
                "revokes",
                customers(),
                customers(),
                (lives, actor, target) -> lives.revokeByUser(actor, target, Typed.RIGHT)))
        .withAction(
            6,
            both(
                "is suspended or resumed",
                customers(),
                Arbitraries.of(true, false),
                Lives::suspension))
        .withAction(
            6, of("is suspended, pays and is resumed:", customers(), LifeCycleLawsTest::report))
        .withAction(6, of("grows old and renews:", customers(), LifeCycleLawsTest::twoYears))
        .withAction(8, of("guesses the first code:", customers(), LifeCycleLawsTest::firstGuesses))
        .withAction(6, of("is guessed at", customers(), LifeCycleLawsTest::fiveGuesses))
        .withAction(6, of("is unlocked", customers(), Lives::unlock))
        .withAction(3, of("the contract's method is", methods(), Lives::method))
        .withAction(24, of("time goes on", durations(), Lives::move))
        .withAction(4, of("", Arbitraries.just("due acts"), (lives, none) -> lives.due()))
        .withAction(8, of("", Arbitraries.just("again"), (lives, none) -> lives.again()))
        .withAction(1, of("", Arbitraries.just("restart"), (lives, none) -> lives.restart()))
        .withMaxTransformations(ACTS);
  }

  private static void fiveGuesses(Lives lives, int customer) {
    for (int i = 0; i < 5; i++) {
      lives.verify(customer, Typed.WRONG);
    }
  }

  private static void firstGuesses(Lives lives, int customer) {
    lives.issue(customer);
    lives.activate(customer, Values.RIGHT);
    for (int i = 0; i < 5; i++) {
      lives.confirm(customer, Typed.WRONG);
    }
  }

  private static void report(Lives lives, int customer) {
    lives.suspension(customer, false);
    lives.verify(customer, Typed.RIGHT);
    lives.suspension(customer, true);
  }

  private static void twoYears(Lives lives, int customer) {
    lives.move(Duration.ofDays(710));
    lives.renew(customer, Typed.RIGHT);
  }

  private interface Act<A, B> {
    void on(Lives lives, A one, B other);
  }

  private interface OneAct<A> {
    void on(Lives lives, A one);
  }

  private static <A> Action.Independent<Lives> of(
      String what, Arbitrary<A> choices, OneAct<A> act) {
    return () -> choices.map(one -> mutate(what + " " + one, lives -> act.on(lives, one)));
  }

  private static <A, B> Action.Independent<Lives> both(
      String what, Arbitrary<A> ones, Arbitrary<B> others, Act<A, B> act) {
    return () ->
        Combinators.combine(ones, others)
            .as(
                (one, other) ->
                    mutate(what + " " + one + " " + other, lives -> act.on(lives, one, other)));
  }

  private static Transformer<Lives> mutate(String what, Consumer<Lives> act) {
    return Transformer.mutate(what, act);
  }

  private static Arbitrary<Integer> customers() {
    return Arbitraries.of(0, 1);
  }

  private static Arbitrary<Typed> codes() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just(Typed.RIGHT)), Tuple.of(3, Arbitraries.of(Typed.class)));
  }

  private static Arbitrary<Method> methods() {
    return Arbitraries.frequency(
        Tuple.of(4, Method.SOFT), Tuple.of(1, Method.NONE), Tuple.of(1, Method.TXN_AUTH));
  }

  /** From a code's life to a token's. */
  private static Arbitrary<Duration> durations() {
    return Arbitraries.of(
        Duration.ofMinutes(1),
        Duration.ofMinutes(1),
        Duration.ofMinutes(30),
        Duration.ofMinutes(30),
        Duration.ofHours(71),
        Duration.ofHours(73),
        Duration.ofDays(710));
  }
}
