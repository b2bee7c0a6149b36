package org.ichido.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ichido.coverage.Quotations.Quotation;
import org.ichido.coverage.ReportedTest.Outcome;
import org.ichido.coverage.RequirementList.Row;
import org.ichido.coverage.fixture.Contract;
import org.ichido.coverage.fixture.Suite;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final String SUITE = Suite.class.getName();
  private static final String CONTRACT = Contract.class.getName();

  private static final List<ReportedTest> ALL_PASSED =
      List.of(
          test("quotesTwo", Outcome.PASSED),
          test("quotesNothing", Outcome.PASSED),
          test("inherited", Outcome.PASSED));

  private static ReportedTest test(String name, Outcome outcome) {
    return new ReportedTest(SUITE, name, outcome);
  }

  private static Coverage of(List<ReportedTest> reported, String... due) {
    return new Coverage(list(due), Quotations.in(List.of(fixture())), reported);
  }

  private static Path fixture() {
    return Path.of("target/test-classes/org/ichido/coverage/fixture");
  }

  private static RequirementList list(String... due) {
    return RequirementList.of(
        Arrays.stream(due)
            .map(row -> row + "\twords\ta test")
            .collect(Collectors.joining("\n", RequirementList.HEADER + "\n", "")));
  }

  private static final String[] KNOWN = {
    "S0-26\tF\tnow", "S1-4\tF\tnow", "S2-2\tF\thard tokens", "S2-3\tF\thard tokens"
  };

  @Test
  void eachNumberIsShownByEachTestThatQuotesItItselfItsClassOrWhatItInherits() {
    assertThat(of(ALL_PASSED, KNOWN).shown())
        .extracting(shown -> shown.number() + " " + shown.test().name())
        .containsExactly(
            "S0-26 quotesTwo",
            "S1-4 quotesTwo",
            "S2-2 inherited",
            "S2-2 quotesNothing",
            "S2-2 quotesTwo",
            "S2-3 inherited");
  }

  @Test
  void whatIsDueAndPassedIsShown() {
    assertThat(of(ALL_PASSED, KNOWN).dueAndNotShown()).isEmpty();
  }

  @Test
  void whatIsDueAndQuotedByNobodyIsNotShown() {
    assertThat(
            of(ALL_PASSED, "S1-4\tF\tnow", "S1-5\tF\tnow", "S1-6\tF\thard tokens").dueAndNotShown())
        .extracting(Row::number)
        .containsExactly("S1-5");
  }

  @Test
  void aTestThatFailedOrWasSkippedShowsNothing() {
    for (Outcome outcome : List.of(Outcome.FAILED, Outcome.SKIPPED)) {
      assertThat(of(List.of(test("quotesTwo", outcome)), "S1-4\tF\tnow").dueAndNotShown())
          .extracting(Row::number)
          .containsExactly("S1-4");
    }
  }

  @Test
  void aTestThatFailedIsToldWithEachOfItsNumbers() {
    assertThat(of(List.of(test("quotesTwo", Outcome.FAILED)), KNOWN).failed())
        .extracting(Coverage.Shown::number)
        .containsExactly("S0-26", "S1-4", "S2-2");
  }

  @Test
  void aSuiteThatFailedAsAWholeIsToldWithAllThatItsTestsQuote() {
    assertThat(of(List.of(test("initializationError", Outcome.FAILED)), KNOWN).failed())
        .extracting(Coverage.Shown::number)
        .containsExactly("S0-26", "S1-4", "S2-2", "S2-3");
  }

  @Test
  void aNumberThatIsNotOnTheListIsToldWithItsPlace() {
    assertThat(of(ALL_PASSED, "S1-4\tF\tnow", "S2-2\tF\tnow", "S2-3\tF\tnow").unknown())
        .containsExactly(new Quotation("S0-26", SUITE, "quotesTwo"));
  }

  @Test
  void whatWasQuotedAndDidNotRunIsTold() {
    assertThat(of(List.of(test("quotesTwo", Outcome.PASSED)), KNOWN).notRun())
        .containsExactly(new Quotation("S2-3", CONTRACT, "inherited"));
  }

  @Test
  void whenNothingRanNothingIsShown() {
    assertThat(of(List.of(), KNOWN).shown()).isEmpty();
    assertThat(of(List.of(), KNOWN).notRun()).hasSize(4);
  }
}
