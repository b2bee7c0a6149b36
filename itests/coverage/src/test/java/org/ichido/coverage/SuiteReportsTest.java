package org.ichido.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.ichido.coverage.ReportedTest.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteReportsTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir Path module;

  private void report(String plugin, String file, Instant written, String... testcases)
      throws IOException {
    Path directory = Files.createDirectories(module.resolve("target/" + plugin + "-reports"));
    Path report = directory.resolve(file);
    Files.writeString(
        report,
        "<testsuite name=\"x\"><properties><property name=\"a\" value=\"b\"/></properties>"
            + String.join("", testcases)
            + "</testsuite>");
    Files.setLastModifiedTime(report, FileTime.from(written));
  }

  private List<ReportedTest> read() throws IOException {
    return SuiteReports.since(START, List.of(module));
  }

  private static String testcase(String name, String children) {
    return "<testcase name=\"%s\" classname=\"a.Suite\">%s<system-out>said</system-out></testcase>"
        .formatted(name, children);
  }

  private static ReportedTest seen(String name, Outcome outcome) {
    return new ReportedTest("a.Suite", name, outcome);
  }

  @Test
  void bothPluginsAreRead() throws Exception {
    report("surefire", "TEST-a.xml", START, testcase("one", ""));
    report("failsafe", "TEST-b.xml", START, testcase("two", ""));

    assertThat(read()).containsExactly(seen("one", Outcome.PASSED), seen("two", Outcome.PASSED));
  }

  @Test
  void whatAnEarlierBuildLeftIsPassedOver() throws Exception {
    report("surefire", "TEST-old.xml", START.minusMillis(1), testcase("one", ""));

    assertThat(read()).isEmpty();
  }

  @Test
  void everyEndIsTold() throws Exception {
    report(
        "surefire",
        "TEST-a.xml",
        START,
        testcase("passes", ""),
        testcase("fails", "<failure message=\"no\"><![CDATA[<testcase/>]]></failure>"),
        testcase("breaks", "<error/>"),
        testcase("waits", "<skipped/>"));

    assertThat(read())
        .containsExactly(
            seen("passes", Outcome.PASSED),
            seen("fails", Outcome.FAILED),
            seen("breaks", Outcome.FAILED),
            seen("waits", Outcome.SKIPPED));
  }

  @Test
  void ofATestWithArgumentsTheWorstCounts() throws Exception {
    report(
        "surefire",
        "TEST-a.xml",
        START,
        testcase("law(Law, Class)[1]", ""),
        testcase("law(Law, Class)[2]", "<failure/>"),
        testcase("law(Law, Class)[3]", ""));

    assertThat(read()).containsExactly(seen("law", Outcome.FAILED));
  }

  @Test
  void aSuiteThatFailedAsAWholeKeepsWhatTheReportCallsIt() throws Exception {
    report("surefire", "TEST-a.xml", START, testcase("", "<error/>"));

    assertThat(read()).containsExactly(seen("", Outcome.FAILED));
  }

  @Test
  void aModuleWithoutReportsHasNone() throws Exception {
    assertThat(read()).isEmpty();
  }

  @Test
  void aReportThatIsCutOffIsNoReport() throws Exception {
    report("surefire", "TEST-a.xml", START, "<testcase name=\"one\" classname=\"a.Suite\">");

    assertThatThrownBy(this::read).isInstanceOf(IOException.class).hasMessageContaining("TEST-a");
  }
}
