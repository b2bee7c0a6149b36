package org.ichido.mq;

/** What is done about a reason code of a queue manager. Nothing acts on a single code. */
enum ReasonClass {
  /** It passes: it is tried again, after pauses that grow. */
  RETRY(false, false),

  /** A reply of which this is said cannot be delivered; all else is tried again. */
  PARK(true, false),

  /** Definitions or authorities are wrong: it is tried again slowly, until somebody mends them. */
  REFUSE(false, true),

  /** The same, and a reply of which this is said cannot be delivered. */
  REFUSE_OR_PARK(true, true);

  private final boolean parks;
  private final boolean refuses;

  ReasonClass(boolean parks, boolean refuses) {
    this.parks = parks;
    this.refuses = refuses;
  }

  boolean parks() {
    return parks;
  }

  boolean refuses() {
    return refuses;
  }
}
