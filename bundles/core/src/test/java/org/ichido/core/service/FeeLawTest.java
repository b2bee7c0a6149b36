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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.statistics.Statistics;
import org.ichido.api.act.Outcome;
import org.ichido.api.order.BooksDifference;
import org.ichido.api.order.BooksRequest;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.order.PostingState;
import org.ichido.core.fee.FeeSide;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Posting;
import org.ichido.spi.transport.DebitMessage;
import org.ichido.spi.transport.DebitMessage.Subject;
import org.ichido.spi.transport.DebitReply;

/**
 * Whatever is ordered and taken back, whenever business is open, whatever of what was sent is
 * crashed upon, late, lost or said twice: in the end customers have paid 2,200 yen for each
 * chargeable order that stands, and nothing else, and we know of each what core banking has. With a
 * core that forgets what it booked, the books show each order of which they were told two bookings.
 */
class FeeLawTest {
  private static final int YEN = 2200;

  /** What is to happen often enough that orders get as far as a refund. */
  private static final List<What> OFTEN =
      Stream.of(
              List.of(What.values()),
              List.of(What.ADD, What.SEND, What.CORE, What.REPLY, What.CANCEL, What.OPEN),
              List.of(What.SEND, What.CORE, What.REPLY, What.CORE, What.REPLY, What.ADD))
          .flatMap(List::stream)
          .toList();

  /** Something happens; the number picks of what there is. */
  record Step(What what, int pick) {}

  enum What {
    ADD,
    LOSE,
    EXCHANGE,
    POOR,
    SHIP,
    CANCEL,
    SEND,
    SEND_AND_CRASH,
    CRASH_BEFORE_SENDING,
    CORE,
    REPLY,
    REPLY_TWICE,
    LOSE_REPLY,
    SETTLE,
    SECONDS,
    MINUTES,
    OPEN,
    SHUT
  }

  /** A house and a core for one try. */
  private static final class World extends OrderHouse {
    private final List<DebitMessage> atCore = new ArrayList<>();
    private final List<DebitReply> onTheWay = new ArrayList<>();
    private final Set<OrderNumber> chargeable = new HashSet<>();
    private final Set<OrderNumber> cancelled = new HashSet<>();
    private final Set<OrderNumber> settledByOperator = new HashSet<>();
    private final Map<OrderNumber, Set<String>> told = new HashMap<>();
    private StoredDebits sender = debits;
    private boolean open;
    private int days;
    private int device = 1;

    World(boolean forgets) {
      kinsanIsServed();
      core.forgets = forgets;
      ready();
      business(true);
      registered(OrderKind.FIRST, device, "taro");
    }

    void take(Step step) {
      switch (step.what()) {
        case ADD -> place(OrderKind.ADD);
        case LOSE -> place(OrderKind.REISSUE_LOST, 1);
        case EXCHANGE -> place(OrderKind.EXCHANGE, 1);
        case POOR -> pick(numbers(), step).ifPresent(core.poor::add);
        case SHIP -> pick(numbers(), step).ifPresent(this::post);
        case CANCEL -> pick(numbers(), step).ifPresent(this::takeBack);
        case SEND -> send(true);
        case SEND_AND_CRASH -> send(false);
        case CRASH_BEFORE_SENDING -> sender.due(BANK, MANY);
        case CORE -> pick(atCore, step).ifPresent(this::handled);
        case REPLY -> pick(onTheWay, step).ifPresent(this::arrived);
        case REPLY_TWICE ->
            pick(onTheWay, step)
                .ifPresent(
                    reply -> {
                      arrived(reply);
                      heard(reply);
                    });
        case LOSE_REPLY -> pick(onTheWay, step).ifPresent(onTheWay::remove);
        case SETTLE -> settle();
        case SECONDS -> clock.advance(Duration.ofSeconds(1 + step.pick() * 7L));
        case MINUTES -> clock.advance(Duration.ofMinutes(1 + step.pick() * 3L));
        case OPEN -> business(true);
        case SHUT -> business(false);
      }
    }

    private static <T> Optional<T> pick(List<T> some, Step step) {
      return some.isEmpty() ? Optional.empty() : Optional.of(some.get(step.pick() % some.size()));
    }

    private List<OrderNumber> numbers() {
      return views().stream().map(view -> view.number()).skip(1).toList();
    }

    private void place(OrderKind kind, Integer... former) {
      if (device == DEVICES) {
        return;
      }
      Outcome outcome = hardTokens.perform(placing(kind, device + 1, former));
      if (outcome instanceof Outcome.Done done) {
        device++;
        if (kind != OrderKind.EXCHANGE) {
          chargeable.add(done.order().orElseThrow());
        }
      }
    }

    private void post(OrderNumber order) {
      if (ship(order) instanceof Outcome.Done && chargeable.contains(order)) {
        assertThat(core.hasBooked(Subject.DEBIT, order)).isTrue();
      }
    }

    private void takeBack(OrderNumber order) {
      if (cancel(order) instanceof Outcome.Done) {
        cancelled.add(order);
      }
    }

    /** A crash after the queue took them: that is not written down, and another process goes on. */
    private void send(boolean said) {
      for (DebitMessage message : sender.due(BANK, MANY)) {
        atCore.add(message);
        if (said) {
          sender.sent(message);
        }
      }
      if (!said) {
        sender = new StoredDebits(services, profiles);
      }
    }

    private void handled(DebitMessage message) {
      atCore.remove(message);
      onTheWay.add(core.take(message));
    }

    private void arrived(DebitReply reply) {
      onTheWay.remove(reply);
      heard(reply);
    }

