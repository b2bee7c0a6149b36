package org.ichido.bench.figure;

/** A page of which one part is written by a machine and the rest by people. */
public final class Page {
  private static final String BEGIN = "<!-- figures: begin, written by mvn -Pbench -->";
  private static final String END = "<!-- figures: end -->";

  private Page() {}

  /**
   * @param page the page as it is
   * @param figures what shall stand between its markers
   * @return the page with that
   * @throws IllegalArgumentException if the page has not both markers, once each and in order
   */
  public static String with(String page, String figures) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0
        || end < begin
        || page.indexOf(BEGIN, begin + 1) >= 0
        || page.indexOf(END, end + 1) >= 0) {
      throw new IllegalArgumentException(
          "the page needs the two markers, once each: " + BEGIN + " and " + END);
    }
    return page.substring(0, begin + BEGIN.length())
        + "\n\n"
        + figures
        + "\n\n"
        + page.substring(end);
  }
}
