package org.ichido.mq.record;

import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.RequestId;
import org.ichido.api.UserId;
import org.ichido.api.contract.ContractKey;
import org.ichido.spi.transport.Subject;

/**
 * What a request's header says, as values. What is refused is named by its field.
 *
 * @param request the requester's name for the request
 * @param subject whom it is about, as far as the header says
 */
record Header(RequestId request, Subject subject) {
  private static final String ORIGINAL_DATE = "ICH-ORIG-BUSINESS-DATE";

  /** Reads and checks the values that every request has. The bank is the queue's. */
  static Header of(HostRecord record, BankId bank) throws BadRecord {
    Fields.required(record, "ICH-SOURCE");
    if (JapanTime.date(record.view("ICH-BUSINESS-DATE")).isEmpty()) {
      throw BadRecord.field(ReasonCode.FIELD_VALUE, "ICH-BUSINESS-DATE");
    }
    Fields.optionalDate(record, ORIGINAL_DATE);
    if (!record.is("ICH-FIRST-SEND") && !record.is("ICH-SENT-AGAIN")) {
      throw BadRecord.field(ReasonCode.FIELD_VALUE, "ICH-RESEND");
    }
    Optional<ContractId> contract = Fields.optional(record, "ICH-CONTRACT", ContractId::new);
    Optional<UserId> user = Fields.optional(record, "ICH-USER", UserId::new);
    RequestId request = Fields.value(record, "ICH-REQUEST-ID", RequestId::new);
    return new Header(request, new Subject(bank, contract, user));
  }

  ContractKey contract() throws BadRecord {
    return new ContractKey(
        subject.bank(),
        subject
            .contract()
            .orElseThrow(() -> BadRecord.field(ReasonCode.FIELD_MISSING, "ICH-CONTRACT")));
  }

  Holder holder() throws BadRecord {
    return new Holder(
        subject.bank(),
        contract().contract(),
        subject.user().orElseThrow(() -> BadRecord.field(ReasonCode.FIELD_MISSING, "ICH-USER")));
  }

  /** Reads who acts for the customer. */
  static Actor.Operator operator(HostRecord record) throws BadRecord {
    Actor.Operator alone =
        Fields.value(record, "ICH-OPERATOR", name -> operator(record, name, Optional.empty()));
    return Fields.optional(
            record,
            "ICH-APPROVER",
            approver -> operator(record, alone.name(), Optional.of(approver)))
        .orElse(alone);
  }

  private static Actor.Operator operator(
      HostRecord record, String name, Optional<String> approver) {
    return new Actor.Operator(
        name,
        Fields.optional(record, "ICH-BRANCH"),
        approver,
        Fields.optional(record, "ICH-ACT-REASON"),
        Fields.optional(record, "ICH-PAPER-NUMBER"));
  }
}
