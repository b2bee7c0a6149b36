package org.ichido.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PictureTest {
  private Document svg;

  @BeforeEach
  void draw() throws Exception {
    byte[] bytes = Picture.of(Measured.FIGURES).getBytes(StandardCharsets.UTF_8);
    svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes));
  }

  @Test
  void everyFigureHasItsNameItsValueAndItsGoal() {
    assertThat(texts())
        .contains("P1  core, against <bare>", "0.900 times (goal ≥ 0.85)")
        .contains("P4  one caller", "2.00 times (goal ≤ 1.5)")
        .contains("goal met", "goal missed", "the goal");
  }

  @Test
  void aGoalOfZeroHasNoPlaceOnTheScale() {
    assertThat(texts()).noneMatch(text -> text.startsWith("P11"));
  }

  @Test
  void whatIsBetterThanItsGoalReachesBeyondTheLineAndWhatIsWorseEndsBeforeIt() {
    double line = goalLine();
    List<Element> bars = bars();
    assertThat(bars).hasSize(2);
    assertThat(number(bars.get(0), "x")).isEqualTo(line);
    assertThat(number(bars.get(1), "x")).isLessThan(line);
    assertThat(number(bars.get(1), "x") + number(bars.get(1), "width")).isEqualTo(line);
    assertThat(bars.get(0).getAttribute("fill")).isNotEqualTo(bars.get(1).getAttribute("fill"));
  }

  private List<String> texts() {
    NodeList found = svg.getElementsByTagName("text");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  private List<Element> bars() {
    List<Element> bars = new ArrayList<>();
    NodeList found = svg.getElementsByTagName("rect");
    for (int i = 0; i < found.getLength(); i++) {
      Element rect = (Element) found.item(i);
      if (rect.getAttribute("height").equals("16")) {
        bars.add(rect);
      }
    }
    return bars;
  }

  /** The last path is the goal's line, from top to bottom. */
  private double goalLine() {
    NodeList paths = svg.getElementsByTagName("path");
    String path = ((Element) paths.item(paths.getLength() - 1)).getAttribute("d");
    return Double.parseDouble(path.substring(1, path.indexOf(' ')));
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
