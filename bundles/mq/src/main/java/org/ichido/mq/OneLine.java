package org.ichido.mq;

import org.jspecify.annotations.Nullable;

/** Text from outside for a log or the audit: whoever wrote it shall not write lines of his own. */
final class OneLine {
  private OneLine() {}

  static String of(@Nullable String text) {
    return String.valueOf(text).replaceAll("\\p{Cntrl}+", " ");
  }
}
