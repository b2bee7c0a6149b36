package org.ichido.core.business;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.act.Outcome;
import org.ichido.api.contract.BusinessOutcome;
import org.ichido.api.contract.BusinessRequest;
import org.ichido.spi.store.BusinessDay;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Rows;

/**
 * Whatever core banking tells, in whatever order: days go forward, and each ends before the next.
 */
class BusinessDayLawTest {
  private static final BankId BANK = new BankId("kinsan");
  private static final LocalDate FIRST = LocalDate.of(2028, 2, 27);

  /** Told one second after the other. */
  record Told(BusinessRequest.Step step, int day) {}

  @Provide
  Arbitrary<List<Told>> days() {
    return Combinators.combine(
            Arbitraries.of(BusinessRequest.Step.class), Arbitraries.integers().between(0, 3))
        .as(Told::new)
        .list()
        .ofMaxSize(30);
  }

  @Property
  void daysGoForwardAndEachEndsBeforeTheNext(@ForAll("days") List<Told> days) {
    Optional<BusinessDay> known = Optional.empty();
    Instant now = Instant.parse("2028-02-28T00:00:00Z");
    for (Told told : days) {
      now = now.plusSeconds(1);
      Decided<BusinessOutcome> decided = decide(told, known, now);
      Optional<BusinessDay> before = known;
      Optional<BusinessDay> after = put(decided).or(() -> before);
      boolean done = decided.outcome().outcome() instanceof Outcome.Done;
      assertThat(decided.outcome().date()).isEqualTo(after.map(BusinessDay::date));
      assertThat(decided.outcome().closed()).isEqualTo(after.flatMap(BusinessDay::closed));
      if (!done) {
        assertThat(after).as("a refusal changes nothing").isEqualTo(known);
      } else {
        BusinessDay day = after.orElseThrow();
        assertThat(day.date()).isEqualTo(FIRST.plusDays(told.day()));
        assertThat(day.closed().isPresent()).isEqualTo(told.step() == BusinessRequest.Step.CLOSE);
      }
      if (known.isPresent() && !after.map(BusinessDay::date).equals(known.map(BusinessDay::date))) {
        assertThat(known.get().closed()).as("the former had ended").isPresent();
        assertThat(after.orElseThrow().date()).isAfter(known.get().date());
      } else if (known.isPresent()) {
        assertThat(after.orElseThrow().opened()).isEqualTo(known.get().opened());
        if (known.get().closed().isPresent()) {
          assertThat(after.orElseThrow().closed())
              .as("closed stays closed, since then")
              .isEqualTo(known.get().closed());
        }
      }
      known = after;
    }
  }

  private static Optional<BusinessDay> put(Decided<BusinessOutcome> decided) {
    return decided.changes().stream()
        .filter(Change.PutDay.class::isInstance)
        .map(change -> ((Change.PutDay) change).day())
        .findFirst();
  }

  private static Decided<BusinessOutcome> decide(
      Told told, Optional<BusinessDay> known, Instant now) {
    var request =
        new BusinessRequest(
            new RequestKey(new Requester("core"), new RequestId("R1")),
            BANK,
            told.step(),
            FIRST.plusDays(told.day()),
            new Actor.CoreBanking("CORE01"));
    Rows rows =
        new Rows(
            Optional.empty(),
            List.of(),
            List.of(),
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            known,
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty());
    return new BusinessDayWork(request, Clock.fixed(now, ZoneOffset.UTC)).decide(rows);
  }
}
