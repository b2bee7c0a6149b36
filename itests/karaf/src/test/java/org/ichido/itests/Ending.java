package org.ichido.itests;

/** What is to become of a bad message. */
sealed interface Ending {
  /** A reply with this code; nothing was judged. */
  record Coded(String code, String reason) implements Ending {}

  /** On the backout queue, with this reason; nothing was judged. */
  record BackedOut(String reason) implements Ending {}

  /** Judged like any other: odd, but not bad. */
  record Judged(String verdict) implements Ending {}
}
