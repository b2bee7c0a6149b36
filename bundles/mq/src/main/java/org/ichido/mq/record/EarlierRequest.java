package org.ichido.mq.record;

import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.spi.store.StoredReply;

/**
 * Which earlier request of the same requester a record means: by its id, or by its business date
 * and serial number.
 *
 * @param id the id; the date does not count then
 * @param date the business date
 */
record EarlierRequest(Optional<RequestId> id, Optional<LocalDate> date) {
  static EarlierRequest meantBy(HostRecord record) throws BadRecord {
    Optional<RequestId> id = Fields.optional(record, "ICH-ORIG-REQUEST-ID", RequestId::new);
    Optional<LocalDate> date = Fields.optionalDate(record, "ICH-ORIG-BUSINESS-DATE");
    if (id.isEmpty() && date.isEmpty()) {
      throw BadRecord.field(ReasonCode.FIELD_MISSING, "ICH-ORIG-REQUEST-ID");
    }
    return new EarlierRequest(id, date);
  }

  /** The reply that it got, if it got one and that is remembered. */
  Optional<StoredReply> reply(Asked asked, Once once) {
    Requester requester = asked.key().requester();
    if (id.isPresent()) {
      return once.onceOnly().recall(new RequestKey(requester, id.get()));
    }
    HostRecord record = asked.record();
    return once.onceOnly()
        .recallMarked(
            requester,
            record.get("ICH-SOURCE"),
            date.orElseThrow(),
            Long.parseLong(record.get("ICH-ORIG-SERIAL-NUMBER")));
  }
}
