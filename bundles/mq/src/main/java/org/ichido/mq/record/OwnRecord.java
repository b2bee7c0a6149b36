package org.ichido.mq.record;

import java.time.Instant;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.transport.BankMessaging;

/** What the records have in common that Ichido sends to core banking without being asked. */
final class OwnRecord {
  private OwnRecord() {}

  /** Begins a record of a bank, from a system of ours. */
  static HostRecord begin(RecordLayout layout, BankMessaging bank, String source, Instant now) {
    return RecordLayouts.begin(layout)
        .set(bank.production() ? "ICH-PRODUCTION" : "ICH-TRAINING")
        .with("ICH-SOURCE", source)
        .with("ICH-BANK", bank.code())
        .with("ICH-SENT-AT", JapanTime.format(now));
  }

  /**
   * @throws IllegalArgumentException if it cannot be said in the bank's CCSID
   */
  static StoredReply said(HostRecord record, BankMessaging bank) {
    HostCharacters set =
        HostCharacters.of(bank.ccsid())
            .orElseThrow(
                () -> new IllegalArgumentException("CCSID " + bank.ccsid() + " is not supported"));
    return new StoredReply(record.encode(set), bank.ccsid(), Replies.FORMAT);
  }
}