    private void heard(DebitReply reply) {
      sender.answered(reply);
      if (reply.subject() == Subject.DEBIT) {
        reply
            .booking()
            .ifPresent(
                number -> told.computeIfAbsent(reply.order(), any -> new HashSet<>()).add(number));
      }
    }

    /** An operator looks at core banking's queue and books before he says anything. */
    private void settle() {
      List.copyOf(atCore).forEach(this::handled);
      for (OrderNumber order : numbers()) {
        boolean debit = state(row(order).fee().debit()) == PostingState.OPERATOR;
        boolean refund = state(row(order).fee().refund()) == PostingState.OPERATOR;
        if (debit || refund) {
          Subject subject = debit ? Subject.DEBIT : Subject.REFUND;
          assertThat(settle(order, core.hasBooked(subject, order)))
              .isInstanceOf(Outcome.Done.class);
          settledByOperator.add(order);
        }
      }
    }

    private static PostingState state(Optional<Posting> posting) {
      return posting.map(Posting::state).orElse(PostingState.BOOKED);
    }

    private void business(boolean opens) {
      if (opens && !open) {
        open(TODAY.plusDays(days));
      } else if (!opens && open) {
        shut(TODAY.plusDays(days));
        days++;
      }
      open = opens;
    }

    /** Business opens, everything arrives, and operators do what is left to them. */
    void end() {
      business(true);
      for (int round = 0; round < 60; round++) {
        clock.advance(Duration.ofMinutes(1));
        send(true);
        List.copyOf(atCore).forEach(this::handled);
        List.copyOf(onTheWay).forEach(this::arrived);
        settle();
      }
    }

    /** What is to be paid, without a look at any posting of ours. */
    int owed() {
      return YEN
          * (int)
              chargeable.stream()
                  .filter(order -> !cancelled.contains(order))
                  .filter(
                      order -> !core.poor.contains(order) || core.hasBooked(Subject.DEBIT, order))
                  .filter(order -> !isGivenUp(order))
                  .count();
    }

    /** An operator said that core banking never had it. */
    private boolean isGivenUp(OrderNumber order) {
      return settledByOperator.contains(order)
          && state(row(order).fee().debit()) == PostingState.NOT_BOOKED;
    }

    boolean knownAsBooked(Subject subject, OrderNumber order) {
      return new FeeSide(row(order), subject)
          .posting()
          .filter(posting -> posting.state() == PostingState.BOOKED)
          .isPresent();
    }

    Set<OrderNumber> bookedTwice() {
      return views().stream()
          .flatMap(view -> view.debit().flatMap(debit -> debit.businessDate()).stream())
          .distinct()
          .map(date -> new BooksRequest(key(), BANK, date, Optional.empty(), CORE_HOST))
          .flatMap(request -> hardTokens.reconcile(request).differences().stream())
          .filter(difference -> difference.kind() == BooksDifference.Kind.BOOKED_TWICE)
          .filter(difference -> difference.detail().startsWith("debit"))
          .map(BooksDifference::order)
          .collect(Collectors.toSet());
    }

    Set<OrderNumber> toldTwice() {
      return told.entrySet().stream()
          .filter(entry -> entry.getValue().size() > 1)
          .map(Map.Entry::getKey)
          .collect(Collectors.toSet());
    }
  }

  @Provide
  Arbitrary<List<Step>> lives() {
    return Combinators.combine(Arbitraries.of(OFTEN), Arbitraries.integers().between(0, 11))
        .as(Step::new)
        .list()
        .ofMinSize(20)
        .ofMaxSize(120)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  @Property(tries = 150)
  @Requirement({"S4-28", "S4-29"})
  void customersPay2200YenForEachChargeableOrderThatStands(@ForAll("lives") List<Step> life) {
    World world = new World(false);
    life.forEach(world::take);
    world.end();

    assertThat(world.core.net()).isEqualTo(world.owed());
    for (OrderNumber order : world.chargeable) {
      assertThat(world.core.times(Subject.DEBIT, order)).isLessThanOrEqualTo(1);
      assertThat(world.core.times(Subject.REFUND, order)).isLessThanOrEqualTo(1);
      assertThat(world.knownAsBooked(Subject.DEBIT, order))
          .isEqualTo(world.core.hasBooked(Subject.DEBIT, order));
      assertThat(world.knownAsBooked(Subject.REFUND, order))
          .isEqualTo(world.core.hasBooked(Subject.REFUND, order));
      assertThat(world.row(order).fee().debit().map(p -> p.state().open())).contains(false);
    }
    assertThat(world.core.booked).allMatch(booking -> world.chargeable.contains(booking.order()));
    assertThat(world.due()).isEmpty();
    assertThat(world.bookedTwice()).isEmpty();
    Statistics.label("refunded")
        .collect(world.chargeable.stream().anyMatch(o -> world.core.hasBooked(Subject.REFUND, o)))
        .coverage(refunded -> refunded.check(true).percentage(percent -> percent > 5));
    Statistics.label("unpaid")
        .collect(world.chargeable.stream().anyMatch(world.core.poor::contains))
        .coverage(unpaid -> unpaid.check(true).percentage(percent -> percent > 20));
  }

  @Property(tries = 150)
  @Requirement("S4-29")
  void ofACoreThatForgetsTheBooksShowEveryDoubleDebitOfWhichTheyWereTold(
      @ForAll("lives") List<Step> life) {
    World world = new World(true);
    life.forEach(world::take);
    world.end();

    assertThat(world.bookedTwice()).isEqualTo(world.toldTwice());
    Statistics.label("told twice")
        .collect(!world.toldTwice().isEmpty())
        .coverage(told -> told.check(true).percentage(percent -> percent > 20));
  }
}
