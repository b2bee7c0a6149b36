package org.ichido.mq.record;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.RequestType;

/** The checks that a record must pass before its values are read. No state, so no store. */
final class Gate {
  private final RecordLayouts layouts;

  Gate(RecordLayouts layouts) {
    this.layouts = layouts;
  }

  /** Which request a header says it is; empty if it says none that there is. */
  static Optional<RequestType> type(HostRecord header) {
    return Arrays.stream(RequestType.values())
        .filter(RequestType::asks)
        .filter(type -> header.is(RecordLayouts.condition(type)))
        .findFirst();
  }

  /** Whether this is one of our records, right version, whole, and a request that may come here. */
  RequestType admit(Incoming incoming, HostRecord header) throws BadRecord {
    demand(header.is("ICH-VERSION-1"), ReasonCode.UNSUPPORTED_VERSION);
    RequestType type = type(header).orElseThrow(() -> BadRecord.because(ReasonCode.UNKNOWN_TYPE));
    whole(incoming, header, layouts.request(type));
    demand(header.is("ICH-REQUEST"), ReasonCode.NOT_A_REQUEST);
    environment(incoming, header);
    demand(type.comesBy(incoming.queue()), ReasonCode.WRONG_QUEUE);
    permitted(incoming, header, type);
    return type;
  }

  /** Whether core banking answers us in a whole record of ours about a fee. */
  void admitDebitReply(Incoming incoming, HostRecord header) throws BadRecord {
    demand(header.is("ICH-REPLY"), ReasonCode.NOT_A_REPLY);
    demand(header.is("ICH-VERSION-1"), ReasonCode.UNSUPPORTED_VERSION);
    demand(
        header.is("ICH-DEBIT") || header.is("ICH-REFUND") || header.is("ICH-DEBIT-INQUIRY"),
        ReasonCode.UNKNOWN_TYPE);
    whole(incoming, header, layouts.debitReply());
    environment(incoming, header);
    permitted(incoming, header, RequestType.DEBIT_REPLY);
  }

  private static void whole(Incoming incoming, HostRecord header, RecordLayout layout)
      throws BadRecord {
    int length = layout.length();
    demand(
        incoming.body().length == length
            && header.has("ICH-RECORD-LENGTH", Integer.toString(length)),
        ReasonCode.LENGTH_MISMATCH);
  }

  private static void environment(Incoming incoming, HostRecord header) throws BadRecord {
    demand(
        header.is(incoming.bank().production() ? "ICH-PRODUCTION" : "ICH-TRAINING"),
        ReasonCode.ENVIRONMENT_MISMATCH);
  }

  private static void permitted(Incoming incoming, HostRecord header, RequestType type)
      throws BadRecord {
    demand(incoming.requester().sends().contains(type), ReasonCode.NOT_PERMITTED);
    demand(header.get("ICH-BANK").equals(incoming.bank().code()), ReasonCode.BANK_MISMATCH);
  }

  /**
   * Whether the record was sent within the horizon. Its answer is forgotten a horizon after it was
   * received, and it may have been received as much as the tolerated skew before it says it was
   * sent; so the horizon for records is shorter by that, or a forgotten request were judged anew.
   */
  static void timely(HostRecord record, BankMessaging bank, Instant now) throws BadRecord {
    Instant sent =
        JapanTime.time(record.view("ICH-SENT-AT"))
            .orElseThrow(() -> BadRecord.field(ReasonCode.FIELD_VALUE, "ICH-SENT-AT"));
    Instant oldest = now.minus(bank.horizon()).plus(bank.clockSkew());
    demand(!sent.isBefore(oldest), ReasonCode.REQUEST_TOO_OLD);
    demand(!sent.isAfter(now.plus(bank.clockSkew())), ReasonCode.SENT_IN_FUTURE);
  }

  /**
   * Whether the answer may be lost with a database that was replaced by a backup: the record was
   * sent before the memory begins, or says that it is a resend, whose first sending may have been.
   */
  static boolean mayBeForgotten(
      HostRecord record, BankMessaging bank, Instant memoryBegins, Instant now) {
    if (memoryBegins.equals(Instant.EPOCH)) {
      return false;
    }
    Instant certain = memoryBegins.plus(bank.clockSkew());
    boolean sentBefore =
        JapanTime.time(record.view("ICH-SENT-AT")).filter(at -> !at.isBefore(certain)).isEmpty();
    boolean resentWithinTheHorizon =
        record.is("ICH-SENT-AGAIN") && now.isBefore(certain.plus(bank.horizon()));
    return sentBefore || resentWithinTheHorizon;
  }

  private static void demand(boolean holds, ReasonCode otherwise) throws BadRecord {
    if (!holds) {
      throw BadRecord.because(otherwise);
    }
  }
}
