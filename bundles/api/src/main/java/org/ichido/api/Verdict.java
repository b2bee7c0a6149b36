package org.ichido.api;

import java.time.Instant;

/**
 * What became of a code. The outside learns this and no cause: why a code was refused would tell a
 * guesser which element was wrong (RTS 2018/389 article 4(3)(a)). Operators read the cause from
 * {@link TokenAdministration#describe}, the audit keeps it.
 */
public sealed interface Verdict {
  /** The three answers, for a switch expression. */
  enum Kind {
    /** The code was right and is consumed. */
    ACCEPTED,
    /** The code gives no access, for whatever cause. */
    REFUSED,
    /** The request was not judged. */
    NOT_PROCESSED
  }

  /**
   * @return which of the three this is
   */
  Kind kind();

  /**
   * The code was right, had not been accepted before, and never will be again.
   *
   * @param at when it was decided
   */
  record Accepted(Instant at) implements Verdict {
    @Override
    public Kind kind() {
      return Kind.ACCEPTED;
    }
  }

  /**
   * The code gives no access.
   *
   * @param at when it was decided
   */
  record Refused(Instant at) implements Verdict {
    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }
  }

  /**
   * The request was not judged. No counter moved, the code is not consumed. Ask with a fresh id.
   *
   * @param why what is wrong with the request
   */
  record NotProcessed(Why why) implements Verdict {
    /** What is wrong with the request. */
    public enum Why {
      /** Its id was used before for a request with other content. */
      REQUEST_ID_REUSED,
      /** The code has another number of digits than the bank's tokens show. */
      WRONG_LENGTH
    }

    @Override
    public Kind kind() {
      return Kind.NOT_PROCESSED;
    }
  }
}
