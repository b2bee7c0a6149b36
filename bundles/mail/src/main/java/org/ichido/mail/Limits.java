package org.ichido.mail;

import java.time.Duration;

/**
 * How long one try may wait.
 *
 * @param connect for the server to accept the connection
 * @param read for the next bytes from the server
 * @param write for the server to take the next bytes
 * @param whole from the beginning to the server's last word
 */
record Limits(Duration connect, Duration read, Duration write, Duration whole) {
  /** As an administrator writes it. */
  static String inWords(Duration limit) {
    return limit.toMillisPart() == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }
}
