package org.ichido.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.ichido.api.Health;
import org.ichido.spi.InvalidSetting;
import org.junit.jupiter.api.Test;

/** The services are suppliers of their name. */
class AdmissionTest {
  private final List<String> changes = new ArrayList<>();
  private final Queue<Runnable> threads = new ArrayDeque<>();

  private final Admission<Supplier<String>> admission =
      new Admission<>(
          "thing",
          Supplier::get,
          AdmissionTest::mayNotBeWrong,
          Patience.endless(),
          () -> changes.add("change"));

  /** Whatever is asked runs when the test says so, and nobody waits for it. */
  private final Admission<Supplier<String>> overdue =
      new Admission<>(
          "thing",
          Supplier::get,
          AdmissionTest::mayNotBeWrong,
          new Patience(threads::add, Duration.ZERO),
          () -> changes.add("change"));

  @Test
  void theHigherRankingCountsThenTheOlder() {
    Supplier<String> first = () -> "a";
    Supplier<String> second = () -> "a";
    Supplier<String> third = () -> "a";
    admission.arrived(second, properties(2, 0));
    admission.arrived(first, properties(1, 0));
    assertThat(admission.best()).containsExactly(Map.entry("a", first));
    admission.arrived(third, properties(3, 10));
    assertThat(admission.best()).containsExactly(Map.entry("a", third));
    assertThat(admission.admitted("a"))
        .extracting(Admitted::service)
        .containsExactly(third, first, second);
    admission.left(properties(3, 10));
    assertThat(admission.best()).containsExactly(Map.entry("a", first));
    assertThat(changes).hasSize(4);
  }

  @Test
  void aServiceWhoseRankingChangesIsNotExaminedAgain() {
    List<String> examined = new ArrayList<>();
    Supplier<String> service =
        () -> {
          examined.add("once");
          return "a";
        };
    Supplier<String> other = () -> "a";
    admission.arrived(other, properties(1, 0));
    admission.arrived(service, properties(2, 0));
    int before = examined.size();
    admission.arrived(service, properties(2, 5));
    assertThat(admission.best()).containsExactly(Map.entry("a", service));
    assertThat(examined).hasSize(before);
  }

  @Test
  void oneThatFailsBesideAnotherLeavesThatInUseAndIsAWarning() {
    Supplier<String> former = () -> "a";
    admission.arrived(former, properties(1, 0));
    admission.arrived(
        throwing(new IllegalStateException("on\npurpose")),
        Map.of(
            "service.id",
            2L,
            "service.ranking",
            10,
            "service.bundleid",
            17L,
            "component.name",
            "org.example.Thing",
            "name",
            "a"));
    assertThat(admission.best()).containsExactly(Map.entry("a", former));
    assertThat(admission.refusals())
        .extracting(Refusal::health)
        .containsExactly(
            new Health(
                "thing a",
                Health.Level.WARN,
                List.of(
                    "service 2 (org.example.Thing, bundle 17, ranking 10) is refused: it threw"
                        + " java.lang.IllegalStateException: on purpose",
                    "in use instead: service 1 (ranking 0)")));
  }

  @Test
  void oneThatFailsAloneIsDown() {
    admission.arrived(throwing(new NoClassDefFoundError("on purpose")), properties(1, 0));
    assertThat(admission.best()).isEmpty();
    Health health = admission.refusals().get(0).health();
    assertThat(health.level()).isEqualTo(Health.Level.DOWN);
    assertThat(health.lines().toString())
        .contains("it threw java.lang.NoClassDefFoundError: on purpose", "none is in use");
    admission.left(properties(1, 0));
    assertThat(admission.refusals()).isEmpty();
  }

  @Test
  void oneThatDoesNotAnswerIsRefusedUntilItDoes() {
    overdue.arrived(() -> "a", properties(1, 0));
    assertThat(overdue.best()).isEmpty();
    assertThat(overdue.refusals().get(0).reason()).isEqualTo("it gave no answer within 0 ms");
    threads.remove().run();
    assertThat(overdue.best()).containsOnlyKeys("a");
    assertThat(overdue.refusals()).isEmpty();
    assertThat(changes).as("one for the arrival, one for the late answer").hasSize(2);
  }

  @Test
  void oneThatFailsLateStaysRefused() {
    overdue.arrived(throwing(new IllegalStateException("on purpose")), properties(1, 0));
    threads.remove().run();
    assertThat(overdue.best()).isEmpty();
    assertThat(overdue.refusals().get(0).reason()).contains("on purpose");
  }

