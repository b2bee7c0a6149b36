package org.ichido.mail;

/**
 * A notice that no mail can be made of. The message names the field, and nothing of its content.
 */
final class UnfitNotice extends Exception {
  private static final long serialVersionUID = 1L;

  UnfitNotice(String field, String problem) {
    super("the notice's " + field + " " + problem);
  }

  /** Its words; never null, unlike {@link #getMessage()}. */
  String words() {
    return String.valueOf(getMessage());
  }
}
