package org.ichido.api.order;

/**
 * Something in the books of a business date that does not agree, or is not known yet.
 *
 * @param order the order that it is about
 * @param kind what is wrong
 * @param detail more, for people: numbers of bookings, yen; nothing personal
 */
public record BooksDifference(OrderNumber order, Kind kind, String detail) {
  /** What is wrong. */
  public enum Kind {
    /** One debit or refund was booked more than once: the replies name different bookings. */
    BOOKED_TWICE,
    /** Replies about one debit or refund say both that it was booked and that it was not. */
    CONTRADICTION,
    /** Core banking has booked a debit of an order that is not chargeable, or was dropped. */
    NOT_OWED,
    /** The device was sent, and the debit is not booked. */
    SHIPPED_UNPAID,
    /** Core banking has not answered, or an operator has not said yet. */
    UNSETTLED
  }
}
