package org.ichido.api.act;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.TokenId;
import org.ichido.api.order.OrderNumber;

/** What became of an act. */
public sealed interface Outcome {
  /** The four answers, for a switch expression. */
  enum Kind {
    /** It was done. */
    DONE,
    /** It waits for another operator's approval. */
    AWAITS_APPROVAL,
    /** It was not done; the reason is told. */
    REFUSED,
    /** The request was not judged. */
    NOT_PROCESSED
  }

  /**
   * @return which of the four this is
   */
  Kind kind();

  /**
   * It was done.
   *
   * @param at when
   * @param token the token it was done to, if there is one
   * @param pair what the customer types into the app, after an issue (S1-11)
   * @param until the end of what the act began: the deadline of an enrolment, the expiry after a
   *     renewal, the end of the cool-down after a revocation, the end of the time for skipping
   * @param order the number of the order that was placed
   */
  record Done(
      Instant at,
      Optional<TokenId> token,
      Optional<ActivationPair> pair,
      Optional<Instant> until,
      Optional<OrderNumber> order)
      implements Outcome {
    /** An answer that is not about an order. */
    public Done(
        Instant at,
        Optional<TokenId> token,
        Optional<ActivationPair> pair,
        Optional<Instant> until) {
      this(at, token, pair, until, Optional.empty());
    }

    /**
     * @param at when
     * @return a plain answer
     */
    public static Done at(Instant at) {
      return new Done(at, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * @param at when
     * @param token the token it was done to
     * @return an answer about a token
     */
    public static Done to(Instant at, TokenId token) {
      return new Done(at, Optional.of(token), Optional.empty(), Optional.empty());
    }

    @Override
    public Kind kind() {
      return Kind.DONE;
    }
  }

  /**
   * It was asked for and waits for another operator.
   *
   * @param at when it was asked for
   * @param until when the asking lapses
   */
  record AwaitsApproval(Instant at, Instant until) implements Outcome {
    @Override
    public Kind kind() {
      return Kind.AWAITS_APPROVAL;
    }
  }

  /**
   * It was not done.
   *
   * @param at when it was decided
   * @param reason why
   * @param until when it becomes possible, if time alone is in the way
   */
  record Refused(Instant at, Reason reason, Optional<Instant> until) implements Outcome {
    /**
     * @param at when it was decided
     * @param reason why
     */
    public Refused(Instant at, Reason reason) {
      this(at, reason, Optional.empty());
    }

    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }
  }

  /**
   * The request was not judged. Nothing was done. Ask with a fresh id.
   *
   * @param why what is wrong with the request
   */
  record NotProcessed(org.ichido.api.Verdict.NotProcessed.Why why) implements Outcome {
    @Override
    public Kind kind() {
      return Kind.NOT_PROCESSED;
    }
  }
}
