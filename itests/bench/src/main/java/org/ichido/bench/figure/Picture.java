package org.ichido.bench.figure;

import java.util.List;
import java.util.Locale;

/**
 * The figures as one picture (SVG 1.1): for each, a bar that says how many times better than its
 * goal it is, on a logarithmic scale, with the line of the goal at 1. A goal of zero has no such
 * scale and stands in the table alone.
 */
public final class Picture {
  private static final int LABELS = 430;
  private static final int BARS = 420;
  private static final int VALUES = 230;
  private static final int WIDTH = LABELS + BARS + VALUES;
  private static final int ROW = 30;
  private static final int TOP = 74;
  private static final double LEAST = 0.25;
  private static final double MOST = 16;

  private final StringBuilder svg = new StringBuilder();

  private Picture() {}

  /**
   * @param figures what to draw
   * @return the SVG document
   */
  public static String of(List<Figure> figures) {
    Picture picture = new Picture();
    List<Figure> drawn = figures.stream().filter(figure -> figure.bound().value() != 0).toList();
    int bottom = TOP + ROW * drawn.size();
    picture.head(bottom + 40);
    picture.axis(bottom);
    int y = TOP;
    for (Figure figure : drawn) {
      picture.row(figure, y);
      y += ROW;
    }
    picture.goalLine(bottom);
    return picture.svg.append("</svg>\n").toString();
  }

  private void head(int height) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
            + " font-family=\"sans-serif\" font-size=\"13\">",
        WIDTH, height, WIDTH, height);
    add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, height);
    text(16, 26, "start", "How many times better than its goal each figure is", "16", "#222");
    add("<rect x=\"16\" y=\"40\" width=\"14\" height=\"14\" fill=\"%s\"/>", colour(true));
    text(36, 52, "start", "goal met", "13", "#222");
    add("<rect x=\"116\" y=\"40\" width=\"14\" height=\"14\" fill=\"%s\"/>", colour(false));
    text(136, 52, "start", "goal missed", "13", "#222");
    whisker(236, 268, 47);
    text(
        276, 52, "start", "min to max of the rounds, the bar ends at what is judged", "13", "#222");
    add("<path d=\"M690 40V56\" stroke=\"#b00020\" stroke-width=\"2\" stroke-dasharray=\"4 2\"/>");
    text(698, 52, "start", "the goal", "13", "#222");
  }

  private void axis(int bottom) {
    for (double tick = LEAST; tick <= MOST; tick *= 2) {
      add("<path d=\"M%.1f %dV%d\" stroke=\"#ddd\"/>", x(tick), TOP - 4, bottom);
      text(
          x(tick),
          bottom + 18,
          "middle",
          "×" + Tables.number(tick).replaceAll("\\.?0+$", ""),
          "12",
          "#555");
    }
  }

  private void row(Figure figure, int y) {
    Bound bound = figure.bound();
    Spread spread = figure.spread();
    double end = x(bound.timesBetter(bound.judged(spread)));
    double start = x(1);
    text(LABELS - 12, y + 18, "end", figure.goal() + "  " + figure.what(), "13", "#222");
    add(
        "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"16\" fill=\"%s\"/>",
        Math.min(start, end), y + 5, Math.max(1.5, Math.abs(end - start)), colour(figure.met()));
    double one = x(bound.timesBetter(spread.min()));
    double other = x(bound.timesBetter(spread.max()));
    whisker(Math.min(one, other), Math.max(one, other), y + 13);
    text(
        LABELS + BARS + 14,
        y + 18,
        "start",
        "%s %s (goal %s)".formatted(Tables.number(bound.judged(spread)), figure.unit(), bound),
        "13",
        "#222");
  }

  private void goalLine(int bottom) {
    add(
        "<path d=\"M%.1f %dV%d\" stroke=\"#b00020\" stroke-width=\"2\" stroke-dasharray=\"4 2\"/>",
        x(1), TOP - 4, bottom);
  }

  private void whisker(double from, double to, int y) {
    add(
        "<path d=\"M%.1f %dH%.1fM%.1f %dv8M%.1f %dv8\" stroke=\"#222\" fill=\"none\"/>",
        from, y, to, from, y - 4, to, y - 4);
  }

  private void text(double x, int y, String anchor, String words, String size, String colour) {
    add(
        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\" font-size=\"%s\" fill=\"%s\">%s</text>",
        x, y, anchor, size, colour, escaped(words));
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /** What is beyond the scale ends at its edge. */
  private static double x(double timesBetter) {
    double within = Math.min(MOST, Math.max(LEAST, timesBetter));
    return LABELS + BARS * Math.log(within / LEAST) / Math.log(MOST / LEAST);
  }

  /** Told apart by brightness too. */
  private static String colour(boolean met) {
    return met ? "#3b7dd8" : "#f2a65a";
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
