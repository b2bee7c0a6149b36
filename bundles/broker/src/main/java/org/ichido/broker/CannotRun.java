package org.ichido.broker;

import org.ichido.spi.UnusableFile;

/**
 * The broker does not run. The message is for the operator: what, where, and what to do; never a
 * password.
 */
final class CannotRun extends Exception {
  private static final long serialVersionUID = 1L;

  CannotRun(String words) {
    super(words);
  }

  CannotRun(String words, Throwable cause) {
    super(words, cause);
  }

  /** A file below the configured directory cannot be used. */
  CannotRun(UnusableFile cause) {
    this("directory in etc/org.ichido.broker.cfg: " + cause.words(), cause);
  }

  /** Its words; never null, unlike {@link #getMessage()}. */
  String words() {
    return String.valueOf(getMessage());
  }
}