  @Test
  void oneThatWentMeanwhileIsNotAdmittedByItsLateAnswer() {
    overdue.arrived(() -> "a", properties(1, 0));
    overdue.left(properties(1, 0));
    threads.remove().run();
    assertThat(overdue.best()).isEmpty();
    assertThat(overdue.refusals()).isEmpty();
  }

  @Test
  void theLateAnswerOfOneThatWasReplacedSaysNothingOfTheNewOne() {
    overdue.arrived(() -> "a", properties(1, 0));
    Runnable former = threads.remove();
    overdue.arrived(throwing(new IllegalStateException("on purpose")), properties(1, 0));
    former.run();
    assertThat(overdue.best()).isEmpty();
  }

  @Test
  void oneThatHangsHoldsUpNobodyAndIsInterruptedWhenItGoes() throws InterruptedException {
    ExecutorService pool = Executors.newCachedThreadPool();
    try {
      CountDownLatch never = new CountDownLatch(1);
      CountDownLatch interrupted = new CountDownLatch(1);
      CountDownLatch begun = new CountDownLatch(1);
      Patience patience =
          new Patience(
              call -> {
                pool.execute(call);
                await(begun);
              },
              Duration.ZERO);
      Admission<Supplier<String>> real =
          new Admission<>("thing", Supplier::get, AdmissionTest::mayNotBeWrong, patience, () -> {});
      real.arrived(
          () -> {
            begun.countDown();
            try {
              never.await();
            } catch (InterruptedException e) {
              interrupted.countDown();
            }
            return "a";
          },
          properties(1, 0));
      assertThat(real.best()).isEmpty();
      assertThat(real.refusals().get(0).reason()).contains("no answer within");
      real.left(properties(1, 0));
      assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
      assertThat(real.refusals()).isEmpty();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void oneThatHangsWhileAProfileIsReadHasNoTrafficUntilItAnswers() {
    overdue.arrived(() -> "a", properties(1, 0));
    threads.remove().run();
    Admitted<Supplier<String>> admitted = overdue.admitted("a").get(0);
    assertThatThrownBy(() -> admitted.ask(Supplier::get))
        .isInstanceOf(Refused.class)
        .hasMessage("it gave no answer within 0 ms");
    assertThat(overdue.best()).isEmpty();
    threads.remove().run();
    assertThat(overdue.best()).containsOnlyKeys("a");
  }

  @Test
  void whatAServiceSaysOfAProfileIsNoFault() {
    admission.arrived(() -> "a", properties(1, 0));
    Admitted<Supplier<String>> admitted = admission.admitted("a").get(0);
    assertThatThrownBy(
            () ->
                admitted.ask(
                    service -> {
                      throw new InvalidSetting("key", "out of range");
                    }))
        .isInstanceOf(InvalidSetting.class);
    assertThat(admission.best()).containsOnlyKeys("a");
  }

  @Test
  void aNameThatIsNotPlainOrNotStableIsRefused() {
    AtomicInteger times = new AtomicInteger();
    admission.arrived(() -> "time based", properties(1, 0));
    admission.arrived(() -> null, properties(2, 0));
    admission.arrived(() -> "name-" + times.incrementAndGet(), properties(3, 0));
    assertThat(admission.best()).isEmpty();
    assertThat(admission.refusals())
        .extracting(Refusal::reason)
        .containsExactly(
            "its name is not 1 to 32 lower-case letters, digits and hyphens, a letter first",
            "its name is not 1 to 32 lower-case letters, digits and hyphens, a letter first",
            "it changes its name");
  }

  @Test
  void aRefusalSaysTheNameThatTheServiceSaid() {
    admission.arrived(() -> "wrong", properties(1, 0));
    assertThat(admission.refusals().get(0).toString())
        .startsWith("thing wrong: service 1 (ranking 0) is refused: it is wrong; none is in use");
  }

  private static void mayNotBeWrong(String name, Supplier<String> service) throws Refused {
    if (name.equals("wrong")) {
      throw new Refused("it is wrong");
    }
  }

  private static Supplier<String> throwing(Throwable thrown) {
    return () -> {
      if (thrown instanceof Error e) {
        throw e;
      }
      throw (RuntimeException) thrown;
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> properties(long id, int ranking) {
    return Map.of("service.id", id, "service.ranking", ranking);
  }
}
