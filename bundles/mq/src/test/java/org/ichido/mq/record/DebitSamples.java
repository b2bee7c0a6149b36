package org.ichido.mq.record;

import java.time.LocalDate;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.contract.Account;
import org.ichido.api.order.OrderNumber;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.transport.DebitMessage;
import org.ichido.spi.transport.DebitMessage.Subject;

/** What is asked about the fee of an order, and answers in order. */
final class DebitSamples {
  static final OrderNumber ORDER = new OrderNumber(12);
  static final Account ACCOUNT = new Account("007", "1", "1234567", "EXAMPLE CO.");

  private DebitSamples() {}

  static DebitMessage message(Subject subject, int inquiry) {
    return message(subject, ORDER, inquiry, ACCOUNT);
  }

  static DebitMessage message(Subject subject, OrderNumber order, int inquiry, Account account) {
    return new DebitMessage(
        new BankId("kinsan"),
        subject,
        order,
        new ContractId("C00000000815"),
        "007",
        LocalDate.of(2026, 11, 24),
        2200,
        200,
        "OTPHT",
        account,
        inquiry,
        false);
  }

  /** What is sent, read as strictly as a request. */
  static HostRecord said(DebitMessage message, boolean again) {
    StoredReply said =
        new DebitRecord(Samples.LAYOUTS).of(Samples.bank(true), message, again, Samples.NOW);
    return HostRecord.decode(Samples.LAYOUTS.debit(), said.bytes(), Samples.set(Samples.EBCDIC));
  }

  /** An answer to what was sent. */
  static HostRecord answer(HostRecord asked, String result) {
    HostRecord echo = asked.echoedIn(Samples.LAYOUTS.debitReply());
    return echo.with("ICH-RECORD-LENGTH", Integer.toString(echo.layout().length()))
        .set("ICH-REPLY")
        .with("ICH-SOURCE", asked.get("ICH-DESTINATION"))
        .with("ICH-DESTINATION", asked.get("ICH-SOURCE"))
        .with("ICH-FEE-REPLY-SUBJECT", asked.get("ICH-FEE-SUBJECT"))
        .with("ICH-FEE-REPLY-ORDER", asked.get("ICH-FEE-ORDER-NUMBER"))
        .with("ICH-FEE-RESULT", result)
        .with("ICH-FEE-REPLY-YEN", asked.get("ICH-FEE-YEN"));
  }

  static HostRecord booked(HostRecord asked) {
    return answer(asked, "BOOKED").with("ICH-BOOKING-NUMBER", "B000000000004711");
  }
}
