package org.ichido.mq.record;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.contract.Account;
import org.ichido.api.order.OrderNumber;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.DebitMessage;

/**
 * Says as a record what core banking is asked about a fee (S4-29). The same message makes the same
 * record but for its sent-at and the flag that it may have come before.
 */
public final class DebitRecord {
  /** Of its own, so that its serial numbers are those of the orders. */
  private static final String SOURCE = "ICHIDO-F";

  /** How many serial numbers an order has; the refund's begin in the middle. */
  private static final long SERIALS = 10;

  private static final long FIRST_OF_REFUND = 5;

  private final RecordLayouts layouts;

  /**
   * @param layouts the copybooks
   */
  public DebitRecord(RecordLayouts layouts) {
    this.layouts = layouts;
  }

  /**
   * @param bank whose order it is
   * @param message what to ask
   * @param again whether it may have been sent before
   * @param now when it is sent
   * @return the record in the bank's CCSID
   * @throws IllegalArgumentException if it cannot be said in that CCSID
   */
  public StoredReply of(BankMessaging bank, DebitMessage message, boolean again, Instant now) {
    Account account = message.account();
    boolean inquiry = message.inquiry() > 0;
    long serial = serial(message);
    HostRecord record =
        OwnRecord.begin(layouts.debit(), bank, SOURCE, now)
            .set(type(message))
            .set("ICH-REQUEST")
            .with("ICH-BRANCH", message.branch())
            .with("ICH-CONTRACT", message.contract().value())
            .with("ICH-BUSINESS-DATE", date(message))
            .with("ICH-SERIAL-NUMBER", Long.toString(serial + message.inquiry()))
            .with("ICH-ORIG-BUSINESS-DATE", inquiry ? date(message) : JapanTime.NONE)
            .with("ICH-ORIG-SERIAL-NUMBER", inquiry ? Long.toString(serial) : "0")
            .with("ICH-REQUEST-ID", id(message))
            .set(again ? "ICH-SENT-AGAIN" : "ICH-FIRST-SEND")
            .with("ICH-FEE-SUBJECT", message.subject().name())
            .with("ICH-FEE-ORDER-NUMBER", message.order().toString())
            .with("ICH-FEE-ACCOUNT-BRANCH", account.branch())
            .with("ICH-FEE-ACCOUNT-TYPE", account.type())
            .with("ICH-FEE-ACCOUNT-NUMBER", account.number())
            .with("ICH-FEE-ACCOUNT-NAME", account.kanaName())
            .with("ICH-FEE-YEN", Integer.toString(message.yen()))
            .with("ICH-FEE-TAX", Integer.toString(message.tax()))
            .with("ICH-FEE-CODE", message.feeCode())
            .with("ICH-VALUE-DATE", date(message))
            .with("ICH-INQUIRY", Integer.toString(message.inquiry()));
    return OwnRecord.said(record, bank);
  }

  private static String type(DebitMessage message) {
    if (message.inquiry() > 0) {
      return "ICH-DEBIT-INQUIRY";
    }
    return switch (message.subject()) {
      case DEBIT -> "ICH-DEBIT";
      case REFUND -> "ICH-REFUND";
    };
  }

  /** That of the request itself; an inquiry's follow it. At most 999,999,999. */
  private static long serial(DebitMessage message) {
    OrderNumber order = message.order();
    return switch (message.subject()) {
      case DEBIT -> order.value() * SERIALS;
      case REFUND -> order.value() * SERIALS + FIRST_OF_REFUND;
    };
  }

  private static String id(DebitMessage message) {
    String id = "FEE-%c-%s".formatted(message.subject().name().charAt(0), message.order());
    return message.inquiry() > 0 ? id + "-" + message.inquiry() : id;
  }

  private static String date(DebitMessage message) {
    return JapanTime.date(Optional.of(message.businessDate()));
  }
}
