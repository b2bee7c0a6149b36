package org.ichido.plain.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
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
import org.ichido.api.Cause;
import org.ichido.api.ChainReport;
import org.ichido.evidence.Requirement;
import org.ichido.plain.laws.FaultyStore.Fault;

/**
 * Random interleavings of attempts, redeliveries, reused ids, unlocks, suspensions, clock moves to
 * and fro, profile changes, faults at the store's commit and restarts, on the parts that ship.
 */
class OneTimeLawsTest {
  private static final int CHAINS = 100;
  private static final int EVENTS = 40;

  private static HouseOnTrial trial;

  @BeforeContainer
  static void oneHouseForAllChains() throws IOException {
    Path target = Files.createDirectories(Path.of("target"));
    trial = new HouseOnTrial(Files.createTempDirectory(target, "laws"));
  }

  @AfterContainer
  static void theAuditIsWholeAndEveryLawWasTried() throws IOException {
    if (!trial.brokenOff()) {
      theHouseAtTheEnd();
    }
    trial.close();
    for (Law law : Law.ALL) {
      law.done();
    }
  }

  private static void theHouseAtTheEnd() {
    ChainReport report = trial.house().audit().verifyChain();
    Law.AUDIT_COMPLETE.equal("fault in the chain", Optional.empty(), report.fault());
    Law.AUDIT_COMPLETE.equal("entries", trial.auditedEntries(), report.entries());
    assertThat(trial.restarts()).isPositive();
    assertThat(trial.causes())
        .as("every cause came up, but for the one that nothing leads to yet")
        .containsAll(EnumSet.complementOf(EnumSet.of(Cause.REVOKED)));
  }

  @Property(tries = CHAINS)
  @Requirement({"S4-2", "S4-36"})
  void theLawsHoldWhateverHappensInWhateverOrder(@ForAll("chains") ActionChain<World> chain) {
    World world = chain.run();
    world.settle();
  }

  @Provide
  Arbitrary<ActionChain<World>> chains() {
    return ActionChain.startWith(() -> new World(trial))
        .withAction(60, attempts())
        .withAction(12, redeliveries())
        .withAction(6, reusedIds())
        .withAction(12, unlocks())
        .withAction(6, suspensions())
        .withAction(24, clockMoves())
        .withAction(4, profileChanges())
        .withAction(8, faults())
        .withAction(1, restarts())
        .withMaxTransformations(EVENTS);
  }

  private static Action.Independent<World> attempts() {
    return () ->
        Combinators.combine(customers(), codes())
            .as(
                (customer, code) ->
                    Transformer.mutate(
                        "u" + customer + " types " + code, world -> world.attempt(customer, code)));
  }

  private static Action.Independent<World> redeliveries() {
    return () ->
        numbers()
            .map(
                which ->
                    Transformer.mutate("request " + which + " again", world -> world.again(which)));
  }

  private static Action.Independent<World> reusedIds() {
    return () ->
        Combinators.combine(numbers(), customers(), codes())
            .as(
                (which, customer, code) ->
                    Transformer.mutate(
                        "u" + customer + " types " + code + " under the id of request " + which,
                        world -> world.reuse(which, customer, code)));
  }

  private static Action.Independent<World> unlocks() {
    return () ->
        Combinators.combine(
                customers(), Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)))
            .as(
                (customer, operator) ->
                    Transformer.mutate(
                        (operator ? "the operator" : "the administrator") + " unlocks u" + customer,
                        world -> world.unlock(customer, operator)));
  }

  private static Action.Independent<World> suspensions() {
    return () ->
        Combinators.combine(
                customers(), Arbitraries.frequency(Tuple.of(2, true), Tuple.of(1, false)))
            .as(
                (customer, lifted) ->
                    Transformer.mutate(
                        "the operator " + (lifted ? "resumes u" : "suspends u") + customer,
                        world -> world.suspension(customer, lifted)));
  }

  private static Action.Independent<World> clockMoves() {
    return () ->
        Arbitraries.oneOf(
                Arbitraries.integers().between(-150, 150),
                Arbitraries.integers().between(1, 90),
                Arbitraries.of(-3_600, 3_600, 6 * 3_600))
            .map(Duration::ofSeconds)
            .map(by -> Transformer.mutate("the clock moves " + by, world -> world.move(by)));
  }

  private static Action.Independent<World> profileChanges() {
    return () ->
        Combinators.combine(
                Arbitraries.integers().between(1, 6),
                Arbitraries.of(61, 90, 120).map(Duration::ofSeconds),
                Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)))
            .as(ModelRules::new)
            .map(rules -> Transformer.mutate("now " + rules, world -> world.change(rules)));
  }

  private static Action.Independent<World> faults() {
    return () ->
        Combinators.combine(
                Arbitraries.of(Fault.class), Arbitraries.of(0, 5, 70, 200).map(Duration::ofSeconds))
            .as(
                (fault, retry) ->
                    Transformer.mutate(
                        "a fault " + fault + " the next commit, asked again after " + retry,
                        world -> world.fail(fault, retry)));
  }

  private static Action.Independent<World> restarts() {
    return Action.just("restart", Transformer.mutate("restart", World::restart));
  }

  private static Arbitrary<Integer> customers() {
    return Arbitraries.integers().between(0, 4);
  }

  private static Arbitrary<Integer> numbers() {
    return Arbitraries.integers().between(0, EVENTS - 1);
  }

  private static Arbitrary<Presented> codes() {
    return Arbitraries.frequencyOf(
        Tuple.of(7, Arbitraries.just(Presented.WRONG)),
        Tuple.of(3, Arbitraries.just(Presented.PRESENT)),
        Tuple.of(5, Arbitraries.of(Presented.class)));
  }
}
