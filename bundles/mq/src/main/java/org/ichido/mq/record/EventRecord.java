package org.ichido.mq.record;

import java.time.Instant;
import org.ichido.api.TokenId;
import org.ichido.api.UserId;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.transport.BankMessaging;

/** Says an event as a record. The same event makes the same record but for its sent-at. */
public final class EventRecord {
  /** The header's serial number has as many digits; the event's own number has more. */
  private static final long SERIAL_NUMBERS = 1_000_000_000;

  private static final int LONGEST_DETAIL = 80;

  private final RecordLayouts layouts;

  /**
   * @param layouts the copybooks
   */
  public EventRecord(RecordLayouts layouts) {
    this.layouts = layouts;
  }

  /**
   * @param bank whose event it is
   * @param event what happened
   * @param again whether it may have been sent before
   * @param now when it is sent
   * @return the record in the bank's CCSID
   * @throws IllegalArgumentException if it cannot be said in that CCSID
   */
  public StoredReply of(BankMessaging bank, OutboxRow event, boolean again, Instant now) {
    HostRecord record =
        OwnRecord.begin(layouts.event(), bank, "ICHIDO", now)
            .set("ICH-EVENT-RECORD")
            .set("ICH-EVENT")
            .with("ICH-CONTRACT", event.contract().value())
            .with("ICH-USER", event.user().map(UserId::value).orElse(""))
            .with("ICH-BUSINESS-DATE", JapanTime.format(event.at()).substring(0, 8))
            .with("ICH-SERIAL-NUMBER", Long.toString(event.number() % SERIAL_NUMBERS))
            .with("ICH-REQUEST-ID", "EVENT" + event.number())
            .set(again ? "ICH-SENT-AGAIN" : "ICH-FIRST-SEND")
            .with("ICH-EVENT-NUMBER", Long.toString(event.number()))
            .with("ICH-EVENT-TYPE", event.type().name())
            .with("ICH-EVENT-AT", JapanTime.format(event.at()))
            .with("ICH-TOKEN-ID", event.token().map(TokenId::value).orElse(""))
            .with("ICH-TOKEN-SEQUENCE", Long.toString(event.tokenSequence()))
            .with("ICH-CONTRACT-SEQUENCE", Long.toString(event.contractSequence()))
            .with("ICH-EVENT-DETAIL", detail(event));
    return OwnRecord.said(record, bank);
  }

  private static String detail(OutboxRow event) {
    String detail = event.detail().strip();
    return detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)).strip();
  }
}
