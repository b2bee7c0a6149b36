package org.ichido.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ichido.coverage.ReportedTest.Outcome;

/**
 * The reports of Surefire and Failsafe in the modules. A test that ran in another JVM, such as a
 * container's, is reported by the JVM that drove it.
 */
final class SuiteReports {
  /** The method in {@code theLawIsKept(Law)[10]}. */
  private static final Pattern METHOD = Pattern.compile("[\\w$]+");

  private final Instant start;
  private final Map<String, ReportedTest> tests = new LinkedHashMap<>();

  private SuiteReports(Instant start) {
    this.start = start;
  }

  /**
   * @param modules their directories
   * @param start when this build began; what was written before is passed over, because Maven
   *     leaves the reports of earlier builds where they are
   */
  static List<ReportedTest> since(Instant start, List<Path> modules) throws IOException {
    SuiteReports reports = new SuiteReports(start);
    for (Path module : modules) {
      reports.readAll(module.resolve("target/surefire-reports"));
      reports.readAll(module.resolve("target/failsafe-reports"));
    }
    return List.copyOf(reports.tests.values());
  }

  private void readAll(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "TEST-*.xml")) {
      for (Path file : files) {
        if (!Files.getLastModifiedTime(file).toInstant().isBefore(start)) {
          read(file);
        }
      }
    }
  }

  private void read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      XMLInputFactory factory = XMLInputFactory.newFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("testcase")) {
          add(testcase(xml));
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(file + " is no report", e);
    }
  }

  private void add(ReportedTest test) {
    tests.merge(
        test.toString(),
        test,
        (one, other) ->
            new ReportedTest(one.suite(), one.name(), one.outcome().and(other.outcome())));
  }

  private static ReportedTest testcase(XMLStreamReader xml) throws XMLStreamException {
    String suite = xml.getAttributeValue(null, "classname");
    String name = xml.getAttributeValue(null, "name");
    Matcher method = METHOD.matcher(name);
    List<String> children = new ArrayList<>();
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        children.add(xml.getLocalName());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    return new ReportedTest(suite, method.lookingAt() ? method.group() : name, outcome(children));
  }

  private static Outcome outcome(List<String> children) {
    if (children.contains("failure") || children.contains("error")) {
      return Outcome.FAILED;
    }
    return children.contains("skipped") ? Outcome.SKIPPED : Outcome.PASSED;
  }
}
