package org.ichido.core.gate;

/** A service did not do what it promises; the message says what it did. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 300;

  Refused(String reason) {
    super(reason);
  }

  /** For whatever a service threw. One line: it ends in health, which prints line by line. */
  static Refused threw(Throwable thrown) {
    String text = ("it threw " + thrown).replaceAll("\\p{Cntrl}+", " ");
    return new Refused(text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text);
  }

  /**
   * @return what the service did
   */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
