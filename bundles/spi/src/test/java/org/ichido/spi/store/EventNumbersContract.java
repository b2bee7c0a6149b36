package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.UserId;
import org.ichido.api.contract.ContractKey;

/**
 * The law of the outbox: whatever units of work come at once and however they end, no number is
 * missing: of all entries, of each contract's events, of each token's. Extended beside each
 * implementation, and run by jqwik.
 */
public abstract class EventNumbersContract extends LifeFixture {
  private static final int MOST_UNITS = 12;
  private static final AtomicInteger BANKS = new AtomicInteger();

  /** How a unit of work ends. */
  public enum End {
    WRITTEN,
    TOO_LATE_AT_FIRST,
    THROWN,
    REFUSED
  }

  /** An entry: about one of three contracts, and about no token, one of two, or a mail of one. */
  private record Entry(int contract, int what) {
    Entry(int drawn) {
      this(drawn / 4, drawn % 4);
    }

    boolean isMail() {
      return what == 3;
    }

    boolean hasToken() {
      return what == 1 || what == 2;
    }

    String contractName() {
      return "C" + contract;
    }

    String tokenName() {
      return contractName() + "-T" + what;
    }

    Change emitted(BankId bank) {
      Holder holder = new Holder(bank, new ContractId(contractName()), new UserId("alice"));
      if (what == 0) {
        return new Change.Emit(OutboxRow.about(NOW, holder, OutboxRow.Type.OFF_LIST_REQUEST, ""));
      }
      OutboxRow.Kind kind = isMail() ? OutboxRow.Kind.MAIL : OutboxRow.Kind.EVENT;
      return new Change.Emit(
          OutboxRow.about(NOW, issued(tokenName(), holder, 1), kind, OutboxRow.Type.ISSUED, ""));
    }
  }

  /**
   * @return a change that this store refuses however often it is tried; empty if there is none
   */
  protected abstract Optional<Change> refused();

  @Property(tries = 40)
  void noNumberIsEverMissing(
      @ForAll @Size(min = 1, max = MOST_UNITS)
          List<@Size(min = 1, max = 4) List<@IntRange(max = 11) Integer>> drawn,
      @ForAll @Size(MOST_UNITS) List<End> ends)
      throws InterruptedException, ExecutionException {
    BankId bank = new BankId("bank-" + BANKS.incrementAndGet());
    Entry first = new Entry(0);
    write(first.emitted(bank));
    long number = events(bank).get(0).number();
    List<List<Entry>> units =
        drawn.stream().map(unit -> unit.stream().map(Entry::new).toList()).toList();

    List<Boolean> written = atOnce(units.size(), i -> written(bank, units.get(i), ends.get(i)));

    List<Entry> entries = new ArrayList<>(List.of(first));
    IntStream.range(0, units.size())
        .filter(written::get)
        .forEach(i -> entries.addAll(units.get(i)));
    List<OutboxRow> mails = store().outbox(bank, OutboxRow.Kind.MAIL, NOW, 1_000);
    assertThat(Stream.concat(events(bank).stream(), mails.stream()).map(OutboxRow::number).sorted())
        .containsExactlyElementsOf(range(number, entries.size()));
    assertThat(
            places(
                events(bank).stream(), row -> row.contract().value(), OutboxRow::contractSequence))
        .isEqualTo(fromOne(entries.stream().filter(e -> !e.isMail()).map(Entry::contractName)));
    assertThat(
            places(
                events(bank).stream().filter(row -> row.token().isPresent()),
                row -> row.token().orElseThrow().value(),
                OutboxRow::tokenSequence))
        .isEqualTo(fromOne(entries.stream().filter(Entry::hasToken).map(Entry::tokenName)));
  }

  /** Whether it was written in the end. */
  private boolean written(BankId bank, List<Entry> entries, End end) {
    AtomicInteger decisions = new AtomicInteger();
    List<Change> changes = entries.stream().map(entry -> entry.emitted(bank)).toList();
    try {
      return store()
          .transact(
              unit(
                  Reads.NOTHING,
                  rows -> {
                    boolean again = decisions.getAndIncrement() > 0;
                    List<Change> all = new ArrayList<>(changes);
                    if (end == End.TOO_LATE_AT_FIRST && !again) {
                      ContractKey nowhere = new ContractKey(bank, new ContractId("NOWHERE"));
                      all.add(new Change.PutContract(contract(nowhere), false));
                    } else if (end == End.REFUSED) {
                      refused().ifPresent(all::add);
                    } else if (end == End.THROWN) {
                      throw new IllegalStateException("on purpose");
                    }
                    return new Decided<>(true, all);
                  }));
    } catch (IllegalStateException | StoreUnavailable e) {
      return false;
    }
  }

  private List<OutboxRow> events(BankId bank) {
    return store().outboxRange(bank, 1, Long.MAX_VALUE, 1_000);
  }

  private static List<Long> range(long first, long count) {
    return LongStream.range(first, first + count).boxed().toList();
  }

  /** By each name the places in the order of the numbers. */
  private static Map<String, List<Long>> places(
      Stream<OutboxRow> rows, Function<OutboxRow, String> name, ToLongFunction<OutboxRow> place) {
    return rows.collect(
        Collectors.groupingBy(
            name, Collectors.mapping(row -> place.applyAsLong(row), Collectors.toList())));
  }

  /** By each name 1, 2, 3 … as often as it occurs. */
  private static Map<String, List<Long>> fromOne(Stream<String> names) {
    return names.collect(
        Collectors.groupingBy(
            Function.identity(),
            Collectors.collectingAndThen(Collectors.counting(), count -> range(1, count))));
  }
}
