package org.ichido.core.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ichido.api.contract.Method;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.Facts;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;

/**
 * The laws of every operation table that can be read (S0-15): whoever leaves facts out is asked
 * wherever he would have been, by the same row; and with no fact at all only what no fact could
 * make asked is spared.
 */
class MissingFactLawTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final List<OperationName> OPERATIONS =
      List.of(
          new OperationName("TRANSFER"), new OperationName("PAYEASY"), new OperationName("OTHER"));

  record Situation(Use use, Method method, boolean inUse) {}

  /** Which of the facts a channel leaves out. */
  record Left(boolean approval, boolean payee, boolean paid, boolean date, boolean biller) {
    Facts of(Facts all) {
      return new Facts(
          all.approvalInUse().filter(fact -> !approval),
          all.payeeRegistered().filter(fact -> !payee),
          all.payeeLastPaid().filter(fact -> !paid),
          all.businessDate().filter(fact -> !date),
          all.privateBiller().filter(fact -> !biller));
    }
  }

  @Property(tries = 2000)
  void whoLeavesFactsOutIsAskedWhereverHeWouldHaveBeenByTheSameRow(
      @ForAll("tables") OperationTable table,
      @ForAll("situations") Situation situation,
      @ForAll("facts") Facts facts,
      @ForAll("left") Left left) {
    Answer withAll = ask(table, situation, facts);
    Answer withFewer = ask(table, situation, left.of(facts));
    if (!spares(withAll)) {
      assertThat(withFewer).isEqualTo(withAll);
    }
  }

  @Property(tries = 300)
  void withNoFactAtAllOnlyWhatNoFactCouldMakeAskedIsSpared(
      @ForAll("tables") OperationTable table, @ForAll("situations") Situation situation) {
    boolean askedBySome =
        everyFact().stream().anyMatch(facts -> !spares(ask(table, situation, facts)));
    assertThat(spares(ask(table, situation, Facts.NONE))).isEqualTo(!askedBySome);
  }

  private static Answer ask(OperationTable table, Situation situation, Facts facts) {
    return table.answer(situation.use(), situation.method(), facts, situation.inUse());
  }

  private static boolean spares(Answer answer) {
    return switch (answer.demand().kind()) {
      case REQUIRED, BLOCKED -> false;
      case EXEMPT, NOT_REQUIRED, NOT_ELIGIBLE -> true;
    };
  }

  /** Any rows at all, of which those are taken out that the reader complains of. */
  @Provide
  Arbitrary<OperationTable> tables() {
    return rows().list().ofMinSize(1).ofMaxSize(12).map(MissingFactLawTest::readable);
  }

  private static OperationTable readable(List<String> rows) {
    List<String> left = new ArrayList<>(rows);
    while (true) {
      String text =
          "operation | stage | token | channel | condition | answer | remark\n"
              + left.stream().collect(Collectors.joining())
              + "* | * | * | * | - | NOT_REQUIRED | rest\n";
      try {
        return OperationTable.read(text);
      } catch (InvalidTable e) {
        // If the rest can never answer, whatever stands above it is too much.
        left.remove(Math.min(e.line() - 2, left.size() - 1));
      }
    }
  }

  private static Arbitrary<String> rows() {
    return Combinators.combine(
            Arbitraries.of("TRANSFER", "TRANSFER", "PAYEASY", "LOGIN", "*"),
            Arbitraries.of("*", "*", "SUBMIT", "APPROVE", "LOGIN"),
            Arbitraries.of("*", "*", "SOFT", "HARD"),
            Arbitraries.of("*", "*", "PC", "SMARTPHONE"),
            conditions(),
            Arbitraries.of("REQUIRED", "REQUIRED", "BLOCKED", "EXEMPT X", "NOT_REQUIRED"))
        .as(
            (operation, stage, token, channel, conditions, answer) ->
                String.join(" | ", operation, stage, token, channel, conditions, answer, "x\n"));
  }

  private static Arbitrary<String> conditions() {
    return Arbitraries.of(Condition.class)
        .set()
        .ofMaxSize(2)
        .map(
            set ->
                set.isEmpty()
                    ? "-"
                    : set.stream()
                        .map(Condition::word)
                        .sorted()
                        .collect(Collectors.joining(" and ")));
  }

  @Provide
  Arbitrary<Situation> situations() {
    Arbitrary<Use> uses =
        Combinators.combine(
                Arbitraries.of(OPERATIONS),
                Arbitraries.of(Stage.SUBMIT, Stage.APPROVE),
                Arbitraries.of(Channel.class))
            .as(Use::new);
    return Combinators.combine(
            Arbitraries.oneOf(uses, Arbitraries.of(Channel.class).map(Use::login)),
            Arbitraries.of(Method.class),
            Arbitraries.of(true, false))
        .as(Situation::new);
  }

  @Provide
  Arbitrary<Facts> facts() {
    return Arbitraries.of(everyFact());
  }

  @Provide
  Arbitrary<Left> left() {
    Arbitrary<Boolean> either = Arbitraries.of(true, false);
    return Combinators.combine(either, either, either, either, either).as(Left::new);
  }

  private static List<Facts> everyFact() {
    List<Optional<Boolean>> ways = List.of(Optional.empty(), Optional.of(true), Optional.of(false));
    List<Facts> all = new ArrayList<>();
    for (Optional<Boolean> approval : ways) {
      for (Optional<Boolean> payee : ways) {
        for (Optional<Boolean> biller : ways) {
          for (int days : new int[] {-1, 0, 1, 400}) {
            all.add(
                new Facts(
                    approval,
                    payee,
                    Optional.of(TODAY.minusDays(days)),
                    Optional.of(TODAY),
                    biller));
          }
        }
      }
    }
    return all;
  }
}
