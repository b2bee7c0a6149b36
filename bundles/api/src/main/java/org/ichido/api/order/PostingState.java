package org.ichido.api.order;

/** Where a debit or a refund stands. */
public enum PostingState {
  /** Waits until core banking opens the business of a day. */
  QUEUED,
  /** Asked for; core banking has not answered yet. */
  REQUESTED,
  /** Not answered in time: it is asked what became of it. */
  UNKNOWN,
  /** Every inquiry went unanswered: an operator has to find out and say so. */
  OPERATOR,
  /** The account was debited, or credited. */
  BOOKED,
  /** Core banking did not book it; {@link NotBooked} says why. */
  NOT_BOOKED,
  /** Taken back before core banking was asked. */
  DROPPED;

  /**
   * @return whether nobody knows yet whether the account was touched
   */
  public boolean open() {
    return this == REQUESTED || this == UNKNOWN || this == OPERATOR;
  }
}
