package org.ichido.shell;

import java.time.Duration;
import java.time.LocalDate;
import org.ichido.api.order.OrderView;
import org.ichido.api.order.PostingView;

/**
 * A debit or a refund as an administrator sees it.
 *
 * @param order the order that costs it
 * @param posting how it stands
 * @param refund whether it is the refund
 */
record FeeLine(OrderView order, PostingView posting, boolean refund) {
  /**
   * @return whether somebody has to do or to await something
   */
  boolean unsettled() {
    return switch (posting.state()) {
      case BOOKED, DROPPED -> false;
      case NOT_BOOKED -> refund || !order.state().over();
      case QUEUED, REQUESTED, UNKNOWN, OPERATOR -> true;
    };
  }

  void addTo(Table table) {
    table.row(
        order.number().toString(),
        order.contract().contract().value(),
        refund ? "refund" : "debit",
        "%,d".formatted(order.yen()),
        posting.state().name(),
        age(),
        toDo());
  }

  /** Since it was first sent; before that, since the order was placed. */
  private String age() {
    Duration age = Duration.between(posting.firstSent().orElse(order.placed()), order.asOf());
    if (age.toDays() > 0) {
      return age.toDays() + " d";
    }
    return age.toHours() > 0 ? age.toHours() + " h" : Math.max(0, age.toMinutes()) + " min";
  }

  private String toDo() {
    if (!unsettled()) {
      return posting.booking().map(number -> "nothing: booking " + number).orElse("nothing");
    }
    return switch (posting.state()) {
      case QUEUED -> "wait: it is asked for when core banking opens business";
      case REQUESTED -> "wait: core banking has not answered yet";
      case UNKNOWN -> "wait: asked what became of it, inquiry " + posting.inquiries();
      case OPERATOR ->
          "find out at core banking whether it is booked; the branch then settles the fee with"
              + " reason and paper";
      case NOT_BOOKED, BOOKED, DROPPED -> unpaid();
    };
  }

  private String unpaid() {
    String why =
        posting
            .notBooked()
            .map(
                of ->
                    switch (of) {
                      case FUNDS -> "not enough money";
                      case ACCOUNT -> "the account is closed or stopped";
                      case OTHER -> "core banking did not book it";
                    })
            .orElse("not booked");
    return why
        + (refund
            ? ": the branch pays the customer back by other means"
            : ": the branch cancels the order, and places a new one if the customer pays");
  }

  Json json() {
    return new Json()
        .text("order", order.number().toString())
        .text("contract", order.contract().contract().value())
        .truth("refund", refund)
        .number("yen", order.yen())
        .text("state", posting.state().name())
        .text("businessDate", posting.businessDate().map(LocalDate::toString))
        .time("placed", order.placed())
        .time("firstSent", posting.firstSent())
        .number("inquiries", posting.inquiries())
        .text("booking", posting.booking())
        .text("notBooked", posting.notBooked().map(Enum::name))
        .truth("unsettled", unsettled());
  }
}
