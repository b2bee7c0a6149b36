package org.ichido.mq.record;

import java.util.Optional;
import java.util.function.Function;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.RequestId;
import org.ichido.api.UserId;

/**
 * What a request's header says, as values. What is refused is named by its field.
 *
 * @param request the requester's name for the request
 * @param holder whom it is about
 */
record Header(RequestId request, Holder holder) {
  private static final String ORIGINAL_DATE = "ICH-ORIG-BUSINESS-DATE";

  /** Reads and checks the values that every request has. The bank is the queue's. */
  static Header of(HostRecord record, BankId bank) throws BadRecord {
    required(record, "ICH-SOURCE");
    if (JapanTime.date(record.view("ICH-BUSINESS-DATE")).isEmpty()) {
      throw BadRecord.field(ReasonCode.FIELD_VALUE, "ICH-BUSINESS-DATE");
    }
    boolean original = Long.parseLong(record.get(ORIGINAL_DATE)) != 0;
    if (original && JapanTime.date(record.view(ORIGINAL_DATE)).isEmpty()) {
      throw BadRecord.field(ReasonCode.FIELD_VALUE, ORIGINAL_DATE);
    }
    if (!record.is("ICH-FIRST-SEND") && !record.is("ICH-SENT-AGAIN")) {
      throw BadRecord.field(ReasonCode.FIELD_VALUE, "ICH-RESEND");
    }
    ContractId contract = value(record, "ICH-CONTRACT", ContractId::new);
    UserId user = value(record, "ICH-USER", UserId::new);
    RequestId request = value(record, "ICH-REQUEST-ID", RequestId::new);
    return new Header(request, new Holder(bank, contract, user));
  }

  /** Reads the code that a verify request carries; the caller closes it. */
  static OneTimeCode code(HostRecord record) throws BadRecord {
    CharSequence digits = required(record, "ICH-CODE");
    try {
      return OneTimeCode.of(digits);
    } catch (IllegalArgumentException e) {
      throw BadRecord.field(ReasonCode.FIELD_VALUE, "ICH-CODE");
    }
  }

  /** Reads who acts for the customer. */
  static Actor operator(HostRecord record) throws BadRecord {
    String name = required(record, "ICH-OPERATOR").toString();
    Optional<String> approver = optional(record, "ICH-APPROVER");
    if (approver.isPresent() && approver.get().equals(name)) {
      throw BadRecord.field(ReasonCode.FIELD_VALUE, "ICH-APPROVER");
    }
    return value(
        record,
        "ICH-OPERATOR",
        text ->
            new Actor.Operator(
                text,
                optional(record, "ICH-BRANCH"),
                approver,
                optional(record, "ICH-ACT-REASON"),
                optional(record, "ICH-PAPER-NUMBER")));
  }

  private static CharSequence required(HostRecord record, String field) throws BadRecord {
    CharSequence text = record.view(field);
    if (text.length() == 0) {
      throw BadRecord.field(ReasonCode.FIELD_MISSING, field);
    }
    return text;
  }

  private static Optional<String> optional(HostRecord record, String field) {
    return Optional.of(record.get(field)).filter(text -> !text.isEmpty());
  }

  private static <T> T value(HostRecord record, String field, Function<String, T> type)
      throws BadRecord {
    String text = required(record, field).toString();
    try {
      return type.apply(text);
    } catch (IllegalArgumentException e) {
      throw BadRecord.field(ReasonCode.FIELD_VALUE, field);
    }
  }
}
